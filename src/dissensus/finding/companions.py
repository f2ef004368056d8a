"""Those named before a subject who do the same: "together with Peru, Chile condemned ...", "in concert with ..."."""

from __future__ import annotations

from dissensus.finding.tree import Tree

_WITH = frozenset({"together", "along"})
_CONCERT = frozenset({"concert", "conjunction", "tandem", "union", "unison", "company", "coordination", "partnership"})


def companions(tree: Tree, verb: int) -> list[int]:
    """Heads of those who do what a verb says together with its subject, as the words before the verb tell."""
    found: list[int] = []
    own = [c for n in tree.all_children(verb, "nsubj", "nsubjpass") for c in tree.children[n] if c > n]
    for c in (*tree.children[verb], *own):
        if c >= verb or tree.deps[c] not in ("prep", "advmod"):
            continue
        word = tree.words[c]
        if word == "alongside":
            found += [n for p in tree.all_children(c, "pobj") for n in tree.conjuncts(p)]
        elif word == "with" and tree.words[c - 1] in _WITH:
            found += tree.prepositional(tree.heads[c], "with")
        elif word in _WITH:
            found += tree.prepositional(c, "with")
        elif word == "in" and (thing := tree.child(c, "pobj")) is not None and tree.lemmas[thing] in _CONCERT:
            found += tree.prepositional(thing, "with") or tree.prepositional(verb, "with")
    return found
