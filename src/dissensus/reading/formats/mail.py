"""Mail (.eml) and web pages saved whole (.mhtml)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage, Message, MIMEPart
from email.parser import BytesParser
from email.policy import default
from email.utils import parsedate_to_datetime

from dissensus.errors import DissensusError, UnreadableError, UnsafeError
from dissensus.model import Span
from dissensus.reading import limits
from dissensus.reading.article import Article, Blob, Bytes, Heads, ReadFailure, whole
from dissensus.reading.encodings import decode, harmless
from dissensus.reading.metadata import Metadata
from dissensus.reading.page import declared_charset, page_article
from dissensus.reading.quiet import quiet
from dissensus.reading.registry import read_blob, register

_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[ \t].*\r?\n(?:[ \t].*\r?\n)*){3}")
_MAIL_HEADER = re.compile(rb"^(?:from|message-id|received|mime-version):", re.IGNORECASE | re.MULTILINE)
_FOLDERS = re.compile(r".*[/\\]", re.DOTALL)
_NO_TEXTS = ("image", "audio", "video", "font")
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_SIGNATURE = re.compile(r"^-- $", re.MULTILINE)


def _is_mail(head: bytes) -> bool:
    return bool(_HEADER.match(head[:16_384]) and _MAIL_HEADER.search(head[:4096]))


@register("mail", ".eml", sniff=_is_mail, rank=3)
def read_mail(blob: Blob) -> Iterator[Article | ReadFailure]:
    """The plain body, or else the page, with subject, sender and date; then what is attached, as if in an archive.

    What stands below the signature mark is furniture. Attached pictures, sounds and signatures are passed over.

    Raises:
        UnreadableError: it is no mail, or has no text.
        UnsafeError: it is attached too deep in others.
    """
    if blob.depth > limits.ARCHIVE_DEPTH:
        raise UnsafeError("attached to a mail that is attached to others: save it by itself")
    message = _message(whole(blob))
    attached = list(_attached(message))
    try:
        yield _body(message, blob)
    except UnreadableError:
        if not attached:
            raise
    for name, data in attached:
        label = f"{blob.label}/{name}"
        try:
            yield from read_blob(Bytes(label, data, blob.depth + 1))
        except DissensusError as error:
            yield ReadFailure(label, error)


def _body(message: EmailMessage, blob: Blob) -> Article:
    metadata = Metadata.of(title=_header(message, "subject"), author=_sender(message), date=_date(message))
    with quiet():
        part = message.get_body(("plain", "html"))
    if part is None:
        raise UnreadableError("a mail without text")
    text = _decoded(part)
    if part.get_content_type() == "text/html":
        return page_article(text, blob.label, metadata)
    match = _SIGNATURE.search(text)
    below = (Span(start=match.start(), end=len(text)),) if match else ()
    return Article(blob.label, text, metadata, furniture=below, heads=Heads.NONE)


def _attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of what is attached; of one name, the second has a number."""
    taken: Counter[str] = Counter()
    with quiet():
        body = message.get_body(("plain", "html"))
    for part in _leaves(message):
        name = _name(part)
        if (
            part is body
            or name is None
            or part.get_content_maintype() in _NO_TEXTS
            or part.get_content_type() in _SIGNATURES
        ):
            continue
        taken[name] += 1
        if taken[name] > 1:
            stem, dot, suffix = name.partition(".")
            name = f"{stem}-{taken[name]}{dot}{suffix}"
        yield name, _bytes(part)


def _leaves(part: Message) -> Iterator[Message]:
    """The parts of a message that have none themselves; an attached message is one."""
    inner = part.get_payload() if part.get_content_maintype() == "multipart" else None
    if isinstance(inner, list):
        for one in inner:
            if isinstance(one, Message):
                yield from _leaves(one)
    else:
        yield part


def _name(part: Message) -> str | None:
    """The name of an attachment without folders; None for what is part of the message itself."""
    with quiet():
        try:
            given = part.get_filename()
        except (ValueError, LookupError, AttributeError, TypeError):
            given = None
    name = _FOLDERS.sub("", harmless(given or "")).strip()
    if part.get_content_type() == "message/rfc822":
        return name if name.lower().endswith(".eml") else f"{name or 'message'}.eml"
    return name or None


def _bytes(part: Message) -> bytes:
    inner = part.get_payload()
    if isinstance(inner, list):
        try:
            return b"".join(one.as_bytes() for one in inner if isinstance(one, Message))
        except (ValueError, LookupError, MessageError):
            return b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


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
