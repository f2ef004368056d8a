"""Who speaks from where to where in interviews and transcripts.

Three shapes are known: labelled turns (`Q:`, `NAME:`, `**Name:**`, initials), paragraphs set apart by the layout that
are questions, and single-paragraph questions in a text that calls itself an interview. Fewer than three turns, or
labels that do not come back, are no interview.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dissensus.model import Span, Turn
from dissensus.reading.metadata import Metadata
from dissensus.reading.speakers import INTERVIEWEE, INTERVIEWER, Names
from dissensus.reading.tables import table

_FEWEST = 3
_LINE = re.compile(r"\S[^\n]*")
_LETTER = r"[^\W\d_]"
_LABEL = re.compile(
    r"[ \t>]*(?:\*\*|__)?\[?"
    rf"(?P<label>{_LETTER}[\w.’'-]*(?: [\w.’'&-]+){{0,5}}?(?: ?\([^()\n]{{1,40}}\)|, [^:,\n]{{1,40}})?)"
    r"\]?(?:\*\*|__)?\s?[:：](?:\*\*|__)?(?=\s|$)"
)
_Q_AND_A = re.compile(r"[ \t>]*(?:\*\*|__)?(?P<label>[QA])\.(?:\*\*|__)?\s")
_ASIDE = re.compile(r"[\[(][^\[\]()]*[\])]$")
_QUESTION_END = re.compile(r"[?？؟][\"'”’»)\]*_]*$")
_SEPARATOR = re.compile(r"[\W_]{3,}$")
_LONGEST_QUESTION = 800
"""Characters."""
_LONGEST_LABEL = 160
"""Characters."""
_INTERVIEW = re.compile(
    r"\b(?:interview(?:s|ed|ing|er)?|q\s?&\s?a|in conversation with|sp(?:oke|eaks?) (?:to|with)"
    r"|talk(?:s|ed) (?:to|with)|entrevista|entretien)\b",
    re.IGNORECASE,
)
_INTRODUCTION = 2500
"""Characters before the first turn that may say whose interview it is."""


class _Line(NamedTuple):
    start: int
    end: int
    text: str


class _Labelled(NamedTuple):
    line: _Line
    label: str


def turns_of(text: str, furniture: Sequence[Span], apart: Sequence[Span], metadata: Metadata) -> tuple[Turn, ...]:
    """The turns of an interview or transcript, in order; none when the text is not plainly one.

    A turn begins with its label and ends with the last line before the next. What stands before the first turn is the
    writer's.
    """
    lines = list(_lines(text, furniture))
    labelled = [_Labelled(line, label) for line in lines if (label := _label(line.text))]
    known = _labels(labelled)
    if known:
        return _by_labels(text, lines, [turn for turn in labelled if _key(turn.label) in known], metadata)
    return _by_questions(text, lines, apart, metadata)


def _lines(text: str, furniture: Sequence[Span]) -> Iterator[_Line]:
    """Lines that say something, up to a rule that parts the text from what follows it, furniture left out."""
    waiting = iter(furniture)
    out = next(waiting, None)
    for match in _LINE.finditer(text):
        while out and out.end <= match.start():
            out = next(waiting, None)
        if out and out.start < match.end():
            continue
        words = match.group().rstrip()
        yield _Line(match.start(), match.start() + len(words), words)


def _label(line: str) -> str | None:
    start = line[:_LONGEST_LABEL]
    match = _LABEL.match(start) or _Q_AND_A.match(start)
    if not match:
        return None
    label = match["label"]
    name = re.split(r" ?\(|, ", label, maxsplit=1)[0]
    if not all(word[0].isupper() or word.lower() in _PARTICLES for word in name.split()):
        return None
    if _roles().get(_key(label)) == "none" or _roles().get(name.split()[0].lower()) == "none":
        return None
    return label


_PARTICLES = frozenset(
    {"de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "bin", "al", "el", "la", "y", "e"}
)


@cache
def _roles() -> dict[str, str]:
    return {row["label"]: row["role"] for row in table("turn_labels.tsv")}


def _key(label: str) -> str:
    return re.split(r" ?\(|, ", label, maxsplit=1)[0].strip(".").casefold()


def _labels(labelled: Sequence[_Labelled]) -> set[str]:
    """The labels that are speakers': there are three turns and more, and on the whole the labels come back."""
    counts = Counter(_key(turn.label) for turn in labelled)
    roles = {label: _roles().get(label) for label in counts}
    if roles.get("p") and "r" not in counts:
        del counts["p"]
    if "r" in counts and "p" not in counts:
        del counts["r"]
    if "a" in counts and not any(role == "asker" for role in roles.values()):
        del counts["a"]
    recurring = {label for label, count in counts.items() if count > 1}
    turns = sum(counts.values())
    if not recurring or turns < _FEWEST or len(counts) * 1.5 > turns or len(counts) < 2:
        return set()
    return set(counts)


def _by_labels(text: str, lines: list[_Line], turns: list[_Labelled], metadata: Metadata) -> tuple[Turn, ...]:
    introduction = text[: turns[0].line.start][-_INTRODUCTION:]
    names = Names(text, introduction, metadata, [turn.label for turn in turns])
    first_labels: dict[str, str] = {}
    for turn in turns:
        key = _key(turn.label)
        if len(turn.label) > len(first_labels.get(key, "")):
            first_labels[key] = turn.label
    speakers: dict[str, str] = {}
    for key, label in first_labels.items():
        role = _roles().get(key)
        if role in ("asker", "asker_if_r"):
            speakers[key] = names.asker() or INTERVIEWER
        elif role == "answerer":
            speakers[key] = names.answerer() or INTERVIEWEE
        else:
            speakers[key] = names.full(label)
    number = {line.start: n for n, line in enumerate(lines)}
    bounds = [*(number[turn.line.start] for turn in turns[1:]), len(lines)]
    spoken = []
    for turn, bound in zip(turns, bounds, strict=True):
        first = number[turn.line.start]
        last = _last(lines, first, bound)
        asks = any(_QUESTION_END.search(line.text) for line in _closing(lines[first : last + 1]))
        spoken.append((turn.line.start, lines[last].end, _key(turn.label), asks))
    askers = _askers([(speakers[key], asks) for *_, key, asks in spoken])
    askers |= {speakers[key] for key in speakers if _roles().get(key) in ("asker", "asker_if_r")}
    return tuple(
        Turn(start=start, end=end, speaker=speakers[key], question=speakers[key] in askers)
        for start, end, key, _ in spoken
    )


def _closing(lines: list[_Line]) -> list[_Line]:
    """The last line of a turn that is no aside, like `[applause]`."""
    return [line for line in lines if not _ASIDE.match(line.text)][-1:]


def _last(lines: list[_Line], first: int, bound: int) -> int:
    """The last line of the turn that begins with line `first`: before line `bound`, or a rule that ends the talk."""
    last = first
    while last + 1 < bound and not _SEPARATOR.match(lines[last + 1].text):
        last += 1
    return last


def _askers(turns: Sequence[tuple[str, bool]]) -> set[str]:
    """Who asks, of speakers and whether a turn of theirs ends in a question: those whose turns mostly do."""
    counts = Counter(speaker for speaker, _ in turns)
    ends = Counter(speaker for speaker, asks in turns if asks)
    share = {speaker: ends[speaker] / count for speaker, count in counts.items()}
    asking = {speaker for speaker, part in share.items() if part >= 0.5 and ends[speaker] > 1}
    return asking if any(share[speaker] < 0.4 for speaker in counts if speaker not in asking) else set()


def _by_questions(text: str, lines: list[_Line], apart: Sequence[Span], metadata: Metadata) -> tuple[Turn, ...]:
    questions = [line for line in lines if len(line.text) <= _LONGEST_QUESTION and _QUESTION_END.search(line.text)]
    if len(questions) < _FEWEST:
        return ()
    starts = {span.start for span in apart}
    set_apart = [line for line in questions if _is_apart(line, starts)]
    said_so = _INTERVIEW.search(f"{metadata.title or ''}\n{text[: max(questions[0].start, 400)][:_INTRODUCTION]}")
    names = Names(text, text[: questions[0].start][-_INTRODUCTION:], metadata)
    if len(set_apart) >= _FEWEST and (said_so or names.answerer()):
        questions = set_apart
    elif not (said_so and names.answerer() and _alternate(lines, questions)):
        return ()
    asker, answerer = names.asker() or INTERVIEWER, names.answerer() or INTERVIEWEE
    number = {line.start: n for n, line in enumerate(lines)}
    out: list[Turn] = []
    for question, following in zip(questions, [*questions[1:], None], strict=True):
        out.append(Turn(start=question.start, end=question.end, speaker=asker, question=True))
        first, bound = number[question.start] + 1, number[following.start] if following else len(lines)
        if first < bound:
            end = lines[_last(lines, first, bound)].end
            out.append(Turn(start=lines[first].start, end=end, speaker=answerer))
    return tuple(out)


def _is_apart(line: _Line, starts: set[int]) -> bool:
    return line.start in starts or line.text.startswith(("**", "__", "#", "– ", "— "))


def _alternate(lines: list[_Line], questions: list[_Line]) -> bool:
    """Whether every question has an answer, and answers are on the whole longer than questions."""
    number = {line.start: n for n, line in enumerate(lines)}
    at = [number[question.start] for question in questions]
    if any(later - earlier < 2 for earlier, later in pairwise(at)) or at[-1] == len(lines) - 1:
        return False
    asked = sum(len(question.text) for question in questions)
    said = sum(len(line.text) for line in lines[at[0] :]) - asked
    return said > 2 * asked
