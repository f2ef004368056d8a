"""Ties in compounds with a hyphen: "Moscow-backed rebels", "a Kremlin-friendly party", "anti-Castro exiles"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import clause
from dissensus.finding.fitting import known_by, sign
from dissensus.finding.found import Found
from dissensus.finding.lexicons import events
from dissensus.finding.parties import parties
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType, EventType, Kind, Relation, Tie
from dissensus.tables import package_table

_DEEDS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.SANCTION, EventType.PROTEST})
_HYPHENS = frozenset("-–‑")
_INSIDE_NOUN = frozenset({"amod", "compound", "nmod", "npadvmod", "punct", "advmod", "prefix", "dep", "poss"})


@dataclass(frozen=True, slots=True)
class Compound:
    """A line of compounds.tsv.

    Attributes:
        before: whether the name stands before the word.
        named_first: whether the name is the tie's a.
    """

    relation: Relation
    before: bool
    named_first: bool


@cache
def compounds() -> dict[str, Compound]:
    """The words by themselves."""
    index: dict[str, Compound] = {}
    for row in package_table("dissensus.finding", "lexicon/compounds.tsv", ("word", "side", "relation", "a")):
        if row["side"] not in ("before", "behind") or row["a"] not in ("name", "noun"):
            raise row.error("side must be before or behind, and a name or noun")
        try:
            relation = Relation(row["relation"])
        except ValueError as error:
            raise row.error(str(error)) from None
        for word in row.many("word"):
            index[word] = Compound(relation, row["side"] == "before", row["a"] == "name")
    return index


def find_compounds(scene: Scene, tree: Tree) -> Iterator[Found]:
    """The ties that the compounds of a paragraph tell."""
    index = compounds()
    for hyphen in [i for i, word in enumerate(tree.words) if "-" in word or word in _HYPHENS]:
        if "-" in tree.words[hyphen] and len(tree.words[hyphen]) > 1:
            yield from _in_one_word(scene, tree, hyphen)
        if not 0 < hyphen < len(tree) - 1 or tree.words[hyphen] not in _HYPHENS:
            continue
        word = index.get(tree.words[hyphen + 1])
        if word is not None and word.before:
            named = scene.named_by(tree, hyphen - 1)
            at = hyphen + 1
        else:
            word = index.get(tree.words[hyphen - 1])
            if word is None or word.before:
                continue
            named = scene.named_by(tree, hyphen + 1)
            at = hyphen - 1
        if named is not None:
            yield from _ties(scene, tree, at, word, named)


def _in_one_word(scene: Scene, tree: Tree, at: int) -> Iterator[Found]:
    """Of a compound that the parser keeps in one word: "U.S.-backed"."""
    word = compounds().get(tree.words[at].rsplit("-", 1)[1])
    named = scene.named_by(tree, at)
    if word is not None and word.before and named is not None:
        yield from _ties(scene, tree, at, word, named)


def _ties(scene: Scene, tree: Tree, at: int, word: Compound, named: ActorMention) -> Iterator[Found]:
    for holder in _whose(scene, tree, _noun(tree, at, named))[:3]:
        if holder.actor.id == named.actor.id:
            continue
        if word.relation is Relation.LEADS and known_by(holder, named):
            continue  # "the Saudi-led coalition" is the only name of what they lead
        if word.relation is Relation.ARMS and holder.actor.type is ActorType.PERSON:
            continue  # "a US-trained economist"
        if tree.words[at].endswith("owned") and named.actor.type is ActorType.COUNTRY:
            continue  # "a Spanish-owned company" is owned by Spaniards
        a, b = (named, holder) if word.named_first else (holder, named)
        body = Tie(
            a=scene.reference(a),
            relation=word.relation,
            b=scene.reference(b),
            sign=sign(word.relation),
        )
        lexicon = f"compounds.tsv:{tree.words[at].rsplit('-', 1)[-1]}"
        yield Found(Kind.TIE, body, tree, at, (), (a, b), "compound", lexicon, presupposed=tree.deps[at] != "acomp")


def _noun(tree: Tree, at: int, named: ActorMention) -> int:
    """The noun that a compound says something of, or the word that it is said by."""
    noun = at
    for _ in range(6):
        outside = not named.span.holds(tree.index, noun)
        if outside and noun != at and tree.deps[noun] not in ("compound", "nmod", "amod", "npadvmod", "punct"):
            break
        if tree.heads[noun] == noun or (tree.deps[noun] not in _INSIDE_NOUN and noun != at):
            break
        if noun == at and tree.deps[noun] in ("acomp", "ROOT", "attr"):
            break
        noun = tree.heads[noun]
    return noun


def _whose(scene: Scene, tree: Tree, noun: int) -> list[ActorMention]:
    """Whom it is said of: the noun itself, its possessor, or the subject of the verb that it hangs on."""
    own = scene.headed_by(tree, noun)
    if own is not None:
        return [own]
    verb = tree.heads[noun]
    if any(line.pos == "n" and line.type in _DEEDS for line in events().get(tree.lemmas[noun], ())):
        return []  # "a US-backed overthrow of X" tells of its helpers, not of X
    if tree.deps[noun] in ("acomp", "attr") and tree.pos[verb] in VERBAL:
        return parties(scene, tree, clause(tree, verb).subject, depth=0)
    behind = [*tree.all_children(noun, "poss"), *tree.prepositional(noun, "of"), *tree.prepositional(noun, "by")]
    found = parties(scene, tree, [*behind, *tree.all_children(noun, "appos")], depth=1)
    if not found and tree.deps[noun] == "dobj" and tree.pos[verb] in VERBAL:
        found = parties(scene, tree, clause(tree, verb).subject, depth=1)
    return found
