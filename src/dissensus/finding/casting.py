"""The cast of one event: who does it and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dissensus.actors.mentions import ActorMention
from dissensus.finding.agents import TRYING
from dissensus.finding.beneficiaries import benefiting
from dissensus.finding.crowds import crowd
from dissensus.finding.lexicons import Trigger, deeds, events
from dissensus.finding.movers import movers
from dissensus.finding.outside import outside, owners_struck
from dissensus.finding.parties import LANDS, OURS, Cast, parties, two_sides
from dissensus.finding.places import Places
from dissensus.finding.recipients import abroad, behind_own_preposition, in_answer, opposed, own_land, state_of, towards
from dissensus.finding.scene import Scene
from dissensus.finding.tree import Tree
from dissensus.model import ActorType, Context, EventType, Origin

HARMFUL = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.PROTEST, EventType.RETREAT}
)
_TAKES_UP = frozenset(
    {
        EventType.SUPPORT,
        EventType.REJECT,
        EventType.ACCUSE,
        EventType.COERCE,
        EventType.THREATEN,
        EventType.AGREE,
        EventType.SANCTION,
        EventType.COOPERATE,
    }
)
"""What is done to those whose thing it is done to: "rejected a Senegalese plan"."""

_WITH_THINGS = _TAKES_UP | {EventType.ASSAULT}
"""The same of the things that a line names: "sank a Cuban boat"."""

_DONE_TO = ((_TAKES_UP - {EventType.AGREE, EventType.COOPERATE}) | HARMFUL) - {EventType.MOBILIZE}
"""What can be done to one of the trigger's own words: "dissolved the assembly"."""

_SETTLED = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE})
"""What a passive may tell of two sides: "the pact between them was signed"."""

MUTUAL = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.AGREE})
"""What takes two."""

_JUDGING = frozenset({EventType.REJECT, EventType.ACCUSE, EventType.SUPPORT})
_AGAINST = frozenset({EventType.PROTEST, EventType.REJECT, EventType.ACCUSE, EventType.ASSAULT})
"""What "anti-X" people do, they do to X."""

_MEANT_WELL = frozenset({EventType.SUPPORT, EventType.AGREE, EventType.RETREAT, EventType.OTHER})
_GIVING_UP = frozenset({"hand", "extradite", "extradition", "surrender", "transfer", "deliver", "turn"})
"""What one does with prisoners, with someone else."""
EXTRADITING = frozenset({"extradite", "extradition"})
_AT = ("against",)
_MEANS = ("in", "during", "through", "after")
_STRUCK = frozenset({EventType.ASSAULT, EventType.THREATEN, EventType.SANCTION})
"""What is done to someone, told or not."""
_PUT_TO = frozenset({EventType.REQUEST, EventType.THREATEN})
"""What is said to those whom one meets."""
_WHERE_IT_HAPPENS = frozenset(
    {EventType.PROTEST, EventType.CONSULT, EventType.OTHER, EventType.RETREAT, EventType.AGREE}
)
"""What is done somewhere or to come, which the prepositions of its lines tell of as well: "march to", "agree to"."""
_TURNED_TOWARDS = frozenset(
    {
        EventType.AID,
        EventType.SUPPORT,
        EventType.COERCE,
        EventType.SANCTION,
        EventType.THREATEN,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.ASSAULT,
    }
)
_ON_LAND = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
_BUILDING = frozenset({"build", "construct", "rebuild", "modernise", "modernize", "develop", "lay"})
"""What is done on others' land for those others: "built a port in Peru"."""
_QUELLING = frozenset({EventType.ASSAULT, EventType.COERCE})
"""What is done to protests is done to those who protest."""
_OWN_LAND = ("home",)
_INCIDENTS = frozenset({"shooting", "attack", "killing", "bombing", "stabbing", "explosion", "murder", "massacre"})
"""What happens in a place and is done to someone in it."""
_CAPTIVES = frozenset({"prisoner", "hostage", "captive"})
_RELEASED = frozenset(
    {ActorType.PERSON, ActorType.PEOPLE, ActorType.MILITARY, ActorType.ARMED_GROUP, ActorType.MOVEMENT}
)
_TURNED_TO = frozenset(
    {ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.IGO, ActorType.MILITARY, ActorType.BLOC, ActorType.COMPANY}
)
_WHERE = frozenset({ActorType.PLACE})
_CONDITIONS = frozenset({"violence", "fighting", "unrest", "bloodshed"})
"""What a country may suffer from as well as do."""
_ITS_OWN = frozenset({"self", "autogolpe"})
_POINTING = frozenset({"this", "that", "another"})
_EXCHANGING = frozenset({"exchange", "trade", "swap"})
_JOINT = frozenset({"joint", "combined", "common", "shared", "coordinated"})
COUPS = frozenset({"coup", "putsch", "golpe", "autogolpe"})


def cast(scene: Scene, tree: Tree, token: int, line: Trigger, places: Places) -> Cast:
    """Actors and recipients of what a trigger names; nobody is both."""
    places.judging, places.asking = line.type in _JUDGING, line.type is EventType.REQUEST
    if places.judging and _tells_who(scene, tree, token):
        return [], []
    if line.type in HARMFUL and line.pos == "n" and places.verb is not None and tree.lemmas[places.verb] == "support":
        places.around = replace(places.around, actors=[])  # who "supported the repression" did not do it
        places.verb = places.clause = None
    acting, suffering = places.find(_doers_first(line, places)), places.find(line.second)
    actors, recipients = parties(scene, tree, acting), parties(scene, tree, suffering)
    actors, recipients = _in_place(tree, line, places, actors, recipients, suffering)
    actors, recipients = _not_both(scene, tree, actors, recipients, acting, suffering)
    if any(tree.lemmas[c] in _JOINT for noun in (token, *places.extras) for c in tree.children[noun]):
        # "joint operations with Chile against the cartels"
        partners = _others(parties(scene, tree, places.heads("with")), actors)
        if partners and line.type not in MUTUAL:
            actors = actors + partners
            recipients = parties(scene, tree, places.find([p for p in line.second if p != "with"]))
            recipients = _others(recipients, actors)
    if not actors and places.clause and places.clause.passive and line.type in HARMFUL:
        actors = _others(_through(scene, tree, token), recipients)
    if not actors and line.second == ("-",) and places.clause and places.clause.passive:
        actors = parties(scene, tree, places.heads("thing"))  # "the party was founded", where the line holds "party"
    if line.pos == "n":
        actors, recipients = _of_noun(scene, tree, line, places, actors, recipients)
    elif (
        not recipients
        and line.type in _DONE_TO
        and not _pronoun_told(tree, places)
        and line.second != ("-",)
        and not _withdraws(line)
    ):
        recipients = _others(parties(scene, tree, places.heads("thing")), actors)
    if line.pos == "v" and not recipients and (line.type in HARMFUL or line.type in _AGAINST):
        # "carried out killings against peasants", whatever the line asks for
        recipients = _others(parties(scene, tree, places.find(_AT)), actors)
    if line.pos == "v" and not recipients and line.type in HARMFUL:
        acts = [e for e in places.extras if not HARMFUL.isdisjoint(deeds(tree.lemmas[e], "n"))]
        hit = [n for e in acts for n in owners_struck(tree, e) or outside(tree, e).recipients]
        recipients = _others(parties(scene, tree, hit), actors)
    if line.pos == "v" and not recipients and len(line.words) > 1 and line.type not in _WHERE_IT_HAPPENS:
        recipients = _others(parties(scene, tree, behind_own_preposition(line, places)), actors)
    if line.pos == "v" and not recipients and len(line.words) > 1 and line.type in _TURNED_TOWARDS:
        recipients = _others(parties(scene, tree, towards(line, places), depth=0), actors)
    if line.pos == "v" and not recipients and line.type in _WITH_THINGS and COUPS.isdisjoint(line.words):
        recipients = _others(parties(scene, tree, places.inside()), actors)
        if line.type is EventType.COOPERATE or line.second == ("with",):
            recipients = [m for m in recipients if m.actor.origin is not Origin.FOUND]
    if len(actors) > 2 and _between(line, places) and actors[0].actor.origin is Origin.FOUND:
        # "between the trade union, the CUT, and the government": two sides and not three
        beside = tree.words[actors[0].span.end] == "," and actors[1].span.start <= actors[0].span.end + 2
        actors = actors[1:] if beside and actors[1].actor.origin is not Origin.FOUND else actors
    if len(actors) > 1 and not recipients and _between(line, places):
        actors, recipients = two_sides(actors)
    elif len(recipients) > 1 and not actors and _between(line, places):
        actors, recipients = two_sides(recipients)
    if not actors and line.pos == "v" and line.type in _SETTLED and len(line.words) > 1:
        sides = parties(scene, tree, places.heads("thing.sides"))
        actors, recipients = two_sides(sides) if len(sides) > 1 else (actors, recipients)
    exchanged = line.words[0] in _EXCHANGING and line.type is EventType.ACCUSE
    if len(actors) > 1 and not recipients and line.pos == "v" and (exchanged or _each_other(line, places)):
        actors, recipients = two_sides(actors)
    if not recipients and line.type in _AGAINST:
        recipients = _others(opposed(scene, tree, token, actors), actors)
    if actors and not recipients and (line.type in _ON_LAND or line.words[0] in _BUILDING):
        recipients = abroad(scene, tree, places, actors)
    if line.type in (EventType.ASSAULT, EventType.MOBILIZE) or Context.COUP in line.contexts:
        recipients = [state_of(scene, tree, token, m) for m in recipients]
    if line.pos == "v" and not recipients and line.type in _PUT_TO:
        recipients = _others(parties(scene, tree, places.met_with()), actors)
    if line.pos == "v" and not recipients and line.type in _STRUCK:
        recipients = _others(parties(scene, tree, in_answer(places), depth=0), actors)
    if not actors and line.pos == "n" and line.type is EventType.PROTEST:
        actors = crowd(scene, tree, token, faced=bool(recipients))
    if not recipients and line.type in _QUELLING:
        struck = (*suffering, *places.extras, *(n for place in line.second for n in places.heads(place)))
        recipients = [m for n in dict.fromkeys(struck) if (m := scene.implied_by(tree, n)) is not None]
    if line.type is EventType.COOPERATE and line.words[0] in _GIVING_UP:
        given = places.heads("obj")  # "handed over the activist": not to him
        held = parties(scene, tree, [*given, *places.heads("of")]) if line.words[0] in EXTRADITING else []
        if held and not actors:
            recipients = held
        else:
            recipients = [m for m in recipients if m.actor.type is not ActorType.PERSON or m.head not in given]
    if line.type is EventType.THREATEN:
        # "the government threatened that the country would": with what it would do, not whom
        own = {m.actor.country for m in actors if m.actor.type is not ActorType.COUNTRY}
        recipients = [
            m
            for m in recipients
            if m.actor.type is not ActorType.COUNTRY
            or m.actor.country not in own
            or tree.words[tree.heads[m.head]] in ("on", "against")
        ]
    if line.type is EventType.CONSULT and recipients and all(m.actor.type is ActorType.PLACE for m in recipients):
        hosts = [n for talk in places.heads("for") for n in tree.prepositional(talk, "with")]
        recipients = _others(parties(scene, tree, hosts), actors) or recipients  # "went to Lima for talks with her"
    if line.type in _MEANT_WELL:
        recipients = benefiting(scene, tree, token, line, places, actors, recipients)
    if not recipients and line.second[-1:] == _OWN_LAND:
        recipients = _others(own_land(scene, tree, token, actors), actors)
    return actors, recipients


def _withdraws(line: Trigger) -> bool:
    """Whether one's own forces go: "withdrew its troops" is not done to the troops."""
    return line.type is EventType.RETREAT and line.mode == "withdraw"


def _tells_who(scene: Scene, tree: Tree, verb: int) -> bool:
    """Whether what people are for or against only tells them from others: "those who support Ruiz"."""
    above = scene.headed_by(tree, tree.heads[verb]) if tree.deps[verb] == "relcl" else None
    return above is not None and above.why.rule == "clause"


def _pronoun_told(tree: Tree, places: Places) -> bool:
    """Whether a pronoun that stands for no one known tells to whom it is done: "took it to court"."""
    here = places.clause
    return here is not None and any(tree.pos[n] == "PRON" and n not in places.extras for n in here.object)


def _through(scene: Scene, tree: Tree, verb: int) -> list[ActorMention]:
    """Whose deed it was through which a passive's patient fared so: "was ousted in a coup by the army"."""
    if tree.lemmas[verb] in TRYING:
        return []  # "was convicted in the murder of X"
    for preposition in _MEANS:
        for deed in tree.prepositional(verb, preposition):
            lines = [m for m in events().get(tree.lemmas[deed], ()) if m.pos == "n" and len(m.words) == 1]
            if any(m.type in HARMFUL for m in lines):
                places = Places.of_noun(scene, tree, deed, ())
                return parties(scene, tree, places.find(("by", "mod", "light"))) or parties(
                    scene, tree, places.heads("backed")
                )
    return []


def _doers_first(line: Trigger, places: Places) -> Sequence[str]:
    """The line's places for who does it; a light verb's subject before whoever the noun is named after.

    "Brazil imposed IMF austerity": Brazil did.
    """
    if line.pos != "n" or places.verb is None or "light" not in line.first:
        return line.first
    if line.type is EventType.MOBILIZE:
        return sorted(line.first, key=lambda place: place != "of")  # "approved the deployment of US troops"
    return sorted(line.first, key=lambda place: place not in ("by", "poss", "light"))


def _only_where(line: Trigger, mention: ActorMention, places: Places) -> bool:
    """Whether a name before a noun tells where it happens and not who does it: "the Lima protests"."""
    where = _WHERE | {ActorType.COUNTRY, ActorType.BLOC} if line.type is EventType.PROTEST else _WHERE
    return mention.actor.type in where and mention.head in (
        *places.heads("mod"),
        *places.heads("poss"),
        *places.heads("of"),
    )


def _in_place(
    tree: Tree,
    line: Trigger,
    places: Places,
    actors: list[ActorMention],
    recipients: list[ActorMention],
    suffering: list[int],
) -> Cast:
    """Those who stand at a party's place as parties, not to tell where, whose or what sort of thing it is."""
    if line.pos == "n":
        actors = [m for m in actors if not _only_where(line, m, places)]
        if line.words[0] in _CONDITIONS:
            # "the country's violence" is where it happens
            actors = [m for m in actors if m.actor.type is not ActorType.COUNTRY or m.head not in places.heads("poss")]
        if line.type is EventType.OTHER:
            actors = [m for m in actors if tree.words[m.span.start] not in OURS]
        if line.type is EventType.PROTEST and line.words[0] == "rally":
            # a candidate's own rally is no protest
            actors = [m for m in actors if m.actor.type is not ActorType.PERSON]
        if line.type in HARMFUL:
            # "the attack in the Security Council": where it was spoken of
            said = places.heads("in")
            recipients = [m for m in recipients if m.actor.type is not ActorType.IGO or m.head not in said]
            if line.type is EventType.ASSAULT and line.words[-1] in _INCIDENTS and not actors:
                recipients = [m for m in recipients if m.actor.type not in LANDS or m.head not in said]
        if "mod" in line.second:
            # "the Cuba embargo" is against Cuba, "IMF austerity" is not against the IMF
            before = places.heads("mod")
            recipients = [m for m in recipients if m.actor.type is not ActorType.IGO or m.head not in before]
    elif line.words[0] == "rally" and line.words[-1] != "against":
        actors = [m for m in actors if m.actor.type is not ActorType.PERSON]
    if line.type is EventType.MOBILIZE:
        actors, recipients = movers(line, places, actors, recipients)
    if line.words[0] == "host" and line.pos == "v":
        recipients = [m for m in recipients if m.head in suffering]  # "hosted a Republican debate" receives no one
    if line.words == ("receive",):
        # a person is received, not a letter or a blow
        recipients = [m for m in recipients if m.head in suffering and m.actor.type is ActorType.PERSON]
        actors = actors if recipients else []
    if line.words == ("turn", "to"):
        recipients = [m for m in recipients if m.actor.type in _TURNED_TO]  # "turned to Ruiz and smiled"
        actors = actors if recipients else []
    if line.mode == "release":
        # a poll or a film is released, too
        recipients = [m for m in recipients if m.head in suffering and m.actor.type in _RELEASED]
        if line.pos == "n" and (of_what := places.heads("of")):
            recipients = [m for m in recipients if m.head in of_what]  # "her release of the report"
        actors = actors if recipients or line.words[-1] in _CAPTIVES else []  # "freed the prisoners"
    return actors, recipients


def _not_both(
    scene: Scene,
    tree: Tree,
    actors: list[ActorMention],
    recipients: list[ActorMention],
    acting: list[int],
    suffering: list[int],
) -> Cast:
    """One place for each: of "was detained by his guards" whoever stands there by name, not who owns what does."""
    shared = {m.actor.id for m in actors} & {m.actor.id for m in recipients}
    if not shared:
        return actors, recipients
    named = {m.actor.id for head in suffering if (m := scene.headed_by(tree, head))}
    named -= {m.actor.id for head in acting if (m := scene.headed_by(tree, head))}
    actors = [m for m in actors if m.actor.id not in shared & named]
    return actors, _others(recipients, actors)


def _others(mentions: list[ActorMention], but: list[ActorMention]) -> list[ActorMention]:
    taken = {m.actor.id for m in but}
    return [m for m in mentions if m.actor.id not in taken]


def _of_noun(
    scene: Scene,
    tree: Tree,
    line: Trigger,
    places: Places,
    actors: list[ActorMention],
    recipients: list[ActorMention],
) -> Cast:
    """The cast of a noun of action, with those that stand outside its phrase."""
    met = line.type not in MUTUAL or places.verb is not None
    told = any(scene.headed_by(tree, n) is None for place in ("of", "for") for n in places.heads(place))
    asked = line.second != ("-",) and not (told and line.type is EventType.OTHER)
    met = met and line.type is not EventType.RETREAT  # "its withdrawal isolated Peru"
    if not recipients and met and asked and not _ITS_OWN.intersection(line.words):
        recipients = _others(parties(scene, tree, places.heads("carried")), actors)
    if not actors and line.type in HARMFUL:
        actors = _others(parties(scene, tree, places.heads("backed")), recipients)
    if line.words == ("war",) and actors and not recipients:
        # "the Libyan war" was in Libya, whoever fought it
        named_after = places.heads("mod")
        if all(m.head in named_after and tree.tags[m.head] != "NNP" for m in actors):
            actors, recipients = [], actors
    if actors and not recipients and places.verb is None and not COUPS.isdisjoint(line.words):
        named = {*places.heads("mod"), *places.around.actors, *places.heads("poss")}
        this = any(tree.words[c] in _POINTING for c in tree.children[places.head])
        compound = any("-" in tree.words[m.head] for m in actors)  # "the U.S.-backed coup"
        if not (this or compound) and all(m.actor.type is ActorType.COUNTRY and m.head in named for m in actors):
            actors, recipients = [], actors  # "the Chilean coup" was one in Chile
    return actors, recipients


def _between(line: Trigger, places: Places) -> bool:
    """Whether those who do it are told as two sides: "talks between Peru and Chile", "Peru-Chile talks"."""
    if places.heads("between"):
        return "between" in (*line.first, *line.second)
    return line.pos == "n" and line.type in MUTUAL and len(places.heads("mod")) > 1


def _each_other(line: Trigger, places: Places) -> bool:
    """Whether what several do they do to one another: "accused each other", "fought against one another"."""
    words = places.tree.words
    heads = (n for place in line.second for n in places.heads(place))
    if line.type in MUTUAL:
        return False
    return any((words[n - 1], words[n]) in (("each", "other"), ("one", "another")) for n in heads)
