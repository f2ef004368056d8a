"""What a verb of saying takes: the clause, infinitive or thing that holds what is said."""

from __future__ import annotations

from dissensus.parsing.cues import Constructions
from dissensus.parsing.quotation_draft import Stretch
from dissensus.parsing.tree import Tree

RAISING = frozenset(("seem", "appear"))
_CONTENT_VERBS = frozenset(("VERB", "AUX"))
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year night day "
    "morning afternoon evening time".split()
)
_TIME = frozenset(("after", "before", "when", "while", "as", "if", "since", "until", "because", "although", "though"))
_PARTS = frozenset(
    "role part involvement participation responsibility complicity hand connection link tie knowledge interest".split()
)
"""What one has in or with something else, and may deny to have."""
_EMPTY_CONTENT = frozenset(
    "so it this that what much more something nothing anything himself herself themselves itself thing".split()
)
_BESIDE_THAT = frozenset(("now", "so", "given", "provided", "in"))

Found = tuple[str, list[Stretch], Stretch | None]
"""A construction, the content it holds, and a preposition or particle that belongs to the cue."""


def complement(tree: Tree, verb: int, taken: Constructions) -> Found | None:
    """What the verb takes, by the first construction of the lexicon that the parse bears out."""
    clause = open_clause = thing = predicate = None
    wish: Stretch | None = None
    prepositions: list[int] = []
    for child in tree.children[verb]:
        dep = tree.deps[child]
        if dep == "ccomp":
            clause = child if clause is None or clause < verb < child else clause
        elif dep == "xcomp":
            open_clause = child
        elif dep in ("dobj", "nsubjpass"):
            thing = child
        elif dep == "oprd":
            predicate = child
        elif dep == "prep" and child > verb:
            prepositions.append(child)
        elif dep == "advcl" and child > verb and "for" in taken and tree.words[tree.left[child]] == "for":
            start = tree.left[child]
            if tree.deps[start] == "mark" and tree.heads[start] == child:
                wish = (start + 1, tree.right[child])  # "called for them to leave"
    passive_noun = tree.deps[verb] == "acl" and tree.tags[verb] == "VBN"
    if passive_noun and thing is None:
        thing = tree.heads[verb]
    if clause is not None:
        found = _clause(tree, verb, clause, thing, taken)
        if found:
            return found
    aside = _aside(tree, verb, taken)
    if aside:
        return aside
    if open_clause is not None:
        found = _infinitive(tree, verb, open_clause, thing, prepositions, taken)
        if found:
            return found
    if wish is not None:
        return "for", [wish], None
    passive_subject = tree.child(verb, "nsubjpass")
    if passive_subject is not None and thing is not None and thing != passive_subject and predicate is None:
        # "was branded a traitor": the parse takes the predicate for an object.
        thing, predicate = passive_subject, thing
    thing_span = _thing(tree, verb, thing, passive_noun) if thing is not None else None
    if predicate is not None and "np-np" in taken:
        subject = tree.child(verb, "nsubj")
        about = [thing_span] if thing_span else [_whole(tree, subject)] if subject is not None else []
        return "np-np", [*about, _whole(tree, predicate)], None
    if (
        thing is not None
        and "np-np" in taken
        and any(child > thing and tree.deps[child] in ("acl", "amod", "appos") for child in tree.children[thing])
    ):
        return "np-np", [_whole(tree, thing)], None
    for preposition in prepositions:
        word = tree.words[preposition]
        if thing_span and f"np-{word}" in taken:
            last = max(at for at in prepositions if tree.words[at] == word)  # "accused X of bias and of fraud"
            return f"np-{word}", [thing_span, (tree.left[preposition], tree.right[last])], None
    for preposition in prepositions:
        word = tree.words[preposition]
        if word in taken and not (thing is not None and f"np-{word}" in taken):
            inside = tree.child(preposition, "pobj", "pcomp")
            if inside is not None and tree.lemmas[inside] not in _TIMES:
                return word, [_whole(tree, inside)], (preposition, preposition + 1)
    if thing is not None and thing_span and "np" in taken and _is_content(tree, verb, thing, passive_noun):
        return "np", [_with_what_of(tree, thing, thing_span, prepositions)], None
    return None


def _clause(tree: Tree, verb: int, clause: int, thing: int | None, taken: Constructions) -> Found | None:
    stretch = _whole(tree, clause)
    if stretch[0] > verb and tree.words[stretch[0]] == "that" and tree.words[stretch[0] - 1] in _BESIDE_THAT:
        return None  # "holds office now that the war is over"
    if stretch[0] <= verb < stretch[1]:
        return _fronted(tree, verb, clause, stretch, taken)
    if clause < verb and not _stands_before(tree, verb, clause, taken):
        return None
    infinitive = any(tree.words[child] == "to" and tree.deps[child] == "aux" for child in tree.children[clause])
    if infinitive and clause > verb:
        for construction in ("np-inf", "inf"):
            if construction in taken:
                return construction, [stretch], None
        return None
    verbal = tree.pos[clause] in _CONTENT_VERBS
    if not verbal and clause > verb and "np-np" in taken:
        return "np-np", [_whole(tree, thing), stretch] if thing is not None else [stretch], None
    if tree.tags[clause] == "VBG" and clause > verb and not _finite(tree, clause):
        for construction in ("np-ing", "ing"):
            if construction in taken:
                return construction, [stretch], None
    if "that" in taken or "quote" in taken:
        cut = _cut_before_participle(tree, clause, stretch)
        return "that" if "that" in taken else "quote", [cut], None
    return None


def _fronted(tree: Tree, verb: int, clause: int, stretch: Stretch, taken: Constructions) -> Found | None:
    """Read "a ban which critics say is cruel": the pronoun stands before the verb, the rest of its clause after."""
    if "that" not in taken or clause < verb:
        return None
    before = [_whole(tree, child) for child in tree.children[clause] if child < verb and tree.deps[child] != "mark"]
    end = stretch[1]
    for child in tree.children[clause]:
        apart = tree.deps[child] == "conj" and tree.tags[child] == "VBD" and tree.words[tree.left[child] - 1] == ","
        if apart and child > clause and not any(tree.deps[c] == "cc" for c in tree.children[clause]):
            end = tree.left[child] - 1  # "who critics say is corrupt, left": the parse hangs "left" on "is"
            break
    return "that", [*before, (verb + 1, end)], None


def _stands_before(tree: Tree, verb: int, clause: int, taken: Constructions) -> bool:
    """Whether a clause to the left of the verb is what it says, and not the first half of a sentence in two."""
    if "quote" not in taken and "that" not in taken:
        return False
    if "np" in taken and any(child > verb for child in tree.children[verb] if tree.deps[child] == "dobj"):
        return False
    if any(tree.deps[child] in ("mark", "advmod") and tree.words[child] in _TIME for child in tree.children[clause]):
        return False
    stretch = _whole(tree, clause)
    after = tree.words[stretch[1]] if stretch[1] < len(tree) else ""
    return after not in (";", "-", "--", "–", "—", ":", "but", "and") and tree.words[stretch[1] - 1] not in (";", ":")


def _finite(tree: Tree, clause: int) -> bool:
    return any(tree.deps[child] in ("aux", "mark") for child in tree.children[clause])


def _cut_before_participle(tree: Tree, clause: int, stretch: Stretch) -> Stretch:
    """Leave out a trailing ", adding that ..." that belongs to the verb above."""
    for child in tree.children[clause]:
        if (
            child > clause
            and tree.deps[child] == "advcl"
            and tree.tags[child] == "VBG"
            and tree.left[child] == child
            and tree.words[child - 1] == ","
            and tree.child(child, "ccomp") is not None
        ):
            return stretch[0], min(stretch[1], child - 1)
    return stretch


def _aside(tree: Tree, verb: int, taken: Constructions) -> Found | None:
    """Read "the law, she said, is bad" and "as she wrote, the law is bad": the content is the clause around."""
    if "that" not in taken and "quote" not in taken:
        return None
    dep, head = tree.deps[verb], tree.heads[verb]
    as_clause = dep == "advcl" and any(
        tree.words[child] == "as" and tree.deps[child] in ("mark", "advmod", "prep") for child in tree.children[verb]
    )
    set_off = dep == "advcl" and tree.words[tree.left[verb] - 1] == "," and tree.child(verb, "mark", "advmod") is None
    if dep != "parataxis" and not as_clause and not set_off:
        return None
    thing = tree.child(verb, "dobj")
    if tree.child(verb, "nsubj") is None or (thing is not None and not (as_clause and tree.words[thing] == "it")):
        return None
    outer = (tree.left[head], tree.right[head])
    hole = (tree.left[verb], tree.right[verb])
    stretches = [part for part in ((outer[0], hole[0]), (hole[1], outer[1])) if part[0] < part[1]]
    return "that" if "that" in taken else "quote", stretches, None


def _infinitive(
    tree: Tree, verb: int, clause: int, thing: int | None, prepositions: list[int], taken: Constructions
) -> Found | None:
    stretch = _whole(tree, clause)
    if clause < verb:
        # "To leave, they vowed" is rare; quoted words before the verb are not.
        return ("quote", [stretch], None) if "quote" in taken else None
    infinitive = any(tree.words[child] == "to" for child in tree.children[clause])
    if not infinitive:
        if tree.tags[clause] == "VBG" or any(tree.words[child] == "having" for child in tree.children[clause]):
            for construction in ("np-ing", "ing"):
                if construction in taken and (thing is not None) == (construction == "np-ing"):
                    return construction, ([_whole(tree, thing)] if thing is not None else []) + [stretch], None
            if "that" in taken and tree.child(clause, "ccomp") is not None:
                return "that", [stretch], None
        if "np-np" in taken and tree.pos[clause] in ("ADJ", "NOUN", "PROPN"):
            about = thing if thing is not None else tree.child(verb, "nsubj")
            return "np-np", ([_whole(tree, about)] if about is not None else []) + [stretch], None
        return None
    passive = tree.child(verb, "nsubjpass") is not None
    if thing is not None:
        for construction in ("passive-inf", "np-inf") if passive else ("np-inf",):
            if construction in taken:
                return construction, [_whole(tree, thing), stretch], None
        return None
    for preposition in prepositions:
        word = tree.words[preposition]
        inside = tree.child(preposition, "pobj")
        if word in taken and inside is not None and preposition < clause:
            return word, [(tree.left[inside], stretch[1])], (preposition, preposition + 1)
    if "inf" in taken:
        if tree.lemmas[verb] in RAISING:
            about = tree.child(verb, "nsubj")
            return "inf", ([_whole(tree, about)] if about is not None else []) + [stretch], None
        return "inf", [stretch], None
    if "np-inf" in taken and tree.child(verb, "dative") is not None:
        return "np-inf", [stretch], None
    return None


def _thing(tree: Tree, verb: int, thing: int, passive_noun: bool) -> Stretch:
    if passive_noun:
        return tree.left[thing], thing + 1
    return _whole(tree, thing)


def _with_what_of(tree: Tree, thing: int, span: Stretch, prepositions: list[int]) -> Stretch:
    """An object with what it is in, where the parser hangs that on the verb: "denied any role in the coup"."""
    if tree.lemmas[thing] in _PARTS and prepositions and tree.left[prepositions[0]] == span[1]:
        return span[0], tree.right[prepositions[0]]
    return span


def _is_content(tree: Tree, verb: int, thing: int, passive_noun: bool) -> bool:
    """Whether an object says anything: not a pronoun that stands for a clause, not a day."""
    if tree.lemmas[thing] in _TIMES or tree.words[thing] in _EMPTY_CONTENT:
        return False
    if passive_noun or tree.deps[thing] == "nsubjpass":
        return tree.child(verb, "agent") is not None
    return tree.tags[thing] not in ("WDT", "WP") or tree.deps[verb] == "relcl"


def _whole(tree: Tree, token: int) -> Stretch:
    return tree.left[token], tree.right[token]
