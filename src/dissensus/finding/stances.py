"""Stances: what someone takes another for ("sees X as a threat"), and wants done to another ("seeks to oust X").

What is wanted may or may not come to happen; that it is wanted says where the one who wants it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import clause
from dissensus.finding.fitting import sign
from dissensus.finding.found import Found
from dissensus.finding.nominals import carrier, holders_of_noun
from dissensus.finding.parties import parties
from dissensus.finding.scene import Scene
from dissensus.finding.tie_places import met, own_again
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import Kind, Relation, Tie
from dissensus.tables import package_table

_TAKEN_FOR = {"foe": Relation.OPPOSES, "friend": Relation.SUPPORTS, "instrument": Relation.CONTROLS}
_KINDS = frozenset({"regarding", "using", "foe", "friend", "instrument", "wanting", "undoing", "failing", "authority"})
_RIGHTFUL = frozenset({"legitimate", "rightful", "lawful", "legal", "constitutional", "sole", "true"})
_OF_UNDONE = ("of", "in", "against", "for")
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})


@cache
def stance_words() -> dict[tuple[str, str], frozenset[str]]:
    """The kinds of each word of stances.tsv, by (word, pos)."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for row in package_table("dissensus.finding", "lexicon/stances.tsv", ("word", "pos", "kind")):
        if row["kind"] not in _KINDS or row["pos"] not in ("v", "n", "a"):
            raise row.error(f"kind must be one of {', '.join(sorted(_KINDS))}, and pos v, n or a")
        for word in row.many("word"):
            key = (word, row["pos"])
            found[key] = found.get(key, frozenset()) | {row["kind"]}
    return found


@cache
def _heads() -> frozenset[str]:
    """The word of each line that the others hang on: a noun's last, a verb's first."""
    return frozenset(words.split()[0 if pos == "v" else -1] for words, pos in stance_words())


def find_stances(scene: Scene, tree: Tree) -> Iterator[Found]:
    """The stances of a paragraph."""
    words = stance_words()
    for token in tree.bearing(_heads()):
        pos = "v" if tree.pos[token] in VERBAL else "n"
        kinds = words.get((tree.lemmas[token], pos)) or _of_two_words(tree, token, pos)
        if not kinds:
            continue
        if pos == "n" and tree.deps[token] == "attr":
            yield from _in_eyes(scene, tree, token, kinds)
        if "regarding" in kinds or "using" in kinds:
            yield from _regarded(scene, tree, token, using="using" in kinds)
        if "undoing" in kinds:
            yield from _undone(scene, tree, token, pos)
        if "failing" in kinds and pos == "v":
            yield from _seen_to_fail(scene, tree, token)


def _of_two_words(tree: Tree, token: int, pos: str) -> frozenset[str] | None:
    """The kinds of a noun with the one before it ("regime change") or a verb with its particle ("bring down")."""
    words = stance_words()
    if pos == "v":
        behind = (c for c in tree.children[token] if tree.deps[c] in ("prt", "prep", "advmod", "oprd", "acomp"))
        return next((k for c in behind if (k := words.get((f"{tree.lemmas[token]} {tree.words[c]}", "v")))), None)
    if not token or tree.deps[token - 1] != "compound" or tree.heads[token - 1] != token:
        return None
    return words.get((f"{tree.lemmas[token - 1]} {tree.lemmas[token]}", "n"))


def _in_eyes(scene: Scene, tree: Tree, noun: int, kinds: frozenset[str]) -> Iterator[Found]:
    """To whom someone is a foe or friend: "for X, Y is a threat", "in the eyes of X, Y is an enemy"."""
    relation = next((r for kind, r in _TAKEN_FOR.items() if kind in kinds and r is not Relation.CONTROLS), None)
    verb = tree.heads[noun]
    if relation is None or tree.lemmas[verb] not in ("be", "become", "remain") or _to_another(tree, noun, own=False):
        return
    if tree.prepositional(noun, "to"):
        return  # "is a threat to Z"
    who: list[int] = []
    for c in tree.all_children(verb, "prep"):
        for n in tree.all_children(c, "pobj"):
            if c < verb and tree.words[c] in ("for", "to"):
                who += tree.conjuncts(n)
            elif tree.words[c] == "in" and tree.lemmas[n] == "eye":
                who += [*tree.all_children(n, "poss"), *tree.prepositional(n, "of")]
    for a in parties(scene, tree, who, depth=1):
        for b in parties(scene, tree, clause(tree, verb).subject, depth=1):
            if a.actor.id != b.actor.id:
                yield _tie(scene, tree, verb, (noun,), a, relation, b, "regard")


def _regarded(scene: Scene, tree: Tree, verb: int, *, using: bool) -> Iterator[Found]:
    """What the subject takes the object for, or makes of it."""
    taken_for = predicate(tree, verb)
    if taken_for is None:
        return
    kinds = stance_words().get((tree.lemmas[taken_for], "n"), frozenset())
    relation = next((r for kind, r in _TAKEN_FOR.items() if kind in kinds), None)
    rightful = any(tree.lemmas[c] in _RIGHTFUL for c in tree.all_children(taken_for, "amod"))
    if "authority" in kinds and rightful:
        relation = Relation.RECOGNISES
    if relation is None or (using and relation is not Relation.CONTROLS):
        return
    if relation is not Relation.RECOGNISES and _to_another(
        tree, taken_for, own=relation is Relation.CONTROLS and not using
    ):
        return
    here = clause(tree, verb)
    small = tree.child(taken_for, "nsubj")
    objects = [n for n in here.object if n != taken_for and not own_again(scene, tree, n)]
    if not objects and tree.deps[taken_for] == "appos":
        objects = [tree.heads[taken_for]]
    objects = objects or ([small] if small is not None else []) or [
        n for c in tree.all_children(verb, "prep") if tree.words[c] in ("of", "on", "upon", "at")
        for n in tree.all_children(c, "pobj")
    ]  # fmt: skip
    targets = tree.prepositional(taken_for, "against") or (tree.prepositional(verb, "against") if using else [])
    for a in parties(scene, tree, here.subject, depth=1):
        for b in parties(scene, tree, objects, depth=1):
            if a.actor.id != b.actor.id:
                yield _tie(scene, tree, verb, (taken_for,), a, relation, b, "regard")
        for b in parties(scene, tree, targets, depth=1):
            if a.actor.id != b.actor.id:
                yield _tie(scene, tree, verb, (taken_for,), a, Relation.OPPOSES, b, "regard")


def predicate(tree: Tree, verb: int) -> int | None:
    """The noun that says what the object is taken for: behind "as", or as a second object."""
    for c in tree.children[verb]:
        if tree.words[c] == "as" and tree.deps[c] == "prep":
            return tree.child(c, "pobj", "amod", "acomp")
        if tree.deps[c] in ("oprd", "attr") and tree.pos[c] == "NOUN":
            return c
        if tree.deps[c] in ("ccomp", "xcomp") and tree.pos[c] == "NOUN":
            return c
        if tree.deps[c] in ("ccomp", "dobj") and tree.pos[c] == "PROPN":
            beside = tree.child(c, "appos")  # "considers X the president", "calls X a friend": taken for an apposition
            if beside is not None and tree.words[c + 1] in ("a", "an", "the", "his", "her", "its", "their"):
                return beside
    thing = tree.child(verb, "dobj")
    if thing is not None and tree.child(thing, "nsubj") is not None:
        return thing  # "saw X a threat", taken for a clause without a verb
    if thing is not None and tree.pos[thing] in ("NOUN", "PROPN"):
        # "saw the movement as a danger" with "as" hung on the object
        for c in tree.children[thing]:
            if tree.words[c] == "as" and tree.deps[c] == "prep":
                return tree.child(c, "pobj")
    return None


def _to_another(tree: Tree, noun: int, *, own: bool) -> bool:
    """Whether the noun says to whom someone is a foe or friend ("as a friend of Y"), other than to the subject."""
    possessor = tree.child(noun, "poss")
    if possessor is not None:
        return tree.words[possessor] not in _OWN
    if own:
        return True
    return bool(tree.prepositional(noun, "of")) and tree.lemmas[noun] not in ("model", "example", "champion")


def _undone(scene: Scene, tree: Tree, token: int, pos: str) -> Iterator[Found]:
    """What someone wants done to another."""
    found = _wanted(tree, token, pos)
    if found is None:
        return
    wanting, wanters = found
    if pos == "v":
        against = tree.prepositional(token, "of") if tree.lemmas[token] == "rid" else clause(tree, token).object
    else:
        against = next((n for p in _OF_UNDONE if (n := tree.prepositional(token, p))), [])
        against = against or [*tree.all_children(token, "poss"), *tree.all_children(token, "amod", "compound")]
    for a in parties(scene, tree, wanters, depth=1)[:3]:
        for b in met(scene, tree, against)[:3]:
            if a.actor.id != b.actor.id:
                yield _tie(scene, tree, wanting, (token,), a, Relation.OPPOSES, b, "aim")


def _seen_to_fail(scene: Scene, tree: Tree, verb: int) -> Iterator[Found]:
    """Whom someone wants to come to grief: "would like to see X fall", "wants X gone"."""
    seeing = tree.heads[verb]
    sight = tree.lemmas[seeing] in ("see", "watch") and tree.deps[seeing] in ("xcomp", "acl", "conj")
    wanting = tree.heads[seeing] if sight else seeing
    if tree.deps[verb] not in ("ccomp", "xcomp") or tree.pos[wanting] not in VERBAL:
        return
    kinds = stance_words().get((tree.lemmas[wanting], "v"), frozenset())
    if "wanting" not in kinds and not (sight and tree.lemmas[wanting] in ("like", "love")):
        return
    who = tree.child(verb, "nsubj", "nsubjpass")
    if "undoing" in stance_words().get((tree.lemmas[verb], "v"), ()) and tree.child(verb, "dobj") is not None:
        return  # "wanted the army to topple her"
    for a in parties(scene, tree, clause(tree, wanting).subject, depth=1)[:3]:
        for b in met(scene, tree, tree.conjuncts(who) if who is not None else [])[:3]:
            if a.actor.id != b.actor.id:
                yield _tie(scene, tree, wanting, (verb,), a, Relation.OPPOSES, b, "aim")


def _wanted(tree: Tree, token: int, pos: str) -> tuple[int, list[int]] | None:
    """The word that says that it is wanted, and heads of those who want it."""
    words = stance_words()
    at, head = token, tree.heads[token]
    if pos == "v" and tree.deps[token] == "conj":
        at = tree.first_conjunct(token)
        head = tree.heads[at]
    if pos == "n":
        if tree.deps[token] == "dobj" and "wanting" in words.get((tree.lemmas[head], "v"), ()):
            return head, clause(tree, head).subject
        goal = tree.child(head, "nsubj") if tree.deps[token] == "attr" and tree.lemmas[head] == "be" else None
        if goal is not None and "wanting" in words.get((tree.lemmas[goal], "n"), ()):
            return goal, _planners(tree, goal)
        return None
    dep = tree.deps[at]
    if dep == "xcomp" and tree.lemmas[head] == "be":
        goal = tree.child(head, "nsubj")
        if goal is not None and "wanting" in words.get((tree.lemmas[goal], "n"), ()):
            return goal, _planners(tree, goal)
        return None
    meant = dep == "xcomp" or (dep == "advcl" and any(tree.words[c] == "to" for c in tree.all_children(at, "aux")))
    if meant and tree.pos[head] in VERBAL and "wanting" in words.get((tree.lemmas[head], "v"), ()):
        here = clause(tree, head)
        if here.object and not here.passive:
            return None
        return head, here.subject or here.object  # "was determined to", taken for a passive
    if dep in ("xcomp", "advcl") and "wanting" in words.get((tree.words[head], "a"), ()):
        return head, holders_of_noun(tree, head)
    if dep == "acl" and "wanting" in words.get((tree.lemmas[head], "n"), ()):
        return head, _planners(tree, head)
    preposition = head
    if dep == "pcomp" and tree.words[preposition] in ("of", "at", "in", "on", "to"):
        noun = tree.heads[preposition]
        if "wanting" in words.get((tree.words[noun], "a"), ()):
            return noun, clause(tree, noun).subject if tree.pos[noun] in VERBAL else holders_of_noun(tree, noun)
        if tree.pos[noun] == "NOUN" and "wanting" in words.get((tree.lemmas[noun], "n"), ()):
            return noun, _planners(tree, noun)
        if tree.pos[noun] in VERBAL and "wanting" in words.get((tree.lemmas[noun], "v"), ()):
            return noun, clause(tree, noun).subject
    return None


def _planners(tree: Tree, noun: int) -> list[int]:
    """Whose a plan or campaign is: its possessor, who stands before it, or the subject of the verb that carries it."""
    own = [*tree.all_children(noun, "poss"), *tree.prepositional(noun, "of"), *tree.prepositional(noun, "by")]
    own = own or tree.all_children(noun, "amod", "compound", "nmod")
    verb, part = carrier(tree, noun)
    if verb is not None and part == "actor" and not tree.all_children(noun, "poss"):
        return own or clause(tree, verb).subject
    return own


def _tie(
    scene: Scene,
    tree: Tree,
    token: int,
    extras: tuple[int, ...],
    a: ActorMention,
    relation: Relation,
    b: ActorMention,
    rule: str,
) -> Found:
    body = Tie(
        a=scene.reference(a),
        relation=relation,
        b=scene.reference(b),
        sign=sign(relation),
    )
    return Found(Kind.TIE, body, tree, token, extras, (a, b), rule, f"stances.tsv:{tree.lemmas[extras[-1]]}")
