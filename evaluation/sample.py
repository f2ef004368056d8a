"""A random sample of statements as a page to tick, and the count of what was ticked.

python -m evaluation sample --kind event --n 30 --seed 1 --texts DIR > page.md
python -m evaluation sample --count page.md
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dissensus.finding.analyse import find_statements
from dissensus.model import ActorRef, Document, Figure, Kind, Statement
from dissensus.parsing.parsed import Parsed
from dissensus.reading import read_paths
from evaluation.common import analyser

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "bolivia-2019"
VERDICTS = ("right", "wrong")
MISTAKES = {
    "span": "the words quoted are not those that say it",
    "parties": "an actor is wrong, missing or not one",
    "type": "the event's type, the tie's relation or sign, the label's valence, the figure's value or measure",
    "holder": "someone else says it",
    "commitment": "it is said more or less firmly",
    "date": "the date is wrong, or told and missed",
    "not said": "the text does not say this",
    "trivial": "said, but nobody would want it in the record",
}
_BOX = re.compile(r"\[([ xX])\] ([a-z ]+?)(?=\s*(?:\[|$))")


@dataclass(slots=True, frozen=True)
class Drawn:
    """A statement and the sentences that it stands in."""

    statement: Statement
    context: str


def draw(texts: Path, kind: Kind | None, n: int, seed: int) -> list[Drawn]:
    """A random sample of the statements of all documents in a folder, in the order of the documents.

    Args:
        texts: a folder or file.
        kind: the kind of statement; None for any.
        n: how many; all where there are fewer.
        seed: the same seed draws the same from the same statements.
    """
    found = [drawn for drawn in _statements(texts) if kind is None or drawn.statement.kind is kind]
    chosen = random.Random(seed).sample(range(len(found)), min(n, len(found)))
    return [found[number] for number in sorted(chosen)]


def _statements(texts: Path) -> Iterator[Drawn]:
    engine = analyser()
    for read in read_paths([texts]):
        if not isinstance(read, Document):
            continue
        with engine.parser.memory():
            for parsed in engine.parser.parse_all([read]):
                for statement in find_statements(parsed, engine.resolver.resolve(parsed)):
                    yield Drawn(statement, _context(parsed, statement))


def _context(parsed: Parsed, statement: Statement) -> str:
    """The sentences that the evidence touches, the evidence in bold."""
    start, end = statement.evidence.start, statement.evidence.end
    touched = [s for s in parsed.sentences if s.start < end and start < s.end]
    first = min([start, *(s.start for s in touched)])
    last = max([end, *(s.end for s in touched)])
    text = parsed.document.text
    return " ".join(f"{text[first:start]}**{text[start:end]}**{text[end:last]}".split())


def page(drawn: Sequence[Drawn], title: str) -> str:
    """A Markdown page with a box for each verdict and mistake."""
    lines = [f"# {title}", "", "Tick one of right and wrong, and what is wrong.", ""]
    lines += [f"- {name}: {meaning}" for name, meaning in MISTAKES.items()]
    for number, one in enumerate(drawn, start=1):
        told = one.statement
        why = told.explanation
        lines += [
            "",
            f"## {number}. {told.kind.value} ({told.document.path or told.document.id})",
            "",
            f"> {one.context}",
            "",
            f"- says: {_body(told)}",
            f"- holder: {told.holder.name}{' (the writer)' if told.holder.is_author else ''}",
            f"- commitment: {told.commitment.value}; confidence: {told.confidence:.2f}",
            f"- rule: {why.rule}{f' ({why.lexicon})' if why.lexicon else ''}: {', '.join(why.words)}",
            *(f"- {note}" for note in why.notes),
            "",
            " ".join(f"[ ] {verdict}" for verdict in VERDICTS),
            "",
            " ".join(f"[ ] {mistake}" for mistake in MISTAKES),
        ]
    return "\n".join(lines) + "\n"


def _body(told: Statement) -> str:
    if told.event:
        event = told.event
        words = [_names(event.actors), f"{event.type.value}{f' ({event.mode})' if event.mode else ''}"]
        words.append(_names(event.recipients))
        date = f", date {event.date.start}/{event.date.end}" if event.date.start or event.date.end else ""
        place = f", place {event.place.name}" if event.place else ""
        contexts = f", context {' '.join(event.contexts)}" if event.contexts else ""
        return " → ".join(words) + date + place + contexts
    if told.tie:
        return f"{told.tie.a.name} {told.tie.relation.value} ({told.tie.sign:+d}) {told.tie.b.name}"
    if told.figure:
        return _figure(told.figure)
    assert told.label is not None
    return f"{told.label.target.name}: {told.label.term!r} ({told.label.valence:+d})"


def _figure(figure: Figure) -> str:
    subject = figure.subject if isinstance(figure.subject, str) else figure.subject.name
    about = "about " if figure.approximate else ""
    dated = f", date {figure.date}" if figure.date else ""
    return f"{subject}: {figure.measure} = {about}{figure.value:g} {figure.unit or ''}".rstrip() + dated


def _names(actors: Sequence[ActorRef]) -> str:
    return ", ".join(a.name for a in actors) or "(unnamed)"


def count(ticked: str) -> dict[str, int]:
    """How often each box of a page is ticked, and `statements`, how many there are; boxes never ticked are left out."""
    boxes: Counter[str] = Counter()
    for line in ticked.splitlines():
        if line.startswith("## "):
            boxes["statements"] += 1
        elif line.startswith("["):
            boxes.update(name for tick, name in _BOX.findall(line) if tick != " ")
    order = ("statements", *VERDICTS, *MISTAKES)
    return {name: boxes[name] for name in order if boxes[name]}


def main(arguments: Sequence[str]) -> int:
    """Print a page, or the count of a ticked one."""
    parser = argparse.ArgumentParser(prog="python -m evaluation sample", description=__doc__)
    parser.add_argument("--kind", choices=[*(k.value for k in Kind), "any"], default="any")
    parser.add_argument("--n", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", type=Path, default=EXAMPLES, help="folder or file; the examples where not given")
    parser.add_argument("--count", type=Path, help="a ticked page to count")
    options = parser.parse_args(arguments)
    if options.count:
        print(json.dumps(count(options.count.read_text(encoding="utf-8"))))
        return 0
    if not options.texts.exists():
        parser.error(f"no {options.texts}")
    kind = None if options.kind == "any" else Kind(options.kind)
    drawn = draw(options.texts, kind, options.n, options.seed)
    print(page(drawn, f"{len(drawn)} statements, kind {options.kind}, seed {options.seed}"), end="")
    return 0
