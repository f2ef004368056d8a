from __future__ import annotations

import io
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx

from dissensus.errors import UnsafeError
from dissensus.model import Document
from dissensus.reading import ReadFailure, read_paths

Read = Callable[..., Document]


def mail(plain: str | None = None, html: str | None = None, **headers: str) -> bytes:
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if plain is not None:
        message.set_content(plain)
    if html is not None and plain is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message.as_bytes()


def test_a_mail(document: Read) -> None:
    data = mail(
        "The union called a strike – at last.\n\n-- \nAna\n",
        "<p>other</p>",
        Subject="Un año más",
        From="Ana Soto <ana@example.org>",
        Date="Wed, 26 Jun 2024 23:30:00 -0400",
    )
    read = document("a.eml", data)
    assert (read.title, read.author, read.date) == ("Un año más", "Ana Soto", "2024-06-26")
    assert read.text.startswith("The union called a strike – at last.")
    assert [read.text[span.start : span.end].strip() for span in read.furniture] == ["-- \nAna"]


def test_a_mail_that_is_a_page(document: Read) -> None:
    read = document("a.eml", mail(html="<p>The union called a strike.</p>", Subject="One", From="ana@example.org"))
    assert read.text == "The union called a strike."
    assert (read.title, read.author) == ("One", None)


def test_broken_headers_are_left_out(document: Read) -> None:
    data = b"Subject: =?utf-8?q?broken\nFrom: ,,;<\nDate: soon\nMIME-Version: 1.0\n\nThe union called a strike.\n"
    assert document("a.eml", data).date is None


def attached(*, body: bool = True) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "Papers", "Ana Soto <ana@example.org>"
    if body:
        message.set_content("Here are the papers.")
    word = docx.Document()
    word.add_paragraph("The ministry rejected the plan.")
    out = io.BytesIO()
    word.save(out)
    message.add_attachment(out.getvalue(), maintype="application", subtype="octet-stream", filename="../plan.docx")
    message.add_attachment("The unions called a strike.", filename="notes.txt")
    message.add_attachment("Nobody came.", filename="notes.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"sealed", maintype="application", subtype="pgp-signature", filename="signature.asc")
    return message


def test_what_is_attached_is_read(tmp_path: Path) -> None:
    forwarded = EmailMessage()
    forwarded["Subject"], forwarded["From"] = "Fwd", "Luis Paz <luis@example.org>"
    forwarded.set_content("See the mail below.")
    forwarded.add_attachment(attached())
    forwarded.add_attachment(b"sheet", maintype="application", subtype="vnd.ms-excel", filename="sums.xls")
    (tmp_path / "a.eml").write_bytes(forwarded.as_bytes())
    found = list(read_paths([tmp_path]))
    texts = {item.path: item.text.strip() for item in found if isinstance(item, Document)}
    assert texts == {
        "a.eml": "See the mail below.",
        "a.eml/message.eml": "Here are the papers.",
        "a.eml/message.eml/plan.docx": "The ministry rejected the plan.",
        "a.eml/message.eml/notes.txt": "The unions called a strike.",
        "a.eml/message.eml/notes-2.txt": "Nobody came.",
    }
    (failed,) = [item for item in found if isinstance(item, ReadFailure)]
    assert failed.path == "a.eml/sums.xls"
    assert "no reader for .xls" in str(failed.error)


def test_a_mail_that_only_brings_something(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(attached(body=False).as_bytes())
    found = list(read_paths([tmp_path]))
    assert [item.path for item in found] == ["a.eml/plan.docx", "a.eml/notes.txt", "a.eml/notes-2.txt"]


def test_mails_in_mails_in_mails_end(tmp_path: Path) -> None:
    message = attached()
    for _ in range(5):
        outer = EmailMessage()
        outer["Subject"], outer["From"] = "Fwd", "Luis Paz <luis@example.org>"
        outer.set_content("See the mail below.")
        outer.add_attachment(message)
        message = outer
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    *read, last = read_paths([tmp_path])
    assert len(read) == 3
    assert isinstance(last, ReadFailure)
    assert isinstance(last.error, UnsafeError)


def test_no_mail(failure: Callable[..., ReadFailure]) -> None:
    assert "headers" in str(failure("a.eml", "\n\nwords without headers").error)
    assert "text" in str(failure("a.eml", b"Subject: x\nContent-Type: image/png\n\nabc").error)


MHTML = (
    b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://herald.example/road\r\nSubject: A long road\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b1"\r\n\r\n--b1\r\n'
    b"Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"<title>A long road</title><p>The se=F1or Mu=F1oz rejected the plan.</p>"
    b"\r\n--b1\r\nContent-Type: text/css\r\n\r\np {}\r\n--b1--\r\n"
)


def test_mhtml(document: Read) -> None:
    read = document("a.mhtml", MHTML)
    assert read.text == "The señor Muñoz rejected the plan."
    assert (read.url, read.title) == ("https://herald.example/road", "A long road")


def test_mhtml_without_a_page(failure: Callable[..., ReadFailure]) -> None:
    assert "no web page" in str(failure("a.mht", b"Subject: x\nContent-Type: text/css\n\np {}").error)
