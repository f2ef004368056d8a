"""Whether one claim weakens another on the same topic: a small learned model over words and shape of two claims.

Logistic regression over readable features; `learned/claims.tsv` holds its weights, and `learned/claims.md` says
what it was trained on and how well it does.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from dissensus.errors import DictionaryError
from dissensus.parsing.parsed import Parsed, Stance
from dissensus.tables import package_table

REASONS: Final = 4
"""Features told of a judgement."""

SHARED, HELD, PAIRS = "shared words", "words of the shorter that both have", "word pairs of the shorter that both have"
CLAUSES, ONE_QUOTES, DENIALS = "subordinate clauses", "one of two quotes", "denials reported"
OTHERS = "both report, and not the same speaker"
SHAPE: Final = (SHARED, HELD, PAIRS, CLAUSES, ONE_QUOTES, DENIALS, OTHERS)
"""Features that know no words."""

BIAS, FROM = "=bias", "=from"
"""Rows of the weights that are no features: what is added always, and the score from which a claim weakens."""

_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_LIGHT: Final = frozenset({"be", "have", "say", "do"})
_SUBORDINATE: Final = frozenset({"ccomp", "advcl", "relcl"})
_MARKS: Final = frozenset('"“”«»')


@dataclass(slots=True, frozen=True)
class Claim:
    """What the model sees of a claim.

    Attributes:
        content: base forms of its nouns, names, verbs, adjectives and numbers.
        classes: classes of `claim_words.tsv` that it has a word of.
        pairs: base forms of words that follow one another.
        speakers: the last word of whom it reports as saying something, in lower case.
        clauses: its subordinate clauses.
        quotes: whether it has words in quotation marks.
        denies: whether it reports a denial.
    """

    content: frozenset[str]
    classes: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    speakers: frozenset[str]
    clauses: int
    quotes: bool
    denies: bool

    @classmethod
    def of(cls, parsed: Parsed) -> Claim:
        """A claim, parsed as a document of its own."""
        tokens = [token for paragraph in parsed.paragraphs for token in paragraph.doc]
        lemmas = [token.lemma_.lower() for token in tokens]
        told = word_classes()
        said = [parsed.text(each.source).lower().split() for each in parsed.quotations if each.source]
        return cls(
            content=frozenset(
                lemma
                for token, lemma in zip(tokens, lemmas, strict=True)
                if token.pos_ in _CONTENT and lemma not in _LIGHT
            ),
            classes=frozenset(told[lemma] for lemma in lemmas if lemma in told),
            pairs=frozenset(pairwise(lemmas)),
            speakers=frozenset(words[-1] for words in said if words),
            clauses=sum(token.dep_ in _SUBORDINATE for token in tokens),
            quotes=not _MARKS.isdisjoint(parsed.document.text),
            denies=any(quotation.stance is Stance.DENIAL for quotation in parsed.quotations),
        )


@dataclass(slots=True, frozen=True)
class Judgement:
    """What the model makes of two claims.

    Attributes:
        weakens: rather than strengthens.
        score: the log-odds; comparable between pairs, not calibrated.
        reasons: the features that did most for the decision, with what each adds to the score.
    """

    weakens: bool
    score: float
    reasons: tuple[tuple[str, float], ...]


@cache
def word_classes() -> dict[str, str]:
    """The class of each word of `claim_words.tsv`.

    Raises:
        DictionaryError: a line has no words, or a word stands twice.
    """
    found: dict[str, str] = {}
    for row in package_table("dissensus.matters", "claim_words.tsv", ("class", "words")):
        words = row.many("words")
        if not words:
            raise row.error("a class needs words")
        for word in words:
            if word in found:
                raise row.error(f"the word {word!r} stands in {found[word]!r} already")
            found[word] = row["class"]
    return found


@cache
def weights() -> dict[str, float]:
    """The weight of each feature, and the two rows that are no features."""
    found: dict[str, float] = {}
    for row in package_table("dissensus.matters", "learned/claims.tsv", ("feature", "weight")):
        try:
            found[row["feature"]] = float(row["weight"])
        except ValueError:
            raise row.error(f"{row['weight']!r} is no number") from None
    if missing := {BIAS, FROM, *names()} - set(found):
        raise DictionaryError(f"the weight of {min(missing)!r} is missing", where="claims.tsv")
    return found


def names() -> tuple[str, ...]:
    """The features, in the order of the weights."""
    return (*SHAPE, *sorted(set(word_classes().values())))


def overlap(first: Claim, second: Claim) -> float:
    """Share of the content words of both that both have."""
    either = first.content | second.content
    return len(first.content & second.content) / len(either) if either else 0.0


def _held(first: frozenset[Hashable], second: frozenset[Hashable]) -> float:
    return len(first & second) / max(1, min(len(first), len(second)))


def features(first: Claim, second: Claim) -> dict[str, float]:
    """The features of a pair; which is first makes no difference."""
    both_report = bool(first.speakers) and bool(second.speakers)
    return {
        SHARED: overlap(first, second),
        HELD: _held(first.content, second.content),
        PAIRS: _held(first.pairs, second.pairs),
        CLAUSES: float(first.clauses + second.clauses),
        ONE_QUOTES: float(first.quotes != second.quotes),
        DENIALS: float(first.denies + second.denies),
        OTHERS: float(both_report and first.speakers.isdisjoint(second.speakers)),
    } | {
        name: float((name in first.classes) + (name in second.classes)) for name in sorted(set(word_classes().values()))
    }


def judge(first: Parsed, second: Parsed) -> Judgement:
    """Whether one of two claims on the same topic weakens the other, or strengthens it.

    Args:
        first: a claim of a sentence or two, parsed as a document of its own.
        second: another.
    """
    return judge_claims(Claim.of(first), Claim.of(second))


def judge_claims(first: Claim, second: Claim) -> Judgement:
    """As `judge`, of claims already looked at."""
    learned = weights()
    worth = [(name, value * learned[name]) for name, value in features(first, second).items()]
    score = learned[BIAS] + sum(value for _, value in worth)
    weakens = score >= learned[FROM]
    for_it = sorted(((value if weakens else -value, name) for name, value in worth), reverse=True)
    reasons: Sequence[tuple[str, float]] = [(name, value) for value, name in for_it[:REASONS] if value > 0]
    return Judgement(weakens, score, tuple(reasons))
