from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from dissensus.errors import UnreadableError
from dissensus.model import Document
from dissensus.reading import ReadFailure, limits
from dissensus.reading.pages import joined_pages

Make = Callable[..., bytes]

LINES = [
    "The ministry said that the plan was dead and that the govern-",
    "ment would not return to it before the vote of the left-",
    "wing parties in the north.",
]


def page(number: int, words: str) -> list[str]:
    return [
        "The Plain Review of Politics",
        f"Here begins {words} of the long report on the harbour.",
        *LINES,
        f"Page {number} of 4",
    ]


def test_pages_are_joined_and_running_heads_are_furniture(
    document: Callable[..., Document], make_pdf: Make, body: Callable[[Document], str]
) -> None:
    pages = [page(number, words) for number, words in enumerate(("one", "two", "three", "four"), 1)]
    read = document("a.pdf", make_pdf(pages, "/Title (A long road) /Author (Ana Soto) /CreationDate (D:20310203)"))
    assert (read.title, read.author, read.date) == ("A long road", "Ana Soto", None)
    assert read.text.count("The Plain Review of Politics") == 4
    assert "The Plain Review" not in body(read)
    assert "Page 3 of 4" not in body(read)
    for words in ("one", "two", "three", "four"):
        assert f"Here begins {words} of" in body(read)


def test_words_cut_at_line_ends(document: Callable[..., Document], make_pdf: Make) -> None:
    text = document("a.pdf", make_pdf([LINES])).text
    assert "the government would" in text
    assert "left-wing parties" in text


def test_two_columns_stay_apart(document: Callable[..., Document], make_pdf: Make) -> None:
    left = [(50, 780 - 14 * n, f"left column line {n}") for n in range(8)]
    right = [(310, 780 - 14 * n, f"right column line {n}") for n in range(8)]
    text = document("a.pdf", make_pdf([left + right])).text
    assert text.index("left column line 7") < text.index("right column line 0")


@pytest.mark.parametrize("title", ["Microsoft Word - draft3.docx", "untitled", "report.pdf"])
def test_a_title_that_a_program_made_is_none(document: Callable[..., Document], make_pdf: Make, title: str) -> None:
    assert document("a.pdf", make_pdf([LINES], f"/Title ({title}) /Author (user1)")).title is None


def test_truncated(failure: Callable[..., ReadFailure], make_pdf: Make) -> None:
    data = make_pdf([LINES] * 40)
    assert "cut short" in str(failure("a.pdf", data[: len(data) // 2]).error)


def test_broken_inside(failure: Callable[..., ReadFailure]) -> None:
    error = failure("a.pdf", b"%PDF-1.4\nnothing of use\nstartxref\n9\n%%EOF").error
    assert isinstance(error, UnreadableError)
    assert "broken" in str(error)


def test_not_a_pdf(failure: Callable[..., ReadFailure]) -> None:
    assert "not a PDF" in str(failure("a.pdf", "plain words").error)


def test_pictures_only(failure: Callable[..., ReadFailure], make_pdf: Make) -> None:
    assert "OCR" in str(failure("a.pdf", make_pdf([[], []])).error)


@pytest.mark.parametrize(("password", "readable"), [("secret", False), ("", True)])
def test_encrypted(read: Callable[..., list[object]], make_pdf: Make, password: str, readable: bool) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([LINES]))))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    (only,) = read("a.pdf", out.getvalue())
    if readable:
        assert isinstance(only, Document)
    else:
        assert isinstance(only, ReadFailure)
        assert "unlocked copy" in str(only.error)


def test_too_long(failure: Callable[..., ReadFailure], make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_CHARACTERS", 300)
    assert "split it" in str(failure("a.pdf", make_pdf([LINES] * 5)).error)


def test_numbers_alone_at_the_edges_and_not_within() -> None:
    text, spans = joined_pages(
        ["1\nWords of one page.\n7\nMore words of it.\nAnd more.\nAnd yet more.\n12", "Words of another."]
    )
    assert [text[span.start : span.end] for span in spans] == ["1", "12"]


def test_the_hyphen_of_a_word_that_has_it_elsewhere() -> None:
    text, _ = joined_pages(
        ["a cease-fire was signed; the cease-\nfire held, and the sol\u00ad\ndiers left for Puerto-\nCabello"]
    )
    assert text == "a cease-fire was signed; the cease-fire held, and the soldiers left for Puerto-Cabello"
