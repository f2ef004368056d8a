from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissensus.errors import UnreadableError, UnsafeError
from dissensus.reading import limits
from dissensus.reading.encodings import decode, decode_line, encoding_of, tidy

SPANISH = "La oposición rechazó el decreto – «no habrá elecciones», dijo el señor Muñoz.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_usual_encodings(encoding: str) -> None:
    assert decode(SPANISH.encode(encoding)) == SPANISH


def test_latin_1() -> None:
    text = "El Perú y Bolivia firmaron un acuerdo en la ciudad de Ilo, según informó la cancillería."
    assert decode(text.encode("latin-1")) == text


def test_utf_8_with_some_windows_bytes_keeps_both() -> None:
    data = "São Paulo, 1º de março. O governo não respondeu.".encode() + "São Tomé".encode("cp1252")
    assert decode(data) == "São Paulo, 1º de março. O governo não respondeu.São Tomé"


def test_a_declared_encoding_is_used_where_the_bytes_are_not_utf_8() -> None:
    text = "Правительство отвергло предложение оппозиции."
    assert decode(text.encode("cp1251"), "windows-1251") == text
    assert decode(text.encode(), "windows-1251") == text


def test_an_undeclared_encoding_is_found() -> None:
    text = "Правительство отвергло предложение оппозиции и объявило о новых выборах в стране. " * 5
    assert decode(text.encode("cp1251")) == text


def test_a_wrong_declaration_does_no_harm() -> None:
    assert decode(SPANISH.encode("cp1252"), "no-such-encoding") == SPANISH


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01" + b"\0" * 50,
        b"%PDF-1.4 words",
        bytes(range(256)) * 10,
        b"PK\x03\x04rest",
        b"a\x00\x01\x02b\x03\x04\x05" * 9,
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="not text"):
        decode(data)


def test_too_much_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_CHARACTERS", 10)
    with pytest.raises(UnsafeError, match="may have"):
        decode(b"x" * 41)


def test_line_ends_nuls_and_surrogates_are_made_harmless() -> None:
    assert tidy("\ufeffone\r\ntwo\rthree\x00\ud800") == "one\ntwo\nthree\ufffd\ufffd"


def test_lines_of_a_file_share_its_other_encoding() -> None:
    other = encoding_of("El señor Muñoz habló.\n".encode("latin-1") * 3)
    assert decode_line("Ñuble\n".encode("latin-1"), other) == "Ñuble\n"
    assert decode_line("Ñuble – «sí»\n".encode(), other) == "Ñuble – «sí»\n"


@given(st.binary(max_size=300))
def test_bytes_become_storable_text_or_a_clear_error(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableError:
        return
    text.encode("utf-8")
    assert "\x00" not in text
    assert "\r" not in text


@given(st.text(max_size=200).filter(lambda text: text.strip("\ufeff\x00")))
def test_utf_8_text_comes_back_but_for_what_is_tidied(text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        read = decode(data)
    except UnreadableError:
        return
    assert read == tidy(data.decode())
