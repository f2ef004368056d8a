"""What stands around a trigger, as the parse alone tells: shared dependents, hyphened names, deeds that strike."""

from __future__ import annotations

from collections.abc import Sequence

from dissensus.finding.lexicons import deeds
from dissensus.finding.nominals import raised
from dissensus.finding.parties import INSIDE, LED, OTHERS
from dissensus.finding.tree import Tree
from dissensus.model import EventType
from dissensus.parsing.people import load_people

_DEADLY = frozenset({EventType.ASSAULT, EventType.COERCE})
_OWN_DEPS = frozenset({"poss", "det"})
_DEEPER = {
    "against": frozenset({"of", "by", "from", "with", "in", "on"}),
    "in": frozenset({"by", "of"}),
    "on": frozenset({"by", "from"}),
    "over": frozenset({"of", "by"}),
    "of": frozenset({"in", "at"}),
    "to": frozenset({"of", "by"}),
    "between": frozenset({"in", "at", "on", "over", "about"}),
}
"""Behind which prepositions the parser may hang what belongs to the noun of action itself."""


def struck_there(tree: Tree, verb: int, subject: Sequence[int]) -> int | None:
    """The deed that struck someone, where the clause hangs on its place: "raids on Iraqi soil that killed ten"."""
    if tree.deps[verb] != "relcl" or list(subject) != [tree.heads[verb]]:
        return None
    if EventType.ASSAULT not in deeds(tree.lemmas[verb], "v"):
        return None
    noun = subject[0]
    for _ in range(INSIDE):  # "a shooting at a church in Texas that killed ten"
        link = tree.heads[noun]
        if tree.deps[noun] != "pobj" or tree.words[link] not in ("in", "at", "on"):
            return None
        noun = tree.heads[link]
        if tree.pos[noun] == "NOUN" and not _DEADLY.isdisjoint(deeds(tree.lemmas[noun], "n")):
            return noun
    return None


def is_own(tree: Tree, noun: int) -> bool:
    """Whether something is told to be someone's by a pronoun only: "offered to share its vaccines"."""
    return any(tree.tags[c] == "PRP$" for c in tree.all_children(noun, "poss"))


def are_people(tree: Tree, noun: int) -> bool:
    """Whether a noun, or the one it counts out, is a word for persons: "dozens of ministers"."""
    told = (noun, *tree.prepositional(noun, "of"))
    return any(tree.lemmas[n] in load_people().persons or tree.lemmas[n] in OTHERS for n in told)


def hyphened(tree: Tree, name: int) -> list[int]:
    """The names that a hyphen joins before a noun ("the Peru-Chile border")."""
    if name >= 2 and tree.words[name - 1] == "-" and tree.pos[name - 2] in ("PROPN", "ADJ"):
        return [name - 2, name]
    return [name]


def alike(tree: Tree, noun: int) -> list[int]:
    """Other nouns whose dependents a noun of action shares: "US threats and raids against Cuba"."""
    found = raised(tree, noun)[1:]
    if any(tree.deps[c] in _OWN_DEPS for c in tree.children[noun]):
        found = [n for n in found if n not in tree.conjuncts(tree.first_conjunct(noun))]
    for following in tree.conjuncts(noun)[1:]:
        if any(tree.deps[c] in _OWN_DEPS for c in tree.children[following]):
            break
        found.append(following)
    return found


def hung_deeper(tree: Tree, holder: int, preposition: str) -> list[int]:
    """What the parser hangs on the next noun: "operations with the army against the cartels"."""
    links = _DEEPER.get(preposition)
    if links is None:
        return []
    between = (c for c in tree.children[holder] if tree.deps[c] in ("prep", "agent") and tree.words[c] in links)
    behind = [p for c in between for p in tree.children[c] if tree.deps[p] == "pobj"]
    if preposition == "of":  # "the arrest in Spain of X"
        behind = [p for p in behind if tree.pos[p] == "PROPN" or tree.names[p] == "DATE"]
    return [n for p in behind for n in tree.prepositional(p, preposition)]


def led_by(tree: Tree, noun: int, carrier: int | None) -> list[int]:
    """The doer told in a participle behind a noun: "survived a coup led by the generals"."""
    led = (c for c in tree.children[noun] if tree.deps[c] == "acl" and tree.lemmas[c] in LED)
    return [n for c in led if tree.tags[c] == "VBN" and c != carrier for n in tree.prepositional(c, "by")]


def owner_before(tree: Tree, owner: int) -> list[int]:
    """The first of two owners, which the parser takes for the subject: "Chile's and Peru's refusal"."""
    first = tree.left[owner] - 3
    if first < tree.starts[owner] or tree.words[first + 1] not in ("'s", "'") or tree.words[first + 2] != "and":
        return []
    return [first] if tree.pos[first] == "PROPN" else []


def is_meeting(tree: Tree, noun: int) -> bool:
    """Whether a noun names a meeting."""
    return EventType.CONSULT in deeds(tree.lemmas[noun], "n")
