"""One paragraph laid out for reading names: plain lists, one entry a token, and the phrases of our tables on them."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc

from dissensus.actors.dictionary import Dictionary, Name
from dissensus.actors.lexicon import Noun, Title, cues
from dissensus.actors.words import token_words
from dissensus.parsing.parsed import Paragraph

ADJ, ADP, ADV, CCONJ, DET = "ADJ", "ADP", "ADV", "CCONJ", "DET"
NOUN, NUM, PART, PRON, PROPN, VERB = "NOUN", "NUM", "PART", "PRON", "PROPN", "VERB"
"""Parts of speech as spaCy calls them."""
MOST_FORMS = 100_000
"""Word forms remembered at a time; a long run over many documents starts afresh after so many."""
_SHORT = 4
"""Letters up to which a word in capitals is an acronym, unless it is a name letter for letter."""
POSSESSIVE = frozenset(("'s", "'", "’s", "’", "s'"))


_PEOPLE_AT = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative", "poss", "appos"))
"""Where an adjective may stand for people."""
ARTICLES = frozenset(("Al", "El", "The", "An", "Ar", "As", "Ad", "To", "Of", "For", "And", "In", "On", "De", "La"))
"""Parts of names that are written small as often as not: "al Qaeda"."""


class Form(NamedTuple):
    """What is known of a word form wherever it stands."""

    text: str
    words: tuple[str, ...]
    capital: bool
    """Its first letter is a capital."""
    upper: bool
    """Two or more letters, all capitals."""
    starts: int
    """Which tables hold phrases that begin with it: 1 names, 2 nouns, 4 titles."""


class NameHit(NamedTuple):
    """Tokens `[start, end)` spell names of the dictionary."""

    start: int
    end: int
    names: list[Name]


class NounHit(NamedTuple):
    """Tokens `[start, end)` spell an agent noun."""

    start: int
    end: int
    noun: Noun
    plural: bool


class TitleHit(NamedTuple):
    """Tokens `[start, end)` spell a title; more than one where it means different offices in different countries."""

    start: int
    end: int
    titles: list[Title]


class Page:
    """A paragraph's tokens as parallel lists, and the dictionary's phrases found on them, by first token."""

    __slots__ = ("dep", "doc", "ent", "forms", "head", "index", "inside", "names", "nouns", "pos", "sent_start",
                 "tag", "texts", "titles")  # fmt: skip

    def __init__(self, index: int, doc: Doc) -> None:
        table = doc.to_array(["POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "SENT_START"])
        self.index = index
        self.doc = doc
        strings = doc.vocab.strings
        parts, tags, deps, ents = (table[:, column].tolist() for column in range(4))
        named = {value: strings[value] for value in {*parts, *tags, *deps, *ents}}
        self.pos = [named[value] for value in parts]
        self.tag = [named[value] for value in tags]
        self.dep = [named[value] for value in deps]
        self.head: list[int] = [i + step for i, step in enumerate(table[:, 4].astype("int64").tolist())]
        self.ent = [named[value] for value in ents]
        self.sent_start = [value == 1 for value in table[:, 5].tolist()]
        self.forms: list[Form] = []
        self.texts: list[str] = []
        self.names: dict[int, list[NameHit]] = {}
        self.nouns: dict[int, NounHit] = {}
        self.titles: dict[int, TitleHit] = {}
        self.inside: set[int] = set()
        """Tokens behind the first one of an agent noun of several words."""

    def root(self, start: int, end: int) -> int:
        """The token of `[start, end)` that carries it: the last whose head lies outside."""
        for i in range(end - 1, start - 1, -1):
            if not start <= self.head[i] < end and self.dep[i] not in ("punct", "case"):
                return i
            if self.head[i] == i:
                return i
        return end - 1

    def sentence_start(self, token: int) -> int:
        """The first token of the sentence in which a token stands."""
        while token > 0 and not self.sent_start[token]:
            token -= 1
        return token


class Forms:
    """Word forms by spaCy's hash of their text; shared by all documents of a run."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._held: dict[int, Form] = {}

    def of(self, orth: int, text: str) -> Form:
        """The form of a token, made on first sight."""
        if len(self._held) >= MOST_FORMS:
            self._held.clear()
        parts = token_words(text)
        starts = 0
        for part in parts if "-" in text or "/" in text else parts[:1]:
            starts |= (
                (self._dictionary.names.starting(part) is not None)
                | (self._dictionary.lexicon.nouns.starting(part) is not None) << 1
                | (self._dictionary.lexicon.titles.starting(part) is not None) << 2
            )
        letters = [c for c in text if c.isalpha()]
        form = Form(
            text, parts, bool(letters) and letters[0].isupper(), len(letters) > 1 and all(c.isupper() for c in letters),
            starts,
        )  # fmt: skip
        self._held[orth] = form
        return form

    def known(self, orth: int) -> Form | None:
        """A form seen before."""
        return self._held.get(orth)


def lay_out(paragraph: Paragraph, dictionary: Dictionary, forms: Forms) -> Page:
    """Lay a paragraph out and mark the phrases of the dictionary and the lexicon on it."""
    doc = paragraph.doc
    page = Page(paragraph.index, doc)
    words: list[str] = []
    at: list[int] = []
    candidates: list[tuple[int, int]] = []
    strings = doc.vocab.strings
    for i, orth in enumerate(doc.to_array("ORTH").tolist()):
        form = forms.known(orth) or forms.of(orth, strings[orth])
        page.forms.append(form)
        page.texts.append(form.text)
        if form.starts:
            candidates.append((len(words), i))
        for word in form.words:
            words.append(word)
            at.append(i)
    adjectives = cues("people_adjective")
    for first, i in candidates:
        form = page.forms[i]
        inside = range(len(form.words)) if "-" in form.text or "/" in form.text else (0,)
        if form.starts & 1:
            for step in inside:
                for length, names in dictionary.names.at(words, first + step):
                    last = at[first + step + length - 1]
                    end_inside = first + step + length < len(words) and at[first + step + length] == last
                    if end_inside and "-" not in page.texts[last] and "/" not in page.texts[last]:
                        continue
                    fitting = [name for name in names if _spelled(name, page, i, last + 1, end_inside or step > 0)]
                    if fitting:
                        page.names.setdefault(i, []).append(NameHit(i, last + 1, fitting))
        if form.starts & 2:
            for length, nouns in dictionary.lexicon.nouns.at(words, first):
                last = at[first + length - 1]
                if nouns[0][0].note == "thing":
                    continue
                if (
                    page.pos[last] in (NOUN, PROPN)
                    or (page.pos[last] == ADJ and length > 1)
                    or page.ent[last] == "NORP"
                ):
                    page.nouns[i] = NounHit(i, last + 1, *nouns[0])
                    page.inside.update(range(i + 1, last + 1))
                    break
        if i not in page.nouns and form.words and form.words[-1] in adjectives:
            _mark_people(page, i, dictionary)
        if form.starts & 4:
            for length, titles in dictionary.lexicon.titles.at(words, first):
                last = at[first + length - 1]
                if page.pos[last] in (NOUN, PROPN, ADJ) and (page.pos[last] != ADJ or page.forms[last].capital):
                    page.titles[i] = TitleHit(i, last + 1, titles)
                    break
    return page


def of_envoys(page: Page, end: int) -> bool:
    """Whether a country is only told of as that of an embassy or ambassador, which are in another."""
    end += page.texts[end : end + 1] == ["'s"]
    noun, title = page.nouns.get(end), page.titles.get(end)
    return (noun is not None and noun.noun.arm == "embassy") or (
        title is not None and title.titles[0].office == "ambassador"
    )


def _mark_people(page: Page, i: int, dictionary: Dictionary) -> None:
    """Take an adjective behind whose they are for people: "Peru's poor", "the Peruvian poor", "workers and poor"."""
    if page.dep[i] not in _PEOPLE_AT or page.tag[i] not in ("JJ", "NN", "NNS") or i == 0:
        return
    before = page.texts[i - 1]
    told = before in POSSESSIVE or page.ent[i - 1] == "NORP" or page.tag[i - 1] == "PRP$"
    joined = before == "and" and page.dep[i] == "conj" and page.head[i] in page.nouns
    follows = i + 1 < len(page.texts) and page.head[i + 1] != i and page.pos[i + 1] in (NOUN, PROPN, ADJ)
    if (told or joined) and not follows:
        noun = dictionary.lexicon.nouns.get(("the", page.texts[i].lower()))
        if noun:
            page.nouns[i] = NounHit(i, i + 1, noun[0][0], True)


def _spelled(name: Name, page: Page, start: int, end: int, partly: bool) -> bool:
    """Whether the tokens are written as the name may be written: capitals where it has them, acronyms as such."""
    text = name.text
    if end - start == 1 and not partly:
        token = page.texts[start]
        bare = token.replace(".", "")
        if name.exact:
            return bare == text.replace(".", "")
        if text.isupper() and len(text) <= 7:
            if bare.isupper():
                return page.pos[start] in (PROPN, NOUN, ADJ) or len(bare) > 3
            return len(bare) > 3 and page.forms[start].capital and page.pos[start] == PROPN
        if page.forms[start].upper and len(bare) <= _SHORT and bare.lower() != text.lower():
            return False  # "IRA" is not "Irã"
        return page.forms[start].capital or not text[0].isupper()
    if partly:
        return text.replace(".", "") in page.texts[start].replace(".", "")
    if name.exact:
        return text.replace(" ", "").replace("-", "") == "".join(page.texts[start:end]).replace("-", "")
    capitals = sum(part[0].isupper() and part not in ARTICLES for part in text.replace("-", " ").split())
    written = sum(form.capital and form.text not in ARTICLES for form in page.forms[start:end])
    return written >= capitals or (capitals > 3 and written >= capitals - 1)
