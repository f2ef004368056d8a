"""Bytes into text: UTF-8, UTF-16 and 32, the old one-byte encodings, and files that mix them.

Text comes out with LF line ends, without a byte order mark, and with NULs and lone surrogates replaced by U+FFFD, so
that it can be stored, searched and printed anywhere.
"""

from __future__ import annotations

import codecs
import re

from dissensus.errors import UnreadableError, UnsafeError
from dissensus.reading import limits
from dissensus.reading.quiet import quiet

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HARMFUL = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27})
_NOT_ASCII = bytes(range(128, 256))
_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip or an office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x7fELF": "a program",
    b"\x1f\x8b": "packed with gzip",
    b"\xd0\xcf\x11\xe0": "an old office file",
    b"SQLite format 3\x00": "a database",
    b"{\\rtf": "rich text (RTF)",
}
_WESTERN = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœŠšŽž‘’“”„‚«»‹›–—…•·¡¿ªº°§€£¥©®™\u00a0\u00ad½¼¾²³†"
)
_MOST_HIGH = 0.2
"""Western European prose has accents and typographic marks in at most this share of its bytes."""


def harmless(text: str) -> str:
    """NULs and lone surrogates replaced by U+FFFD, one for one."""
    return _HARMFUL.sub("\ufffd", text) if _HARMFUL.search(text) else text


def tidy(text: str) -> str:
    """Harmless text with LF line ends and no byte order mark."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return harmless(text.removeprefix("\ufeff"))


def decode(data: bytes, declared: str | None = None) -> str:
    """The text that bytes hold, tidied.

    Valid UTF-8 is UTF-8 whatever is declared. UTF-8 with a few foreign bytes is read as UTF-8 with those bytes as
    Windows-1252. Otherwise the declared encoding, then Windows-1252 where it gives plain Western prose, then what
    charset-normalizer finds.

    Args:
        data: the whole of a file or message.
        declared: an encoding that a header or the page itself names.

    Raises:
        UnreadableError: it is no text.
        UnsafeError: it must be longer than a document may be.
    """
    if len(data) > 4 * limits.DOCUMENT_CHARACTERS:
        raise too_long(len(data), "bytes of text")
    for bom, name in _BOMS:
        if data.startswith(bom):
            return tidy(data[len(bom) :].decode(name, "replace"))
    _refuse_known(data)
    wide = _wide(data)
    if wide:
        return tidy(data.decode(wide, "replace"))
    _refuse_binary(data)
    try:
        return tidy(data.decode("utf-8"))
    except UnicodeDecodeError:
        return tidy(_decode_other(data, declared))


def encoding_of(sample: bytes) -> str:
    """The encoding of the bytes that are not UTF-8 in a file whose beginning is given; `cp1252` if it has none such."""
    for bom, name in _BOMS:
        if sample.startswith(bom):
            return name
    wide = _wide(sample)
    if wide:
        return wide
    _refuse_known(sample)
    _refuse_binary(sample)
    whole = sample[: sample.rfind(b"\n") + 1] or sample
    try:
        whole.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252" if _western(whole) is not None or _mostly_utf8(whole) else _found(whole)
    return "cp1252"


def decode_line(line: bytes, other: str) -> str:
    """One line of a long file: UTF-8, or where it is not, `other` (see `encoding_of`)."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        if _mostly_utf8(line):
            return _decode_mixed(line)
        return line.decode(other, "replace")


def too_long(number: int, of_what: str) -> UnsafeError:
    """The refusal of a text that goes over the limit."""
    return UnsafeError(
        f"{number:,} {of_what}; a document may have {limits.DOCUMENT_CHARACTERS:,} characters: split it into several"
    )


def _refuse_known(data: bytes) -> None:
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise UnreadableError(f"this is {kind}, not text: give it the suffix of what it is")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Latin text is NUL."""
    sample = data[: limits.SAMPLE_BYTES // 64]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    sample = data[: limits.SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(3, 0.005 * len(sample)):
        raise UnreadableError("this is binary, not text: give the text itself, or a suffix that says what it is")


def _decode_other(data: bytes, declared: str | None) -> str:
    if _mostly_utf8(data):
        return _decode_mixed(data)
    if declared:
        # Pages that say Latin-1 mean Windows-1252, as the WHATWG encoding standard has it.
        name = "cp1252" if declared.lower().replace("_", "-") in ("iso-8859-1", "latin-1", "us-ascii") else declared
        try:
            return data.decode(name)
        except (LookupError, ValueError):
            pass
    western = _western(data)
    return western if western is not None else data.decode(_found(data), "replace")


def _western(data: bytes) -> str | None:
    if _high(data) > _MOST_HIGH * len(data):
        return None
    text = data.decode("cp1252", "replace")
    odd = sum(1 for character in set(text) if ord(character) > 127 and character not in _WESTERN)
    return None if odd else text


def _mostly_utf8(data: bytes) -> bool:
    """Whether more bytes belong to valid multi-byte sequences than do not."""
    return 2 * _high(data.decode("utf-8", "ignore").encode("utf-8")) > _high(data)


def _high(data: bytes) -> int:
    """How many bytes are not ASCII."""
    return len(data) - len(data.translate(None, _NOT_ASCII))


def _decode_mixed(data: bytes) -> str:
    return data.decode("utf-8", "dissensus-cp1252")


def _as_western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("dissensus-cp1252", _as_western)


def _found(data: bytes) -> str:
    from charset_normalizer import from_bytes

    with quiet("charset_normalizer"):
        best = from_bytes(data[: limits.SAMPLE_BYTES]).best()
    if best is None:
        raise UnreadableError("its encoding cannot be told: save it as UTF-8")
    return best.encoding
