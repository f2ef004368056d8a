"""Whether a verb has the sense of its line where it stands, as its subject, object and surroundings tell.

"Exploited his remark" harms no one's goods, "insisted on CNN" asks nothing of CNN, and a candidate who visits a town of
his own country consults with no other.
"""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention
from dissensus.finding.goodwill import GOODWILL, not_so_meant
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import Trigger, context_words, deeds, governors
from dissensus.finding.numerals import measures
from dissensus.finding.parties import FORCES, HARMS, LANDS
from dissensus.finding.places import REFLEXIVE, Places
from dissensus.finding.tree import Tree
from dissensus.model import ActorType, Context, EventType

_SPOKEN = frozenset(
    "remark comment statement word speech phrase quote quotation tweet message slogan claim allegation accusation "
    "argument endorsement nomination reputation perception fear anger anxiety sentiment sense feeling emotion "
    "frustration resentment prejudice nostalgia mood doubt confusion weakness vulnerability gaffe mistake case idea "
    "theory notion narrative belief suggestion recognition conversation debate question".split()
)
"""What no force is done to, though someone's."""
_SHARES = frozenset({"percent", "%", "percentage"})
_LETTING = frozenset({"allow", "let", "permit"})
_NO_ONE = frozenset({"it", "this", "that", "which", "what", "there", "'s"})
_PROMPTING = frozenset({"encourage", "require", "push", "lead", "invite"})
_NEEDING_OBJECT = frozenset({"hang", "crush", "exploit", "poison", "behead", "torpedo", "execute", "disappear"})
_STRIVING = frozenset({"fight", "battle", "combat"})
_ARMED = frozenset({Context.MILITARY, Context.TERRORISM, Context.REPRESSION})
_KEPT_FROM = frozenset({"refrain", "abstain", "desist", "avoid"})
_TRAVELLERS = frozenset(
    {
        ActorType.PERSON,
        ActorType.COUNTRY,
        ActorType.GOVERNMENT,
        ActorType.MINISTRY,
        ActorType.MILITARY,
        ActorType.IGO,
        ActorType.NGO,
        ActorType.PARTY,
        ActorType.BLOC,
        ActorType.MOVEMENT,
        ActorType.ARMED_GROUP,
        ActorType.UNION,
    }
)
_MEASURES = frozenset({EventType.COERCE, EventType.SANCTION})
_HALTING = frozenset({"stop", "halt", "end", "cease"})

_CALLED = frozenset({EventType.OTHER, EventType.PROTEST})
"""What is called: elections, strikes."""


def another_sense(tree: Tree, token: int, line: Trigger, places: Places) -> bool:
    """Whether a verb says something else here than its line does."""
    first = line.words[0]
    if line.type in GOODWILL and not_so_meant(tree, token, line, places):
        return True
    if line.pos != "v":
        if first == "charge" and tree.words[tree.heads[token]] == "in":
            return True  # "in charge of the ministry"
        if line.words == ("strike",) and _kills(tree, token, places):
            return True  # "Israeli strikes killed ten": no strike of workers, and told by the verb
        return _kept_from(tree, token, line) or _made_use_of(tree, token, line)
    if is_infinitive(tree, token) and any(tree.words[c : c + 2] == ["how", "to"] for c in tree.children[token]):
        return True  # "taught them how to interrogate"
    if line.type is EventType.RETREAT and first in _HALTING and any(_of_others(places, n) for n in places.extras):
        return True  # "helicopters stop insurgent attacks"
    if first == "arm" and tree.tags[token] == "VBN" and tree.child(token, "agent") is None:
        return tree.deps[token] in ("acl", "amod", "advcl")  # "strikers armed with sticks"
    if first == "agree" and len(line.words) == 1 and any(n > token for n in tree.all_children(token, "nsubj")):
        return True  # '"It is so," agrees X'
    if first == "retaliate" and any(deeds(tree.lemmas[n], "n") & _MEASURES for n in tree.prepositional(token, "with")):
        return True  # "retaliated with tariffs", which tell it
    if line.words == ("use", "force") and any(tree.tags[n] == "NNS" for n in places.extras):
        return True  # "uses the armed forces to hand out food"
    counted = tree.child(token, "nsubj")
    if counted is not None and tree.lemmas[counted] in _SHARES:
        return True  # a poll: "28 percent of the members supported her"
    here = places.clause
    objects = [n for n in here.object if n not in places.extras] if here else []
    if ((first in _NEEDING_OBJECT and len(line.words) == 1) or line.words == ("hold", "back")) and not objects:
        return True
    if first == "rally" and line.type is EventType.PROTEST and objects:
        return True  # "rallied her voters"
    if line.type in HARMS and objects and all(tree.words[n] in REFLEXIVE for n in objects):
        return True
    if line.type in HARMS and len(line.words) == 1 and _left_to_do(tree, token):
        return True
    if line.words in (("run", "over"), ("bump", "off")):
        return not objects or bool(tree.prepositional(token, line.words[1]))
    if first == "execute" and len(line.words) == 1:
        return not any(places.scene.headed_by(tree, n) or tree.lemmas[n] in measures()["people"] for n in objects)
    if line.words[:2] == ("take", "over") and line.type is EventType.OTHER and objects:
        return True  # "took heat from Ruiz over his vote"
    if line.words in (("fly", "to"), ("submit", "to")) and objects:
        return True  # "flew him to Cuba": he is taken there and meets no one; "submitted a report to the court"
    if first in _STRIVING and len(line.words) == 1 and not objects and tree.prepositional(token, "for"):
        return not _in_arms(tree, token, places)
    if first in _LETTING:
        imperative = (
            tree.tags[token] == "VB" and tree.deps[token] == "ROOT" and tree.child(token, "aux", "nsubj") is None
        )
        return imperative or any(tree.words[n] in _NO_ONE for n in (here.subject if here else ()))
    if first == "call" and (line.words[1:] == ("on",) or line.type in _CALLED):
        return tree.child(token, "oprd") is not None  # "called “X” on his page", "called the strike a plot"
    if line.words == ("pressure",) and not objects:
        return True  # "yielded to pressure", as it is parsed
    if first in _PROMPTING and any(tree.words[n] in _NO_ONE for n in tree.all_children(token, "nsubj")):
        return True  # "it would encourage investors to hold assets"
    if first == "succeed" and line.type is EventType.OTHER and tree.prepositional(token, "as"):
        return not objects and not tree.passive(token)  # "to succeed as president he must"
    if first == "spare" and len(line.words) == 1:
        return tree.passive(token) and tree.child(token, "dobj") is not None  # "was spared the protests"
    if line.words == ("insist", "on"):
        behind = [places.scene.headed_by(tree, n) for n in tree.prepositional(token, "on")]
        return any(m is not None and m.actor.type is ActorType.MEDIA for m in behind)
    if line.type in HARMS and len(line.words) == 1 and objects:
        return all(tree.lemmas[n] in _SPOKEN and places.scene.headed_by(tree, n) is None for n in objects)
    return False


def _kills(tree: Tree, deed: int, places: Places) -> bool:
    """Whether a deed is said to have struck people."""
    verb = tree.heads[deed]
    if tree.deps[deed] != "nsubj" or EventType.ASSAULT not in deeds(tree.lemmas[verb], "v"):
        return False
    struck = tree.all_children(verb, "dobj")
    return any(places.scene.headed_by(tree, n) or tree.lemmas[n] in measures()["people"] for n in struck)


def _left_to_do(tree: Tree, verb: int) -> bool:
    """Whether those before the verb are who it is to be done to: "found officers to attack"."""
    if tree.deps[verb] not in ("acl", "relcl") or not is_infinitive(tree, verb):
        return False
    return tree.child(verb, "dobj", "nsubj", "nsubjpass", "agent") is None


def _of_others(places: Places, deed: int) -> bool:
    """Whether a deed is told to be someone's who is not the subject: "insurgent attacks", "attacks by rebels"."""
    tree = places.tree
    doers = [*tree.all_children(deed, "compound", "nmod"), *tree.prepositional(deed, "by")]
    return any(places.scene.named_by(tree, n) is not None or tree.lemmas[n] in measures()["people"] for n in doers)


def _in_arms(tree: Tree, token: int, places: Places) -> bool:
    """Whether a fight may be one of arms: fought by forces, or in a sentence that tells of some."""
    fighters = (places.scene.headed_by(tree, n) for n in places.heads("subj"))
    if any(m is not None and m.actor.type in FORCES for m in fighters):
        return True
    sentence = range(tree.starts[token], tree.ends[token])
    return any(context_words().get(tree.lemmas[i]) in _ARMED for i in sentence if tree.lemmas[i] not in _STRIVING)


def _kept_from(tree: Tree, noun: int, line: Trigger) -> bool:
    """Whether someone is called on not to do it, which says neither that it is done nor that it is not."""
    if line.type not in HARMS or tree.deps[noun] not in ("pobj", "dobj"):
        return False
    verb = tree.heads[tree.heads[noun]] if tree.deps[noun] == "pobj" else tree.heads[noun]
    if tree.lemmas[verb] not in _KEPT_FROM or tree.deps[verb] not in ("xcomp", "ccomp", "advcl", "conj"):
        return False
    entry = governors().get((tree.lemmas[tree.heads[tree.first_conjunct(verb)]], "v"))
    return entry is not None and entry.effect == "demand"


def _made_use_of(tree: Tree, noun: int, line: Trigger) -> bool:
    """Whether a deed is only made use of by others: "is using the latest attacks to renew its calls"."""
    if line.type not in HARMS or tree.deps[noun] != "dobj" or tree.lemmas[tree.heads[noun]] != "use":
        return False
    return any(tree.words[c] in ("the", "these", "those") for c in tree.children[noun])


def not_abroad(line: Trigger, actors: list[ActorMention], recipients: list[ActorMention]) -> bool:
    """Whether a journey or talk is no dealing with others: one within one's own country, or that of a crowd."""
    if line.type is not EventType.CONSULT or not actors:
        return False
    lands = [m.actor for m in recipients if m.actor.type in LANDS]
    if not lands or len(lands) < len(recipients):
        return False
    if line.mode == "visit" and not any(m.actor.type in _TRAVELLERS for m in actors):
        return True
    home = {m.actor.country for m in actors}
    return all((line.mode == "visit" and land.country is None) or land.country in home for land in lands)
