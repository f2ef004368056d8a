"""Where persons and bodies stand in a document, and who says its quoted words: what pronouns are resolved against."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dissensus.parsing.parsed import Parsed, QuotationKind
from dissensus.parsing.people import load_people
from dissensus.parsing.quotation_marks import quoted_stretches
from dissensus.parsing.reference_mentions import Mention, mentions
from dissensus.parsing.tree import Tree, tree_of

SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(slots=True)
class Place:
    """A mention, or a pronoun that was resolved to one, where it stands."""

    mention: Mention
    paragraph: int
    token: int
    role: float
    subject: bool


@dataclass(slots=True)
class Discourse:
    """A document while its pronouns are resolved, in the order of the text. Tokens are (paragraph, token) pairs."""

    parsed: Parsed
    places: list[list[Place]]
    """By sentence."""
    resolved: dict[tuple[int, int], Mention] = field(default_factory=dict)
    sources: dict[tuple[int, int], int] = field(default_factory=dict)
    """The quotation that a token is the source of."""
    spoken: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)
    """By paragraph: stretches of quoted words, and the number of their quotation."""
    speakers: dict[int, str] = field(default_factory=dict)
    """Who is known to say a quotation: the entity of its source."""
    named_sources: dict[tuple[int, int], str] = field(default_factory=dict)
    """The entity of each source that is a name or description."""
    last_speaker: str | None = None
    """The entity of the source passed last."""
    counts: Counter[str] = field(default_factory=Counter)
    """How often each entity is named."""
    learned: dict[str, str] = field(default_factory=dict)
    """Genders of persons that pronouns told, where the choice was easy."""


def prepare(parsed: Parsed) -> Discourse:
    """Gather mentions and speakers; no pronoun is resolved yet."""
    places: list[list[Place]] = []
    for sentence, named in zip(parsed.sentences, mentions(parsed, load_people()), strict=True):
        tree = tree_of(parsed.paragraphs[sentence.paragraph].doc)
        places.append([place_of(tree, mention, sentence.paragraph, mention.head) for mention in named])
    document = Discourse(parsed, places)
    document.counts.update(place.mention.entity for found in places for place in found)
    mixed: dict[int, list[int]] = {}
    by_head = {(p.paragraph, p.token): p.mention for ps in places for p in ps if p.mention.person}
    for number, quotation in enumerate(parsed.quotations):
        if quotation.source is not None:
            for token in range(quotation.source.start, quotation.source.end):
                document.sources.setdefault((quotation.source.paragraph, token), number)
                mention = by_head.get((quotation.source.paragraph, token))
                if mention is not None:
                    document.speakers[number] = mention.entity
                    document.named_sources[quotation.source.paragraph, token] = mention.entity
        if quotation.kind in (QuotationKind.DIRECT, QuotationKind.BLOCK, QuotationKind.TURN):
            for span in quotation.content:
                document.spoken.setdefault(span.paragraph, []).append((span.start, span.end, number))
        elif quotation.kind is QuotationKind.MIXED:
            mixed.setdefault(quotation.content[0].paragraph, []).append(number)
    for paragraph, numbers in mixed.items():
        _add_mixed(document, paragraph, numbers)
    return document


def _add_mixed(document: Discourse, paragraph: int, numbers: list[int]) -> None:
    """Note which words of half-quoted contents stand in quotation marks."""
    parsed = document.parsed
    where = parsed.paragraphs[paragraph]
    for quote in quoted_stretches(parsed.document.text, where, tree_of(where.doc)):
        for number in numbers:
            if any(span.start < quote.end and quote.start < span.end for span in parsed.quotations[number].content):
                document.spoken.setdefault(paragraph, []).append((quote.start, quote.end, number))


_SUBJECT_OF = {"ROOT": 5.0, "relcl": 3.0}
"""What the subject of a sentence's chief verb weighs, and that of a clause about a noun ("what X said")."""


def place_of(tree: Tree, mention: Mention, paragraph: int, token: int) -> Place:
    """The place of a mention at a token, with the weight of its grammatical role: subjects first."""
    dep = tree.deps[token]
    lift = 0.0
    head = token
    while tree.deps[head] == "conj" and tree.heads[head] != head:
        head = tree.heads[head]
        lift = -0.5
    dep = tree.deps[head]
    if dep in SUBJECTS:
        role = _SUBJECT_OF.get(tree.deps[tree.heads[head]], 4.0)
    elif dep in ("dobj", "dative", "ROOT"):
        role = 3.0
    elif dep in ("pobj", "agent", "poss"):
        role = 2.0
    else:
        role = 1.0
    return Place(mention, paragraph, token, role + lift, dep in SUBJECTS)


def quotation_around(document: Discourse, paragraph: int, token: int) -> int | None:
    """The number of the innermost quotation whose quoted words a token stands in."""
    best: tuple[int, int] | None = None
    for start, end, number in document.spoken.get(paragraph, ()):
        if start <= token < end and (best is None or end - start < best[0]):
            best = (end - start, number)
    return best[1] if best else None
