from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dissensus.model import Document
from dissensus.reading import Metadata, ReadFailure, read_one, read_paths
from dissensus.reading.metadata import by_field

Folder = Callable[[dict[str, str | bytes]], list[Document | ReadFailure]]


def test_values_are_evened_out_and_empty_words_dropped() -> None:
    made = Metadata.of(
        title="  A\n title ", source="null", author=["Ana Soto", {"name": "Luis Vega"}], date="soon", language="en-GB"
    )
    assert made == Metadata(title="A title", author="Ana Soto, Luis Vega", language="en")


@pytest.mark.parametrize(
    ("given", "code"), [("es", "es"), ("pt-BR", "pt"), ("English", "en"), ("spa", "es"), ("Klingon", None)]
)
def test_languages_become_two_letters(given: str, code: str | None) -> None:
    assert Metadata.of(language=given).language == code


def test_an_earlier_one_wins_and_a_later_one_fills() -> None:
    first, second = Metadata(title="One"), Metadata(title="Two", date="2020")
    assert first.filled_from(second) == Metadata(title="One", date="2020")


def test_columns_are_mapped_and_the_better_name_wins() -> None:
    row = {"Outlet": "b", "Source": "a", "Publication Date": "2020", "article-text": "t", "colour": "red", "byline": ""}
    assert by_field(row) == {"source": "a", "date": "2020", "text": "t"}


def test_precedence_file_sidecar_lines_defaults(folder: Folder, tmp_path: Path) -> None:
    text = (
        "---\ntitle: From the file\n---\nA plain heading\n\n4 March 2026\n\n"
        + "The ministry gave no answer to the question. " * 9
    )
    folder({"a.md": text, "metadata.csv": "path,title,source,language\na.md,From the sidecar,Sidecar Times,es\n"})
    defaults = Metadata(title="D", source="D", author="Default Author", date="1999", language="fr")
    (read,) = read_paths([tmp_path], defaults=defaults)
    assert isinstance(read, Document)
    assert (read.title, read.source, read.author, read.date, read.language) == (
        "From the file",
        "Sidecar Times",
        "Default Author",
        "2026-03-04",
        "es",
    )


def test_a_sidecar_reaches_folders_below_and_is_no_article(folder: Folder) -> None:
    read = folder(
        {
            "metadata.csv": "file;headline;date\nsub/a.txt;Outer;2001\n./b.txt;B;2002-05\n",
            "sub/metadata.csv": "path,title\na.txt,Inner\n",
            "sub/a.txt": "some words stand here.",
            "b.txt": "other words stand here.",
        }
    )
    assert [(d.path, d.title, d.date) for d in read if isinstance(d, Document)] == [
        ("b.txt", "B", "2002-05"),
        ("sub/a.txt", "Inner", "2001"),
    ]
    assert len(read) == 2


def test_a_sidecar_beside_a_file_given_by_itself(folder: Folder, tmp_path: Path) -> None:
    folder({"metadata.csv": "path,author\na.txt,Ana Soto\n", "a.txt": "some words stand here."})
    assert read_one(f"{tmp_path}/a.txt").author == "Ana Soto"


def test_a_sidecar_that_names_what_is_not_there(folder: Folder) -> None:
    failed = folder({"metadata.csv": "path,title\ngone.txt,T\n", "a.txt": "words here."})[0]
    assert isinstance(failed, ReadFailure)
    assert "gone.txt" in str(failed.error)


@pytest.mark.parametrize("content", ["title,date\nx,2020\n", b"\x00\x01\x02\x03\x04\x05\x06" * 9])
def test_a_broken_sidecar_is_told_and_the_texts_are_read(folder: Folder, content: str | bytes) -> None:
    failed, read = folder({"metadata.csv": content, "a.txt": "words here."})
    assert isinstance(failed, ReadFailure)
    assert failed.path == "metadata.csv"
    assert isinstance(read, Document)


def test_a_broken_sidecar_beside_files_given_by_themselves_is_told_once(folder: Folder, tmp_path: Path) -> None:
    folder({"metadata.csv": "title,date\nx,2020\n", "a.txt": "some words.", "b.txt": "other words."})
    failed, *read = read_paths([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert isinstance(failed, ReadFailure)
    assert [type(item) for item in read] == [Document, Document]
