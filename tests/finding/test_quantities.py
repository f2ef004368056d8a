"""Numbers, their units, and what is no quantity at all."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dissensus.errors import DictionaryError
from dissensus.finding import numerals
from dissensus.finding.numerals import MEASURE_KINDS, UNIT_KINDS, measures, units
from dissensus.finding.quantities import Quantity, find_quantities
from dissensus.parsing.date_words import pieces
from dissensus.parsing.parsed import Parsed
from dissensus.parsing.tree import tree_of
from dissensus.tables import package_table

MONEY = "money"


def quantities(parsed: Parsed) -> list[tuple[str, Quantity]]:
    found = []
    for paragraph in parsed.paragraphs:
        dates = [d.span for d in parsed.dates if d.span.paragraph == paragraph.index]
        taken = {token for span in dates for token in range(span.start, span.end)}
        cut = pieces(tree_of(paragraph.doc))
        for quantity in find_quantities(cut, tree_of(paragraph.doc), taken):
            found.append((paragraph.doc[quantity.start : quantity.end].text, quantity))
    return found


def told(parsed: Parsed) -> list[tuple[str, float, str | None, bool]]:
    return [(words, round(q.value, 4), q.unit, q.approximate) for words, q in quantities(parsed)]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "approximate"),
    [
        ("Peru received 14,500 nurses.", "14,500", 14_500, None, False),
        ("The guild has over 2.3 million members.", "over 2.3 million", 2_300_000, None, True),
        ("A nearly 3 trillion dollar plan passed.", "nearly 3 trillion dollar", 3e12, "dollars", True),
        ("Output fell to 512,000 bpd.", "512,000 bpd", 512_000, "barrels per day", False),
        ("The dam costs $240 million.", "$240 million", 240e6, "dollars", False),
        ("The dam costs \\$240 million.", "$240 million", 240e6, "dollars", False),
        ("The dam costs US$ 40 million.", "US$ 40 million", 40e6, "US dollars", False),
        ("The dam costs A$368bn.", "A$368bn", 368e9, "Australian dollars", False),
        ("The dam costs $1.2bn.", "$1.2bn", 1.2e9, "dollars", False),
        ("The dam costs €3m now.", "€3m", 3e6, "euros", False),
        ("The dam costs R$5 billion.", "R$5 billion", 5e9, "reais", False),
        ("The dam costs 25 million Mexican pesos.", "25 million Mexican pesos", 25e6, "Mexican pesos", False),
        ("The dam costs 5 bn US dollars.", "5 bn US dollars", 5e9, "US dollars", False),
        ("The dam costs half a million euros.", "half a million euros", 5e5, "euros", True),
        ("Turnout was 64 percent.", "64 percent", 64, "percent", False),
        ("Turnout was 64.25 %.", "64.25 %", 64.25, "percent", False),
        ("Turnout was 64 per cent.", "64 per cent", 64, "percent", False),
        ("It fell three percentage points.", "three percentage points", 3, "percentage points", False),
        ("It fell 25 basis points.", "25 basis points", 25, "basis points", False),
        ("Two-thirds of deputies agreed.", "Two-thirds", 0.6667, "share", False),
        ("A quarter of deputies agreed.", "A quarter", 0.25, "share", False),
        ("Nearly half of the deputies agreed.", "Nearly half", 0.5, "share", True),
        ("One in five deputies agreed.", "One in five", 0.2, "share", False),
        ("Six out of ten deputies agreed.", "Six out of ten", 0.6, "share", False),
        ("A dozen ships came.", "A dozen", 12, None, True),
        ("Two dozen ships came.", "Two dozen", 24, None, False),
        ("Forty-five ships came.", "Forty-five", 45, None, False),
        ("One hundred and twenty ships came.", "One hundred and twenty", 120, None, False),
        ("Two hundred and fifty thousand men came.", "Two hundred and fifty thousand", 250_000, None, False),
        ("Two and a half million men came.", "Two and a half million", 2_500_000, None, False),
        ("They sold 90,000 barrels of oil per day.", "90,000 barrels of oil per day", 90_000, "barrels per day", False),
        ("They sold 12 barrels a day.", "12 barrels a day", 12, "barrels per day", False),
        ("They gave 300 liters.", "300 liters", 300, "litres", False),
        ("They took 8.1 million hectares.", "8.1 million hectares", 8_100_000, "hectares", False),
        ("It covers 5,000 square kilometres.", "5,000 square kilometres", 5000, "square kilometres", False),
        ("It built a 180m wall.", "180m", 180, "metres", False),
        ("It lost 180m people.", "180m", 180e6, None, False),
        ("Some 200 boats came.", "Some 200", 200, None, True),
        ("At least 200 boats came.", "At least 200", 200, None, True),
        ("More than 200 boats came.", "More than 200", 200, None, True),
        ("It is a 9,000-seat hall.", "9,000", 9000, None, False),
        ("It got 1.234.567 votes.", "1.234.567", 1_234_567, None, False),
        (
            "The rate was 45 per 100,000 inhabitants.",
            "45 per 100,000 inhabitants",
            45,
            "per 100,000 inhabitants",
            False,
        ),
        ("It lasted for 12 years.", "12 years", 12, "years", False),
    ],
)
def test_a_number_and_its_unit(parse, text, words, value, unit, approximate) -> None:
    assert told(parse(text)) == [(words, value, unit, approximate)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "approximate"),
    [
        ("Some 10-15 boats came.", 10, 15, None, True),
        ("Between 10 and 15 boats came.", 10, 15, None, True),
        ("Two or three thousand boats came.", 2000, 3000, None, True),
        ("It fell 5 to 7 percent.", 5, 7, "percent", True),
        ("It cost $10-15 billion.", 10e9, 15e9, "dollars", True),
        ("It cost 900,000 to 1.2 million euros.", 900_000, 1_200_000, "euros", True),
        ("It passed in a 120-80 vote.", 120, 80, None, False),
    ],
)
def test_a_range_gives_both_ends(parse, text, low, high, unit, approximate) -> None:
    both = told(parse(text))
    assert [(row[1], row[2], row[3]) for row in both] == [(low, unit, approximate), (high, unit, approximate)]
    assert both[0][0] == both[1][0]


def test_numbers_with_to_between_that_are_no_range(parse) -> None:
    assert [row[1:3] for row in told(parse("It owes $500 million to 14 creditors."))] == [
        (500e6, "dollars"),
        (14, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The G20, the M-19, COVID-19, 5G and Sputnik V.",
        "World War 3 and Article 15 and Resolution 2231 and Law 1008.",
        "Call 591-2-2440000 or come at 11:30 or at 5 a.m. or round the clock, 24/7.",
        "Hundreds of men and tens of thousands of women came.",
        "They met in 2019, on 4 May and in the 1990s.",
        "It was the 3rd time and the 20th-century way.",
        "1. The plan is old.",
        "The code is " + "9" * 400 + " and the key is 100 trillion trillion.",
        "See note [12] below.",
        "Several men and a few women came.",
    ],
)
def test_what_is_no_quantity(parse, text) -> None:
    assert told(parse(text)) == []


SCALES = {"": 1, " million": 10**6, " billion": 10**9, "bn": 10**9}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(2, 999_999), st.integers(0, 99), st.sampled_from(sorted(SCALES)))
def test_an_amount_of_money_is_read_back(parse, whole: int, hundredths: int, scale: str) -> None:
    number = f"{whole:,}.{hundredths:02}"
    text = f"The state owes €{number}{scale} abroad."
    parsed = parse(text)
    ((words, quantity),) = quantities(parsed)
    assert words == f"€{number}{scale}"
    assert quantity.value == pytest.approx(float(f"{whole}.{hundredths:02}") * SCALES[scale])
    assert (quantity.form, quantity.unit) == (MONEY, "euros")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            "10 - to and $ 3,000 half a million of two one in dozen % percent per day 1.5 m bn ( ) , between forty "
            "five 99 / : 2020 km hundred or US$ 7 people".split()
        ),
        max_size=14,
    )
)
def test_any_string_of_number_words_is_read_without_harm(parse, words: list[str]) -> None:
    parsed = parse(" ".join(words) + " end.")
    length = len(parsed.paragraphs[0].doc)
    for _, quantity in quantities(parsed):
        assert 0 <= quantity.start <= quantity.number < quantity.end <= length
        assert quantity.value >= 0


def test_every_line_of_the_lexicons() -> None:
    seen = set()
    for row in package_table("dissensus.finding", "lexicon/units.tsv"):
        word, kind, value, unit = row["word"], row["kind"], row["value"], row["unit"]
        assert kind in UNIT_KINDS, row.where
        assert word == word.lower(), row.where
        assert (word, kind) not in seen, row.where
        seen.add((word, kind))
        assert (float(value) >= 0) if kind in {"numeral", "multiplier", "short", "fraction"} else True, row.where
        assert unit or kind not in {"sign", "currency", "percent", "unit", "duration"}, row.where
    for row in package_table("dissensus.finding", "lexicon/measures.tsv"):
        assert row["kind"] in MEASURE_KINDS, row.where
        assert row["lemma"] == row["lemma"].lower(), row.where
        assert (row["lemma"], row["kind"]) not in seen, row.where
        seen.add((row["lemma"], row["kind"]))
        assert bool(row["says"]) == (row["kind"] in {"change", "participle", "worth", "margin"}), row.where


@pytest.mark.parametrize("load", [units, measures])
def test_a_line_of_an_unknown_kind_is_an_error(monkeypatch: pytest.MonkeyPatch, load) -> None:
    rows = package_table("dissensus.finding", "lexicon/units.tsv")[:1]
    rows[0].cells["kind"] = "nonsense"
    monkeypatch.setattr(numerals, "package_table", lambda *_: rows)
    with pytest.raises(DictionaryError, match="nonsense"):
        load.__wrapped__()
