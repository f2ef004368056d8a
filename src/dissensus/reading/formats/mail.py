"""Mail (.eml) and web pages saved whole (.mhtml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import default
from email.utils import parsedate_to_datetime

from dissensus.errors import UnreadableError
from dissensus.model import Span
from dissensus.reading.article import Article, Blob, Heads, whole
from dissensus.reading.encodings import decode
from dissensus.reading.metadata import Metadata
from dissensus.reading.page import declared_charset, page_article
from dissensus.reading.quiet import quiet
from dissensus.reading.registry import register

_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[ \t].*\r?\n(?:[ \t].*\r?\n)*){3}")
_MAIL_HEADER = re.compile(rb"^(?:from|message-id|received|mime-version):", re.IGNORECASE | re.MULTILINE)
_SIGNATURE = re.compile(r"^-- $", re.MULTILINE)


def _is_mail(head: bytes) -> bool:
    return bool(_HEADER.match(head[:16_384]) and _MAIL_HEADER.search(head[:4096]))


@register("mail", ".eml", sniff=_is_mail, rank=3)
def read_mail(blob: Blob) -> Iterator[Article]:
    """One article: the plain body, or else the page; subject, sender and date are its metadata.

    What stands below the signature mark is furniture. Attachments are not read.

    Raises:
        UnreadableError: it is no mail, or has no text.
    """
    message = _message(whole(blob))
    metadata = Metadata.of(title=_header(message, "subject"), author=_sender(message), date=_date(message))
    with quiet():
        part = message.get_body(("plain", "html"))
    if part is None:
        raise UnreadableError("a mail without text")
    text = _decoded(part)
    if part.get_content_type() == "text/html":
        yield page_article(text, blob.label, metadata)
        return
    match = _SIGNATURE.search(text)
    below = (Span(start=match.start(), end=len(text)),) if match else ()
    yield Article(blob.label, text, metadata, furniture=below, heads=Heads.NONE)


@register("MHTML", ".mhtml", ".mht", sniff=lambda head: False)
def read_mhtml(blob: Blob) -> Iterator[Article]:
    """One article: the first page in the file, with the address it was saved from.

    Raises:
        UnreadableError: there is no page in it.
    """
    message = _message(whole(blob))
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            url = _header(message, "snapshot-content-location") or _header(part, "content-location")
            given = Metadata.of(url=url if url and url.startswith("http") else None)
            yield page_article(_decoded(part), blob.label, given)
            return
    raise UnreadableError("no web page in it")


def _message(data: bytes) -> EmailMessage:
    try:
        with quiet():
            message = BytesParser(policy=default).parsebytes(data.lstrip())
    except (MessageError, ValueError, LookupError) as error:
        raise UnreadableError("no valid mail") from error
    if not message.keys():
        raise UnreadableError("no mail: there are no headers in it")
    return message


def _decoded(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if not data.strip():
        raise UnreadableError("there is no text in it")
    return decode(data, part.get_content_charset() or declared_charset(data))


def _header(message: EmailMessage, name: str) -> str | None:
    """A header decoded; None when it is missing or broken beyond reading."""
    try:
        with quiet():
            value = message[name]
            return None if value is None else str(value)
    except (ValueError, LookupError, IndexError, AttributeError, MessageError):
        return None


def _sender(message: EmailMessage) -> str | None:
    """The sender's name; an address alone is none."""
    try:
        with quiet():
            addresses = message["from"].addresses if message["from"] else ()
    except (ValueError, LookupError, IndexError, AttributeError, MessageError):
        return None
    names = [address.display_name for address in addresses if address.display_name]
    return ", ".join(names) or None


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "date") or "").date().isoformat()
    except (ValueError, TypeError):
        return None
