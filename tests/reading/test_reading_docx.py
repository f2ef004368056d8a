from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from dissensus.errors import UnsafeError
from dissensus.model import Document
from dissensus.reading import ReadFailure

Read = Callable[..., Document]


def saved(word: object) -> bytes:
    out = io.BytesIO()
    word.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def test_headings_paragraphs_tables_and_properties(document: Read) -> None:
    word = docx.Document()
    word.core_properties.author, word.core_properties.title = "Ana Soto", "A long road"
    word.core_properties.language = "en-GB"
    word.add_heading("First part", 1)
    word.add_paragraph("The ministry rejected the plan.")
    table = word.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {number}"
    table.cell(1, 0).merge(table.cell(1, 1))
    word.add_paragraph("The unions called a strike.")
    read = document("a.docx", saved(word))
    assert read.text == (
        "First part\n\nThe ministry rejected the plan.\n\ncell 0 | cell 1\ncell 2 cell 3\n\nThe unions called a strike."
    )
    assert (read.title, read.author, read.language, read.date) == ("A long road", "Ana Soto", "en", None)


def test_the_title_on_the_page_goes_before_that_of_the_properties(document: Read) -> None:
    word = docx.Document()
    word.core_properties.title, word.core_properties.author = "draft.docx", "python-docx"
    word.add_heading("A long road", 0)
    word.add_paragraph("By Ana Soto")
    word.add_paragraph("The ministry rejected the plan of the unions on Monday, and the unions called for a strike.")
    read = document("a.docx", saved(word))
    assert (read.title, read.author) == ("A long road", "Ana Soto")
    assert [read.text[span.start : span.end] for span in read.furniture] == ["By Ana Soto"]


def test_bold_questions(document: Read) -> None:
    word = docx.Document()
    word.add_paragraph("An interview with Elena Paz of the union.")
    for question in ("Why a strike?", "What now?", "And then?"):
        word.add_paragraph().add_run(question).bold = True
        word.add_paragraph("We were not heard.")
    read = document("a.docx", saved(word))
    assert [(turn.speaker, turn.question) for turn in read.turns] == [("Interviewer", True), ("Elena Paz", False)] * 3


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def test_text_boxes_are_read_once(document: Read) -> None:
    word = docx.Document()
    at = word.add_paragraph("The ministry rejected the plan.")
    box = "<w:txbxContent><w:p><w:r><w:t>“We were not heard.”</w:t></w:r></w:p></w:txbxContent>"
    at._p.append(
        parse_xml(
            f'<w:r xmlns:w="{W}" xmlns:mc="{MC}"><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    word.add_paragraph("The unions called a strike.")
    assert document("a.docx", saved(word)).text == (
        "The ministry rejected the plan.\n\n“We were not heard.”\n\nThe unions called a strike."
    )


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_stand_at_the_end(document: Read, kind: str) -> None:
    word = docx.Document()
    word.add_paragraph("The ministry rejected the plan.")
    text = (
        f'<w:{kind}s xmlns:w="{W}"><w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:t>line</w:t></w:r></w:p>'
        f"</w:{kind}>"
        f'<w:{kind} w:id="1"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t>The union denied</w:t></w:r>'
        f"<w:r><w:tab/><w:t>this.</w:t></w:r></w:p></w:{kind}></w:{kind}s>"
    )
    part = Part(PackURI(f"/word/{kind}s.xml"), f"application/x-{kind}s+xml", text.encode(), word.part.package)
    word.part.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s")
    read = document("a.docx", saved(word)).text.split("\n\n")
    assert read[0] == "The ministry rejected the plan."
    assert [" ".join(line.split()) for line in read[1:]] == ["The union denied this."]


NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_what_word_wraps_up_is_read(document: Read) -> None:
    def run(text: str, tag: str = "w:t") -> str:
        return f"<w:r><{tag} xml:space='preserve'>{text}</{tag}></w:r>"

    def control(held: str, properties: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{held}</w:sdtContent></w:sdt>"

    contents = "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    added = parse_xml(
        f"<w:body {NAMESPACE}>"
        + control(f"<w:p>{control(run('The unions'))}{run(' marched.')}</w:p>")
        + f"<w:p>{run('Peru ')}<w:del>{run('never ', 'w:delText')}</w:del><w:ins>{run('always ')}</w:ins>"
        + f"<w:smartTag>{run('objected')}</w:smartTag><w:moveFrom>{run(' twice')}</w:moveFrom>{run('.')}</w:p>"
        + control(f"<w:p>{run('Click here.')}</w:p>", "<w:showingPlcHdr/>")
        + control(f"<w:p>{run('First part 1')}</w:p>", contents)
        + "</w:body>"
    )
    word = docx.Document()
    last = word.add_paragraph("The ministry rejected the plan.")._p
    for element in reversed(added):
        last.addnext(element)
    assert document("a.docx", saved(word)).text == (
        "The ministry rejected the plan.\n\nThe unions marched.\n\nPeru always objected."
    )


def test_what_is_no_word_file(failure: Callable[..., ReadFailure]) -> None:
    assert "zip" in str(failure("a.docx", "plain words").error)
    assert "password" in str(failure("a.docx", b"\xd0\xcf\x11\xe0 and more").error)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("other.txt", "words")
    assert "broken" in str(failure("a.docx", out.getvalue()).error)


def test_a_bomb(failure: Callable[..., ReadFailure]) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    assert isinstance(failure("a.docx", out.getvalue()).error, UnsafeError)
