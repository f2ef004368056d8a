"""Groups without a proper name: "drug cartels", "Latin American workers", "the opposition in Ecuador", "protesters"."""

from __future__ import annotations

from dissensus.actors.again import state_again, titled_before
from dissensus.actors.bodies_again import IN_THE_PLURAL, same_again
from dissensus.actors.context import apposed_person
from dissensus.actors.dictionary import State
from dissensus.actors.group_names import as_written, describes, join_words, judges, named_after
from dissensus.actors.home import beyond, force_of, home_of, placed_elsewhere, the_people
from dissensus.actors.lexicon import cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.owned import is_related
from dissensus.actors.page import NUM, POSSESSIVE, NounHit, Page
from dissensus.actors.phrases import NounPhrase
from dissensus.actors.words import slug
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType

_MEN = frozenset(((), ("CVL",), ("AGR",), ("LAB",), ("BUS",), ("MED",), ("EDU",), ("REL",)))
"""Chief sectors of people who are of one country when they are joined: not of police and those whom they face."""
_SIDES = frozenset(("the left", "the right"))
_ALARMS = (["of", "emergency"], ["of", "siege"], ["of", "war"])
"""What a "state" is of where it is no country."""
_STATES = frozenset(("country", "nation", "state", "republic", "island nation", "kingdom"))
_ARGUMENTS = frozenset(
    (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "agent",
        "conj",
        "attr",
        "appos",
        "dative",
        "poss",
        "ROOT",
        "iobj",
        "oprd",
        "nmod",
        "npadvmod",
    )
)


def group(
    work: Work, page: Page, hit: NounHit, phrase: NounPhrase, countries: list[Draft], head: int, *, modifies: bool
) -> None:
    """Make the mention of a group, if the noun phrase names one."""
    noun = hit.noun
    plural = hit.plural or page.tag[head] in ("NNS", "NNPS")
    if noun.noun == "state" and page.texts[hit.end : hit.end + 2] in _ALARMS:
        return
    if noun.noun in _SIDES and (
        page.texts[hit.end : hit.end + 1] in (["of"], ["to"])
        or (phrase.possessor is not None and phrase.possessor.part is Part.PERSON)
    ):
        return  # "the right of refugees to work", "to Ruiz's right"
    if noun.arm == "opposition" and page.texts[hit.end : hit.end + 1] in (["to"], ["from"], ["against"]):
        return  # "opposition to the plan"
    if (
        not plural
        and not modifies
        and (_known_state(work, page, hit, phrase, head) or _known_person(work, page, hit, phrase, head))
    ):
        return
    owned = bool(phrase.owners or countries or phrase.possessor or phrase.complements)
    if not owned and plural == (noun.noun in IN_THE_PLURAL) and same_again(work, page, hit, phrase, head):
        return
    if not plural and (named := _named_behind(work, page, hit, head)) is not None:
        why = Resolution("apposition", 0.85, f"the {noun.noun} {named.actor.name}")
        work.add(page, phrase.start, hit.end, named.actor, why, Part.BODY, head)
        return
    described = [i for i in range(phrase.start, hit.start) if i in phrase.linked or describes(work, page, i)]
    counted = plural and phrase.start > 0 and page.pos[phrase.start - 1] == NUM and noun.note == "weak"
    if not owned and not described and noun.arm == "people" and the_people(work, page, hit, phrase, head):
        return
    if not (owned or counted or (described and noun.note != "head")) and noun.note in ("weak", "head"):
        own = plural and not described and noun.noun in cues("own_people")
        if not own or home_of(work, page, hit.start, noun, ()) is None:
            return
    if modifies or (page.dep[head] not in _ARGUMENTS and not owned):
        return
    if (
        not plural
        and noun.note != "mass"
        and noun.plural
        and not owned
        and not phrase.indefinite
        and not phrase.definite
        and page.dep[head] not in ("nsubj", "nsubjpass", "dobj")
    ):
        return
    state = work.state(countries[0].actor.country) if countries else None
    if not hit.plural and set_beside(work, page, hit, phrase, head):
        return
    if _names_its_body(hit, phrase):
        body = phrase.possessor
        assert body is not None
        why = Resolution("apposition", 0.85, f"the {noun.noun} {body.actor.name}")
        work.add(page, phrase.start, hit.end, body.actor, why, Part.BODY, head)
        return
    told = [i for i in described if not judges(page, i)] if owned or noun.note not in ("weak", "head") else described
    words = [as_written(work, page, i) for i in (*told, *range(hit.start, hit.end))]
    telling = join_words(words)
    if phrase.possessor is not None or phrase.complements:
        telling = telling.removeprefix("the ")
    sectors = noun.sectors
    if noun.note == "head":
        sectors = _sectors_before(page, hit) or sectors
    if "former" in words or "ex" in words:
        sectors = ("ELI",)
    start, end = min([phrase.start, *described]), hit.end
    if phrase.complements:
        end = phrase.complements[0].end
    if not owned or (not phrase.owners and phrase.possessor is None):
        start = described[0] if described else hit.start
    country: str | None = None
    if state is None and not owned:
        outside = beyond(work, page, hit)
        if outside is not None:
            end, telling = outside.end, f"{telling} {page.doc[hit.end : outside.end].text}"
        else:
            state = _of_joined(work, page, hit, head) or home_of(work, page, hit.start, noun, described)
        if state is not None and placed_elsewhere(work, page, hit, state):
            state = None
        force = (
            force_of(work, page, state, noun, described)
            if state is not None and (plural or noun.note == "mass")
            else None
        )
        if force is not None and state is not None:
            why = Resolution("noun", 0.55, f"{telling} without a country; the text is about {state.name}")
            work.add(page, start, end, force, why, Part.ROLE, head)
            return
    telling = telling.removeprefix("the ") if state is not None else telling
    if state is not None and owned and is_related(hit) and _to_state(page, phrase, countries[0]):
        belongs = phrase.preposition == "of" or page.texts[countries[0].end] in POSSESSIVE
        name = f"{telling} of {state.with_article}" if belongs else f"{state.attributive} {telling}"
        id = f"found.{slug(name)}"
    elif state is not None:
        name, id, country = f"{state.attributive} {telling}", f"found.{state.id}.{slug(telling)}", state.iso3
    else:
        name = named_after(phrase, telling)
        id = f"found.{slug(name)}"
        holder = phrase.possessor or (phrase.complements[0] if phrase.complements else None)
        if holder is not None:
            country = holder.actor.country
            if noun.note == "head" and holder.part is Part.BODY and holder.actor.sectors:
                sectors = tuple(holder.actor.sectors)
    type = ActorType(noun.type) if noun.type else ActorType.PEOPLE
    if not plural and noun.plural and noun.note != "mass" and type is ActorType.PEOPLE and _is_one(noun.noun):
        type = ActorType.PERSON
    if plural and type is ActorType.PERSON:
        type = ActorType.PEOPLE
    actor = work.found(id, name, type, country, sectors)
    why = Resolution(
        "group", 0.7 if owned or hit.plural or noun.note == "mass" else 0.5, f"{telling}: those who are called so"
    )
    draft = work.add(page, start, end, actor, why, Part.ROLE, head)
    if plural and country is not None and len(countries) > 1:
        _of_each(work, draft, countries, telling, sectors)


def _of_joined(work: Work, page: Page, hit: NounHit, head: int) -> State | None:
    """The state of the people a plural noun is joined to: "Peruvian miners and peasants"."""
    if page.dep[head] != "conj" or page.texts[hit.start - 1 : hit.start] != ["and"] or hit.noun.sectors[:1] not in _MEN:
        return None
    first = work.at(page, page.head[head])
    if first is None or first.head != page.head[head] or first.part is not Part.ROLE or first.end != hit.start - 1:
        return None
    alike = first.actor.type is ActorType.PEOPLE and first.actor.sectors[:1] in _MEN
    left = work.at(page, first.start) is first and page.head[first.start] == first.head and first.end > first.start + 1
    return work.state(first.actor.country) if alike and left and hit.plural else None


def _of_each(work: Work, first: Draft, owners: list[Draft], telling: str, sectors: tuple[str, ...]) -> None:
    """The same group of each country that is named: "Peruvian and Chilean miners", "officials of Peru and Chile"."""
    states = dict.fromkeys(state for owner in owners if (state := work.state(owner.actor.country)) is not None)
    if len(states) < 2:
        return
    each = []
    for state in states:
        id, name = f"found.{state.id}.{slug(telling)}", f"{state.attributive} {telling}"
        actor = work.found(id, name, first.actor.type, state.iso3, sectors)
        each.append(Draft(first.page, first.start, first.end, first.head, actor, first.why, first.part))
    work.several[first.page.index, first.head] = each


def _to_state(page: Page, phrase: NounPhrase, owner: Draft) -> bool:
    """Whether those who stand for or against someone do so to a state: "allies of Peru", "Peru's critics".

    "Peruvian critics" and "critics in Peru" are of the country.
    """
    return owner.part is Part.STATE and (owner not in phrase.complements or phrase.preposition == "of")


def _known_state(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, head: int) -> bool:
    """A state named before, by its region: "the Andean country", "the tiny Caribbean nation"."""
    if hit.noun.noun not in _STATES or phrase.complements or phrase.belongs:
        return False
    first = min([phrase.start, *(owner.start for owner in phrase.owners)])
    if first == hit.start or page.texts[first - 1 : first] not in (["the"], ["The"], ["this"], ["This"]):
        return False
    told = [text.lower() for text in page.texts[first : hit.start]]
    named = [" ".join(told[i:j]) for i in range(len(told)) for j in range(len(told), i, -1)]
    for words in named:
        actor = state_again(work, page, first, words.replace(" - ", "-"))
        if actor is not None:
            why = Resolution("same again", 0.6, f"the {words} {hit.noun.noun} named last is {actor.name}")
            work.add(page, first, hit.end, actor, why, Part.ROLE, head)
            return True
    return False


def _known_person(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, head: int) -> bool:
    """Someone named before with this trade: "the economist", after "the economist Ana Ruiz"."""
    if (
        hit.noun.type not in ("person", "people", "military")
        or not hit.noun.plural
        or hit.noun.note in ("mass", "head")
    ):
        return False
    if phrase.owners or phrase.possessor is not None or phrase.complements:
        return False
    if page.texts[hit.start - 1 : hit.start] not in (["the"], ["The"]):
        return False
    actor = titled_before(work, page, hit.start, hit.noun.noun)
    if actor is None:
        return False
    why = Resolution("title again", 0.6, f"the {hit.noun.noun} named before")
    work.add(page, hit.start, hit.end, actor, why, Part.PERSON, head)
    return True


def _named_behind(work: Work, page: Page, hit: NounHit, head: int) -> Draft | None:
    """The body whose name follows straight behind the noun: "the Islamist group Boko Haram"."""
    held = work.at(page, hit.end)
    if held is None or held.start != hit.end or held.part is not Part.BODY:
        return None
    joined = page.head[head] == held.head or (page.dep[held.head] == "appos" and page.head[held.head] == head)
    fits = hit.noun.type in (held.actor.type, "movement") or (hit.noun.note == "weak" and hit.noun.type != "person")
    return held if joined and fits else None


def set_beside(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, head: int) -> bool:
    """A singular noun set beside a name stands for the one named: "Citizens' Path, the party of the south,"."""
    held = apposed_person(work, page, phrase, head) if hit.noun.type in ("person", "people") else None
    if held is None and page.dep[head] == "appos" and page.head[head] < phrase.start:
        beside = work.at(page, page.head[head])
        if beside is not None and (
            beside.actor.type == hit.noun.type
            or (beside.part is Part.BODY and hit.noun.type not in ("person", "country"))
        ):
            held = beside
    if held is None and page.texts[hit.end : hit.end + 1] == [","] and hit.noun.type != "person":
        beside = work.at(page, hit.end + 1) or work.at(page, hit.end + 2)
        behind = beside is not None and page.dep[beside.head] == "appos" and page.head[beside.head] == head
        if beside is not None and behind and beside.part is Part.BODY:
            held = beside
    if held is None and hit.noun.type not in ("person", "people", "country"):
        held = _body_before(work, page, phrase)
    if held is None:
        return False
    why = Resolution("apposition", 0.85, f"set beside {held.actor.name}")
    work.add(page, phrase.start, hit.end, held.actor, why, held.part, head)
    return True


def _body_before(work: Work, page: Page, phrase: NounPhrase) -> Draft | None:
    """The body right before a comma and "a", whatever the parse makes of it: "for Libre, a party in Honduras"."""
    start = phrase.start
    if start < 3 or page.texts[start - 2] != "," or page.texts[start - 1] not in ("a", "an"):
        return None
    held = work.at(page, start - 3)
    return held if held is not None and held.part is Part.BODY and held.end == start - 2 else None


def _names_its_body(hit: NounHit, phrase: NounPhrase) -> bool:
    """Whether the noun only says what the body before it is: "the CONAIE confederation"."""
    body = phrase.possessor
    if body is None or body.part is not Part.BODY or hit.plural or phrase.belongs:
        return False
    return hit.noun.type == body.actor.type or (hit.noun.note == "weak" and hit.noun.type == "movement")


def _is_one(noun: str) -> bool:
    return not noun.endswith(
        ("group", "community", "class", "family", "nation", "tribe", "clan", "minority", "society", "staff")
    )


def _sectors_before(page: Page, hit: NounHit) -> tuple[str, ...]:
    for i in range(hit.start - 1, max(-1, hit.start - 4), -1):
        other = page.nouns.get(i)
        if other is not None and other.end == hit.start:
            return other.noun.sectors
    return ()
