"""Figures of Spanish and Portuguese paragraphs inside an English document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding.romance_figures import _digits
from dissensus.model import Commitment, Statement
from dissensus.tables import package_table

Find = Callable[..., list[Statement]]

ENGLISH = (
    "The chronicle below was printed in the years of the war, and nobody in the valley had read it before it came to "
    "the archive of the town, where it was kept with the letters of the bishop and the maps of the old road."
)
SPANISH = (
    "“La cooperativa de la sierra contaba entonces con {}, y la gente de los pueblos vecinos bajaba cada semana al "
    "mercado de la plaza para vender el maíz y la lana que habían guardado durante todo el invierno.”"
)
PORTUGUESE = (
    "“A cooperativa da serra contava então com {}, e as pessoas das aldeias vizinhas desciam todas as semanas ao "
    "mercado da praça para vender o milho e a lã que tinham guardado durante todo o inverno, não sem tristeza.”"
)


def figures(find: Find, paragraph: str) -> list[tuple[float, str | None, bool]]:
    told = [s for s in find(f"{ENGLISH}\n\n{paragraph}\n\n{ENGLISH}") if s.explanation.rule == "figure.unparsed"]
    assert all(s.commitment is Commitment.STATED for s in told)
    return [(s.figure.value, s.figure.unit, s.figure.approximate) for s in told if s.figure]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("70 mil soldados del gobierno", (70000, "soldados", False)),
        ("unos tres mil quinientos campesinos", (3500, "campesinos", True)),
        ("cuarenta y cinco maestros", (45, "maestros", False)),
        ("1.200 hectáreas de tierra", (1200, "hectares", False)),
        ("el 12,5 por ciento de los votos", (12.5, "percent", False)),
        ("más de 3 mil millones de dólares", (3e9, "dollars", True)),
        ("un millón de afiliados", (1e6, "afiliados", False)),
    ],
)
def test_spanish(find: Find, words: str, expected: tuple[float, str, bool]) -> None:
    assert figures(find, SPANISH.format(words)) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dois mil trabalhadores rurais", (2000, "trabalhadores", False)),
        ("quase 30 por cento da terra", (30, "percent", True)),
        ("4 bilhões de reais", (4e9, "reais", False)),
    ],
)
def test_portuguese(find: Find, words: str, expected: tuple[float, str, bool]) -> None:
    assert figures(find, PORTUGUESE.format(words)) == [expected]


@pytest.mark.parametrize(
    "words", ["el decreto 15", "la asamblea de 1994", "la reunión del 12 de marzo", "dos veces más fuerza"]
)
def test_dates_names_and_idle_counts_are_left_out(find: Find, words: str) -> None:
    assert figures(find, SPANISH.format(words)) == []


def test_the_holder_is_the_source_and_the_quote_stands_in_the_text(find: Find) -> None:
    text = f"{ENGLISH}\n\n{SPANISH.format('70 mil soldados')}\n\n{ENGLISH}"
    told = next(s for s in find(text) if s.explanation.rule == "figure.unparsed")
    assert told.holder.name == "unnamed Spanish-language source"
    assert text[told.evidence.start : told.evidence.end] == told.evidence.quote
    assert "70 mil soldados" in told.evidence.quote


@pytest.mark.parametrize(
    ("word", "value"), [("1.200,5", 1200.5), ("1,200", 1200), ("12,5", 12.5), ("3.5", 3.5), ("31.000.000", 31e6)]
)
def test_digits(word: str, value: float) -> None:
    assert _digits(word) == value


def test_every_line_has_a_known_kind_and_a_number_where_one_is_due() -> None:
    kinds = {
        "numeral", "multiplier", "percent", "currency", "duration", "unit", "approximate", "month", "label", "idle",
        "lasting", "stop",
    }  # fmt: skip
    for row in package_table("dissensus.finding", "lexicon/romance_numbers.tsv"):
        assert row["kind"] in kinds, row.where
        assert row["word"], row.where
        if row["kind"] in ("numeral", "multiplier"):
            assert float(row["value"]) > 0, row.where
        if row["kind"] in ("percent", "currency", "duration", "unit"):
            assert row["unit"], row.where
