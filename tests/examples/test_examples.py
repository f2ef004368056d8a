from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dissensus.model import Commitment, Document, EventType, Kind, Relation
from dissensus.reading import read_paths

EXAMPLES = Path(__file__).parents[2] / "examples"
BOLIVIA = EXAMPLES / "bolivia-2019"
BRIEFS = {
    "oas.txt": "Organization of American States",
    "morales-government.txt": "Government of Evo Morales",
    "interim-government.md": "Interim government of Bolivia",
    "researchers.txt": "Researchers who disputed the audit",
    "mexico.md": "Government of Mexico",
    "united-states.txt": "Government of the United States",
}
OTHERS = {"interview.txt", "chronology.html", "timeline.pdf", "actors.docx"}
KEYS = sorted((EXAMPLES / "keys").glob("*.jsonl"))
SIGNS = {
    1: "ally_of supports member_of funds arms aids trades_with recognises controls",
    -1: "opposes distrusts exploits",
    0: "leads part_of succeeds founded",
}
SIGN_OF = {relation: sign for sign, relations in SIGNS.items() for relation in relations.split()}


@cache
def texts() -> dict[str, Document]:
    read = list(read_paths([BOLIVIA]))
    assert all(isinstance(document, Document) for document in read), read
    return {Path(document.path or "").name: document for document in read if isinstance(document, Document)}


def searched(document: Document) -> str:
    out, at = "", 0
    for span in document.furniture:
        out += document.text[at : span.start]
        at = span.end
    return out + document.text[at:]


def rows(key: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in key.read_text(encoding="utf-8").splitlines()]


def text_of(key: Path) -> Document:
    (document,) = (document for name, document in texts().items() if Path(name).stem == key.stem)
    return document


def test_every_text_is_read_and_nothing_else() -> None:
    assert set(texts()) == {*BRIEFS, *OTHERS}


@pytest.mark.parametrize("name", sorted({*BRIEFS, *OTHERS}))
def test_metadata_is_complete(name: str) -> None:
    document = texts()[name]
    assert document.title
    assert document.author == "Dissensus examples"
    assert document.source == BRIEFS.get(name, "Dissensus examples")
    assert document.date
    assert document.language == "en"


@pytest.mark.parametrize("name", sorted(BRIEFS))
def test_a_brief_is_short_and_names_its_documents(name: str) -> None:
    assert 180 <= len(texts()[name].text.split()) <= 350
    assert "based_on:" in (BOLIVIA / name).read_text(encoding="utf-8")
    assert "based_on" not in texts()[name].text


def test_the_readme_accounts_for_every_text() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [name for name in texts() if f"| `{name}` |" not in readme] == []


def test_the_interview_has_turns() -> None:
    turns = texts()["interview.txt"].turns
    assert [(turn.speaker, turn.question) for turn in turns] == [("Reader", True), ("Archivist", False)] * 6


def test_page_furniture_is_left_out() -> None:
    document = texts()["chronology.html"]
    for words in ("Chronologies", "Leave a reply", "Post comment", "Privacy policy"):
        assert words not in searched(document)
    assert "Morales says that a coup is under way." in searched(document)


def test_the_pdf_is_put_together_from_pages() -> None:
    document = texts()["timeline.pdf"]
    for words in ("Dissensus examples: Bolivia after 2019", "Page 1 of 2", "Page 2 of 2"):
        assert words in document.text
        assert words not in searched(document)
    cut = [line for line in pdf_lines() if line.endswith("-")]
    assert len(cut) >= 3
    for line in cut:
        assert line.split()[-1] not in document.text
    assert "the statistical evidence" in document.text.replace("\n", " ")


def test_the_word_file_has_its_table_and_headings() -> None:
    text = texts()["actors.docx"].text
    assert "Marcelo Ebrard | Foreign minister of Mexico | from 1 December 2018" in text
    assert "\n\nPersons\n\n" in text


@cache
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_documents", EXAMPLES / "build_documents.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pdf_lines() -> list[str]:
    module = builder()
    return [line for page in module.TIMELINE_PAGES for words in page for line in module.wrapped(words)]


def test_the_built_files_are_the_committed_ones(tmp_path: Path) -> None:
    builder().build(tmp_path)
    for name in ("timeline.pdf", "actors.docx"):
        assert (tmp_path / name).read_bytes() == (BOLIVIA / name).read_bytes(), (
            f"run examples/build_documents.py: {name}"
        )


def test_three_briefs_have_keys() -> None:
    assert len(KEYS) == 3
    assert all(25 <= len(rows(key)) <= 45 for key in KEYS)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_anchors_stand_once_in_the_text_and_in_order(key: Path) -> None:
    text = text_of(key).text
    anchors = [row["anchor"] for row in rows(key)]
    assert [anchor for anchor in anchors if text.count(anchor) != 1] == []
    assert [anchor for anchor in anchors if not 3 <= len(anchor.split()) <= 25 or "\n" in anchor] == []
    places = [text.index(anchor) for anchor in anchors]
    assert places == sorted(places)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_ids_are_numbered(key: Path) -> None:
    assert [row["id"] for row in rows(key)] == [f"{key.stem}-{n:03}" for n in range(1, len(rows(key)) + 1)]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_fields_of_keys_are_known(key: Path) -> None:
    for row in rows(key):
        kind = Kind(row["kind"])
        assert set(row) == {"id", "kind", "anchor", "holder", "commitment", "salience", str(kind)}, row["id"]
        assert Commitment(row["commitment"])
        assert row["salience"] in ("core", "minor")
        assert row["holder"]
        check_body(kind, row[kind])


def check_body(kind: Kind, body: dict[str, Any]) -> None:
    if kind is Kind.EVENT:
        assert EventType(body["type"])
        assert set(body) == {"actors", "recipients", "type", "contexts", "date", "place", "what"}
        for actor in (*body["actors"], *body["recipients"]):
            check_actor(actor)
    elif kind is Kind.TIE:
        assert body["sign"] == SIGN_OF[Relation(body["relation"])]
        check_actor(body["a"])
        check_actor(body["b"])
    elif kind is Kind.FIGURE:
        assert isinstance(body["value"], int | float)
        assert body["measure"]
        assert body["unit"]
    else:
        assert body["valence"] in (-1, 1)
        assert body["term"]
        check_actor(body["target"])


def check_actor(actor: dict[str, Any]) -> None:
    assert set(actor) == {"name", "country"}
    assert actor["name"]
    assert actor["country"] is None or (len(actor["country"]) == 3 and actor["country"].isupper())
