"""Labels: loaded words put on an actor."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.finding import lexicons
from dissensus.finding.found import Found
from dissensus.finding.given import is_question
from dissensus.finding.grading import only_graded, spoken_before
from dissensus.finding.holders import holder
from dissensus.finding.label_targets import Judged, judged
from dissensus.finding.lexicons import LabelTerm
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType, Kind, Label
from dissensus.parsing.parsed import TokenSpan

_ANY = "any"
"""The construction of words that load a sentence without being said of an actor."""
_NAME = "name"
"""The construction of phrases whose loaded word is part of a name or creed."""
_ON_ACTOR = frozenset({"actor", "quality", "had", _NAME})
"""The constructions of words that load a sentence only where they are said of an actor."""
_MARKS = frozenset({'"', "'", "“", "‘", "``", "''"})
_CALLING = frozenset(
    "denounce condemn describe portray depict brand label dismiss deride characterise characterize paint decry cast "
    "attack slam blast mock ridicule disparage".split()
)
"""Verbs of calling someone something."""
_SHORT = 4
"""Letters of the longest words that headlines leave without capitals."""
_MODIFYING = frozenset({"amod", "compound", "nmod", "advmod", "punct", "cc", "conj"})


def find_labels(scene: Scene, tree: Tree) -> Iterator[Found]:
    """The labels of a paragraph."""
    done: set[tuple[str, int]] = set()  # targets and the tokens of the terms already put on them
    end = 0  # of the name or creed read last
    for token in _openings(tree):
        for term in _terms(tree, token):
            last = _matches(tree, token, term)
            if last is not None and term.construction == _NAME:
                end = last + 1
                break
            if (
                last is None
                or token < end
                or term.construction == _ANY
                or _is_name(tree, token, term)
                or _is_opposed(tree, token)
            ):
                continue
            if term.pos == "n" and _is_mutual(tree, last):
                continue
            if term.pos == "a" and (_outweighed(tree, last, term) or only_graded(scene, tree, last)):
                continue
            told = judged(scene, tree, range(token, last + 1), term)
            told.targets = [m for m in told.targets if _can_bear(tree, last, term, m)]
            if not told.targets or _not_theirs(scene, tree, told.head):
                continue
            for target in told.targets:
                found, phrase = _label(scene, tree, range(token, last + 1), term, told, target)
                if not any((target.actor.id, i) in done for i in phrase):
                    yield found
                done.update((target.actor.id, i) for i in phrase)
            break


def _openings(tree: Tree) -> list[int]:
    """The tokens at which some term may begin; most begin none."""
    index = lexicons.labels()
    words = enumerate(zip(tree.words, tree.lemmas, strict=True))
    return [token for token, (word, lemma) in words if word in index or lemma in index]


def _terms(tree: Tree, token: int) -> list[LabelTerm]:
    """Terms that may begin at a token, as it is written or by its lemma; longer ones first."""
    index = lexicons.labels()
    second = {tree.words[token + 1], tree.lemmas[token + 1]} if token + 1 < len(tree) else set()
    found: list[LabelTerm] = []
    for word in dict.fromkeys((tree.words[token], tree.lemmas[token])):
        if word in index:
            found += index[word].beside(second)
            found += index[word].single
    return found


def _matches(tree: Tree, token: int, term: LabelTerm) -> int | None:
    """The last token of a term that begins at a token, or None."""
    for offset, word in enumerate(term.words):
        at = token + offset
        if at >= len(tree) or word not in (tree.lemmas[at], tree.words[at]):
            return None
    last = token + len(term.words) - 1
    if term.construction == _NAME:
        return last
    if term.construction == "before":
        opens = token == tree.starts[token] or (tree.pos[token - 1] == "PUNCT" and tree.words[token - 1] != "-")
        return last if opens and tree.words[token] == term.words[0] else None
    if term.pos == "v" and tree.pos[last] not in VERBAL:
        return None
    if term.pos == "n" and tree.pos[last] not in ("NOUN", "PROPN", "ADJ"):
        return None
    if term.pos == "a" and tree.pos[last] not in ("ADJ", "NOUN", "VERB", "ADV"):
        return None
    if term.construction == "manner" and tree.pos[last] != "ADV":
        return None
    return last


def _label(
    scene: Scene, tree: Tree, term: range, line: LabelTerm, told: Judged, target: ActorMention
) -> tuple[Found, range]:
    phrase = _phrase(tree, term, told, target)
    words = scene.parsed.text(TokenSpan(tree.index, phrase.start, phrase.stop)).strip(" \"'“”‘’")
    valence = line.valence * (-1 if told.turned else 1)
    body = Label(target=scene.reference(target), term=words, valence=1 if valence > 0 else -1)
    lexicon = f"labels.tsv:{' '.join(line.words)}"
    extras = tuple(i for i in phrase if i != told.head and tree.pos[i] not in ("PUNCT", "SPACE"))
    found = Found(
        Kind.LABEL,
        body,
        tree,
        told.head,
        extras,
        (target,),
        told.rule,
        lexicon,
        presupposed=told.granted and not is_question(tree, told.head),
    )
    return found, phrase


def _is_name(tree: Tree, token: int, term: LabelTerm) -> bool:
    """Whether a word has a capital as in a name: "the Democratic nominee".

    At the start of a sentence and in headlines the capital tells nothing: words that also name parties are then taken
    for names.
    """
    if not tree.doc[token].text.istitle() or term.construction == "before":
        return False
    if token == tree.starts[token] or _in_headline(tree, token):
        return term.construction == "actor" and tree.deps[token] in ("amod", "compound", "nmod")
    return tree.words[token - 1] not in _MARKS


def _in_headline(tree: Tree, token: int) -> bool:
    """Whether nearly all long words of a sentence have capitals, so that a capital tells nothing."""
    words = [tree.doc[i].text for i in range(tree.starts[token], tree.ends[token])]
    long = [word for word in words if len(word) > _SHORT and word.isalpha()]
    return len(long) > 1 and sum(not word[0].isupper() for word in long) <= len(long) // _SHORT


def _not_theirs(scene: Scene, tree: Tree, head: int) -> bool:
    """Whether another calls the actor so, whom the sentence does not give, or the word is for what was told before.

    "Drew fire for denouncing them as thugs"; "allies against this scourge".
    """
    above = tree.heads[head]
    if tree.deps[head] == "pobj" and tree.words[above] == "against" and scene.headed_by(tree, head) is None:
        return any(tree.words[c] in ("this", "these", "such") for c in tree.children[head])  # of what was told before
    if tree.deps[head] != "pobj" or tree.words[above] != "as":
        return False
    verb = tree.heads[above]
    if tree.lemmas[verb] not in _CALLING or tree.pos[verb] not in VERBAL or tree.passive(verb):
        return False
    return holder(scene, tree, head)[0].is_author


def _can_bear(tree: Tree, token: int, term: LabelTerm, target: ActorMention) -> bool:
    """Whether an adjective can be meant for an actor: no place, and no one outside the quotation that it stands in."""
    sentence = tree.words[tree.starts[token] : tree.ends[token]]
    if target.actor.id.endswith(".government") and any(map(_is_decade, sentence)):
        return False  # "Chile's regime of the 1970s" is not its government of today
    if term.pos != "a":
        return True
    here = target.span.paragraph == tree.index
    return target.actor.type is not ActorType.PLACE and not (here and spoken_before(tree, token, target.head))


def _is_mutual(tree: Tree, noun: int) -> bool:
    """Whether several are said to be one another's enemies."""
    if any(tree.words[n] in ("nobody", "none", "one") for n in tree.prepositional(noun, "of")):
        return True  # "an enemy of nobody"
    if tree.lemmas[noun] not in ("enemy", "foe", "ally", "friend") or tree.tags[noun] != "NNS":
        return False
    return tree.deps[noun] == "attr" and not (tree.child(noun, "poss") or tree.prepositional(noun, "of"))


def _is_decade(word: str) -> bool:
    return len(word) == 5 and word.endswith("0s") and word[:4].isdigit()


def _is_opposed(tree: Tree, token: int) -> bool:
    """Whether "anti-" or "non-" stands before a word, or the word is only the end of another: "policy-wise"."""
    if token < 2 or tree.words[token - 1] != "-":
        return False
    return tree.words[token - 2] in ("anti", "non", "counter") or tree.words[token] == "wise"


def _outweighed(tree: Tree, token: int, term: LabelTerm) -> bool:
    """Whether an adjective stands before a noun that judges the other way: "an extraordinary threat"."""
    first = tree.first_conjunct(token)
    if tree.deps[first] != "amod":
        return False
    nouns = lexicons.labels().get(tree.lemmas[tree.heads[first]], ())
    return any(n.pos == "n" and len(n.words) == 1 and n.valence != term.valence for n in nouns)


def _phrase(tree: Tree, term: range, told: Judged, target: ActorMention) -> range:
    """The term with the noun it stands before and the adjectives beside it, without the actor's name."""
    taken = range(target.span.start, target.span.end) if target.span.paragraph == tree.index else range(0)
    first, last = term.start, term.stop - 1
    head = tree.heads[last]
    before = tree.deps[last] in ("amod", "compound", "nmod") and last < head <= last + 6
    if before and tree.pos[head] == "NOUN":
        between = range(last + 1, head)
        if all(tree.deps[i] in _MODIFYING and (i not in taken or head in taken) for i in between):
            return range(first, head + 1)
    if tree.deps[last] == "amod":
        joined = [c for c in tree.conjuncts(last) if c < head and tree.pos[c] == "ADJ"]  # "bloody and greedy"
        last = max([last, *joined])
    while (
        first - 1 >= 0
        and tree.deps[first - 1] in ("amod", "compound")
        and tree.heads[first - 1] == told.head
        and first - 1 not in taken
    ):
        first -= 1
    if first >= 2 and tree.words[first - 1] == "-" and first - 2 not in taken:
        first -= 2  # "right-wing thugs"
    if told.turned and told.verb is not None and 0 < first - told.verb <= 4:
        first = told.verb
    return range(first, last + 1)


def loaded_terms(tree: Tree) -> list[str]:
    """The loaded words of a paragraph, whomever they are put on."""
    return [
        " ".join(term.words)
        for token in _openings(tree)
        for term in _terms(tree, token)
        if term.construction not in _ON_ACTOR and _matches(tree, token, term) is not None
    ]
