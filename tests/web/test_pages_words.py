"""The program's notes in the languages of the pages: each that the program writes is told in Spanish, too."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dissensus
from dissensus.matters.store import find_matters, joins
from dissensus.model import Kind
from dissensus.record.record import Record

PACKAGE = Path(dissensus.__file__).parent
PAIRS: list[list[str]] = json.loads(
    (PACKAGE.parents[1] / "frontend" / "src" / "words" / "notes.json").read_text(encoding="utf-8")
)
PATTERNS = [re.compile(re.escape(english).replace(r"\{\}", "(.+)")) for english, _ in PAIRS]


def known(piece: str) -> bool:
    """Whether the pages have Spanish words for a piece of a note."""
    return any(pattern.fullmatch(piece) for pattern in PATTERNS)


def pieces(note: str) -> list[str]:
    return re.split("; |: ", note)


def written() -> Iterator[tuple[str, str]]:
    """What the source has as the reasons of resolutions, with `x` for what is filled in; and where."""
    for path in sorted((PACKAGE / "actors").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("Resolution", "Choice")
            ):
                for reason in node.args[2:3]:
                    yield _plain(reason), f"{path.name}:{node.lineno}"


def _plain(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "x" for part in node.values)
    return ""


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
def test_pairs_fill_in_the_same(pair: list[str]) -> None:
    english, spanish = pair
    assert english.count("{}") == spanish.count("{}")
    assert english == english.strip() != spanish.strip() == spanish
    assert not re.search(r"; |: ", english)


def test_what_the_program_writes_of_actors_is_told_in_spanish() -> None:
    # "government of x" is in the words of the text.
    told = [(reason, where) for reason, where in written() if " of x" not in pieces(reason)[0] or "; " in reason]
    assert len(told) > 20
    unknown = []
    for reason, where in told:
        unknown += [
            f"{where}: {piece}"
            for piece in pieces(reason)
            if re.search(r"[a-z]{3} [a-z]{2}", piece) and " of x" not in piece and not known(piece)
        ]
    assert not unknown


def test_why_statements_are_in_their_matters_is_told_in_spanish(example_record: Path) -> None:
    with Record(example_record) as record:
        # What figures count is told in the words of the text.
        matters = [matter for matter in find_matters(record) if matter.kind is not Kind.FIGURE]
        lines = {line for matter in matters for join in joins(record, matter.id) for line in join.detail}
    assert lines
    for what, why in (re.sub(r" \([\d.]+ of [\d.]+\)$", "", line).split(": ", 1) for line in lines):
        assert known(what)
        assert known(why) or not re.search("[a-z] [a-z]", re.sub("^[A-Z]+ =.*", "", why)), why


def test_notes_on_the_examples_are_told_in_spanish(example_record: Path) -> None:
    with Record(example_record) as record:
        notes = {note for statement in record.statements() for note in statement.explanation.notes}
    details = [note.split(": ", 1)[1] for note in notes if not note.startswith(("holder: ", "commitment: "))]
    plain = [piece for detail in details for piece in pieces(detail) if re.search(r"\b(the|is|in|by)\b", piece)]
    assert len(plain) > 50
    assert not [piece for piece in plain if not known(piece)]
