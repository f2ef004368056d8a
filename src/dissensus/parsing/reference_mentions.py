"""Persons and bodies that a document names, in the order it names them: what a pronoun can stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from dissensus.parsing.parsed import Parsed, TokenSpan
from dissensus.parsing.people import Gender, People
from dissensus.parsing.tree import Tree, tree_of

_UNTOLD: Gender = "n"
_LONGEST_NAME = 5
"""A longer run of proper nouns is a headline."""
_BODIES = frozenset(("ORG", "GPE", "NORP"))
_PARTICLES = frozenset(("de", "da", "dos", "del", "la", "van", "von", "der", "al", "bin", "-"))
_NOT_SURNAMES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_OTHER_WORDS = frozenset(("NOUN", "ADJ", "VERB"))
_NOMINAL_ROLES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent", "dative", "ROOT"))


@dataclass(slots=True)
class Mention:
    """A place where a person or body is named or described.

    Attributes:
        sentence: the number of the sentence in the document.
        head: the token the rest hangs on.
        entity: the same for all mentions of one person: the surname, or the place of a description.
        gender: what the words here tell.
        person: a person, not a body.
        named: by a name, not by a noun.
        plural: more than one.
        doubtful: a bare name that may be a person's or a body's.
    """

    span: TokenSpan
    sentence: int
    head: int
    entity: str
    gender: Gender
    person: bool
    named: bool
    plural: bool = False
    doubtful: bool = False


def sentence_numbers(parsed: Parsed) -> dict[tuple[int, int], int]:
    """The number of a sentence by its paragraph and first token."""
    return {(sentence.paragraph, sentence.span.start): sentence.index for sentence in parsed.sentences}


def mentions(parsed: Parsed, people: People) -> list[list[Mention]]:
    """Mentions by sentence. A surname alone is a person's where the document gives the full name somewhere."""
    numbers = sentence_numbers(parsed)
    found: list[list[Mention]] = [[] for _ in parsed.sentences]
    surnames, last_words = _surnames(parsed, people)
    genders: dict[str, set[Gender]] = {}
    for paragraph in parsed.paragraphs:
        tree = tree_of(paragraph.doc)
        for mention in _named(tree, paragraph.index, people, surnames, last_words):
            mention.sentence = numbers[paragraph.index, tree.starts[mention.head]]
            found[mention.sentence].append(mention)
            if mention.person and mention.gender != "n":
                genders.setdefault(mention.entity, set()).add(mention.gender)
        for mention in _taken_for_nouns(paragraph.doc, paragraph.index, last_words):
            mention.sentence = numbers[paragraph.index, tree.starts[mention.head]]
            found[mention.sentence].append(mention)
        for mention in _described(tree, paragraph.index, people):
            mention.sentence = numbers[paragraph.index, tree.starts[mention.head]]
            found[mention.sentence].append(mention)
    for sentence in found:
        sentence.sort(key=lambda mention: mention.head)
        for mention in sentence:
            told = genders.get(mention.entity, set()) if mention.person else set()
            if len(told) == 1:
                mention.gender = min(told)
            elif len(told) == 2 and mention.gender != "n":
                # Two persons with one surname, such as a couple.
                mention.entity = f"{mention.entity}/{mention.gender}"
    return found


def _runs(tree: Tree) -> Iterator[tuple[int, int]]:
    """Tokens `[start, end)` of each name: proper nouns of one kind in a row."""
    at, count = 0, len(tree)
    while at < count:
        if tree.pos[at] != "PROPN":
            at += 1
            continue
        start = at
        at += 1
        while at < count and (
            (tree.pos[at] == "PROPN" and tree.names[at] == tree.names[start])
            or (
                tree.words[at] in _PARTICLES
                and at + 1 < count
                and tree.pos[at + 1] == "PROPN"
                and tree.names[at] == tree.names[start] != ""
            )
        ):
            at += 1
        yield start, at


def _surnames(parsed: Parsed, people: People) -> tuple[set[str], set[str]]:
    """Find words that alone name a person, in lower case.

    Returns:
        Last words of full names with those that the parse takes for a person's in a third of their places, and the
        last words of full names by themselves.
    """
    found: set[str] = set()
    alone: Counter[str] = Counter()
    for paragraph in parsed.paragraphs:
        doc = paragraph.doc
        tree = tree_of(doc)
        for start, end in _runs(tree):
            if end - start == 1:
                alone[tree.words[start]] += 2 if tree.names[start] == "PERSON" else -1
            first = start
            while first < end - 1 and tree.words[first] in people.titles:
                first += 1
            last = _surname(tree, first, end)
            full = end - first >= 2 and (tree.names[last] == "PERSON" or doc[first].text in people.names)
            if full or (first > start and tree.names[last] in ("PERSON", "")):
                found.add(tree.words[last])
    return found | {word for word, lead in alone.items() if lead >= 0}, found


def _surname(tree: Tree, start: int, end: int) -> int:
    last = end - 1
    while last > start and tree.words[last] in _NOT_SURNAMES:
        last -= 1
    return last


def _named(tree: Tree, paragraph: int, people: People, surnames: set[str], last_words: set[str]) -> Iterator[Mention]:
    for start, end in _runs(tree):
        kind = tree.names[end - 1]
        if kind == "PERSON" and end - start > _LONGEST_NAME:
            continue
        first, gender = start, _UNTOLD
        while first < end - 1 and tree.words[first] in people.titles:
            gender = people.titles[tree.words[first]] if gender == "n" else gender
            first += 1
        if first == start and start > 0 and tree.words[start - 1] in people.titles:
            gender = people.titles[tree.words[start - 1]]
            titled = True
        else:
            titled = first > start
        last = _surname(tree, first, end)
        word = tree.words[last]
        if (
            kind == "PERSON"
            or titled
            or (word in surnames and kind not in ("GPE", "NORP", "DATE"))
            or (word in surnames and end - first == 1)
        ):
            given = end - first > 1 or word not in last_words
            named_gender = people.names.get(_as_name(tree, first)) if given else None
            head = _head(tree, start, end)
            yield Mention(TokenSpan(paragraph, first, end), 0, head, word, named_gender or gender, True, True)
        elif kind in _BODIES or (end - start == 1 and kind == ""):
            head = _head(tree, start, end)
            doubtful = (
                end - start == 1 and kind in ("ORG", "") and tree.tags[head] == "NNP" and word not in people.groups
            )
            yield Mention(
                TokenSpan(paragraph, start, end), 0, head, " ".join(tree.words[start:end]), "n", False, True,
                tree.tags[head] == "NNPS", doubtful,
            )  # fmt: skip


def _taken_for_nouns(doc: Doc, paragraph: int, last_words: set[str]) -> Iterator[Mention]:
    """Family names that the parser takes for another word: "Morales left", read as the plural of "morale"."""
    tree = tree_of(doc)
    for at, word in enumerate(tree.words):
        if word in last_words and tree.pos[at] in _OTHER_WORDS and doc[at].text.istitle():
            yield Mention(TokenSpan(paragraph, at, at + 1), 0, at, word, _UNTOLD, True, True)


def _as_name(tree: Tree, at: int) -> str:
    return tree.words[at].capitalize()


def _head(tree: Tree, start: int, end: int) -> int:
    for at in range(end - 1, start - 1, -1):
        if not start <= tree.heads[at] < end or tree.heads[at] == at:
            return at
    return end - 1


def _described(tree: Tree, paragraph: int, people: People) -> Iterator[Mention]:
    for at, tag in enumerate(tree.tags):
        if tag not in ("NN", "NNS") or tree.deps[at] not in _NOMINAL_ROLES:
            continue
        lemma = tree.lemmas[at]
        person = lemma in people.persons
        if not person and lemma not in people.groups:
            continue
        start = tree.left[at]
        while start < at and tree.pos[start] in ("PUNCT", "SPACE", "CCONJ", "ADV"):
            start += 1
        if any(tree.deps[below] in ("relcl", "appos") and below < at for below in tree.children[at]):
            start = at
        gender = people.persons[lemma] if person else _UNTOLD
        entity = f"{lemma}:{paragraph}:{at}"
        yield Mention(TokenSpan(paragraph, start, at + 1), 0, at, entity, gender, person, False, tag == "NNS")
