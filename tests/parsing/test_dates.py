"""Dates: what the words say, what they leave open, and never more than the document's date allows."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dissensus.errors import DictionaryError
from dissensus.parsing.calendar_meanings import settle, weekday
from dissensus.parsing.calendar_spans import anchor_of, holding, part, shifted, year_of
from dissensus.parsing.date_words import KINDS, date_words, numbers
from dissensus.parsing.parsed import Parsed
from dissensus.tables import package_table

WEDNESDAY = "2025-05-14"


def told(parsed: Parsed) -> list[tuple[str, str | None, str | None, str, str]]:
    return [
        (parsed.text(d.span), d.when.start, d.when.end, d.when.precision.value, d.when.basis.value)
        for d in parsed.dates
    ]


ABSOLUTE = [
    ("The treaty was signed on June 26, 2024.", "June 26, 2024", "2024-06-26", "2024-06-26", "day"),
    ("The treaty was signed on 26 June 2024.", "26 June 2024", "2024-06-26", "2024-06-26", "day"),
    ("It was signed on the 26th of June, 2024.", "the 26th of June, 2024", "2024-06-26", "2024-06-26", "day"),
    ("It was signed on Wednesday, 26 June 2024.", "Wednesday, 26 June 2024", "2024-06-26", "2024-06-26", "day"),
    ("The decree is dated 2024-06-26.", "2024-06-26", "2024-06-26", "2024-06-26", "day"),
    ("The decree is dated 26/06/2024.", "26/06/2024", "2024-06-26", "2024-06-26", "day"),
    ("The decree is dated 26.06.2024.", "26.06.2024", "2024-06-26", "2024-06-26", "day"),
    ("The decree is dated 03/04/2024.", "03/04/2024", "2024-01-01", "2024-12-31", "year"),
    ("They met on Sept. 5, 2023.", "Sept. 5, 2023", "2023-09-05", "2023-09-05", "day"),
    ("Prices rose in June 2024.", "June 2024", "2024-06-01", "2024-06-30", "month"),
    ("Prices rose in February of 2024.", "February of 2024", "2024-02-01", "2024-02-29", "month"),
    ("They settled there in 1983.", "1983", "1983-01-01", "1983-12-31", "year"),
    ("The 2019 election was annulled.", "2019", "2019-01-01", "2019-12-31", "year"),
    ("The border closed in spring 2020.", "spring 2020", "2020-01-01", "2020-12-31", "year"),
    ("A curfew held from 15 to 30 March 2024.", "from 15 to 30 March 2024", "2024-03-15", "2024-03-30", "range"),
    (
        "The talks of March 28 to April 2, 2024 failed.",
        "March 28 to April 2, 2024",
        "2024-03-28",
        "2024-04-02",
        "range",
    ),
    ("Between 1998 and 2000 the banks fell.", "Between 1998 and 2000", "1998-01-01", "2000-12-31", "range"),
    ("She governed from 2006 to 2019.", "from 2006 to 2019", "2006-01-01", "2019-12-31", "range"),
    ("The season of 1997-98 was dry.", "1997-98", "1997-01-01", "1998-12-31", "range"),
    ("The season of 2007/08 was dry.", "2007/08", "2007-01-01", "2008-12-31", "range"),
    ("The boom (2000–2014) ended.", "2000–2014", "2000-01-01", "2014-12-31", "range"),
    ("They trained abroad in the 1960s.", "the 1960s", "1960-01-01", "1969-12-31", "range"),
    ("They trained abroad in the late 1990s.", "the late 1990s", "1996-01-01", "1999-12-31", "range"),
    ("They grew in the ’90s.", "the ’90s", "1990-01-01", "1999-12-31", "range"),
    ("They grew in the seventies.", "the seventies", "1970-01-01", "1979-12-31", "range"),
    ("It was founded in early 2023.", "early 2023", "2023-01-01", "2023-04-30", "range"),
    ("It was founded in mid-2019.", "mid-2019", "2019-05-01", "2019-08-31", "range"),
    ("It was dissolved at the end of 1994.", "the end of 1994", "1994-09-01", "1994-12-31", "range"),
    ("It was a product of the 20th century.", "the 20th century", "1901-01-01", "2000-12-31", "range"),
    ("A 19th-century border divides them.", "19th-century", "1801-01-01", "1900-12-31", "range"),
    ("Output fell in the first half of 2020.", "the first half of 2020", "2020-01-01", "2020-06-30", "range"),
    ("Output fell in Q2 2021.", "Q2 2021", "2021-04-01", "2021-06-30", "range"),
    ("They have ruled since 2006.", "since 2006", "2006-01-01", None, "range"),
    ("Emissions must halve by 2030.", "by 2030", None, "2030-12-31", "range"),
    ("The post-1979 order collapsed.", "post-1979", "1980-01-01", None, "range"),
    ("Trade is back at pre-2019 levels.", "pre-2019", None, "2018-12-31", "range"),
    ("He fled in the night of 10 November 2019.", "10 November 2019", "2019-11-10", "2019-11-10", "day"),
]


@pytest.mark.parametrize(("text", "words", "start", "end", "precision"), ABSOLUTE)
def test_words_that_tell_a_date_by_themselves(parse, text, words, start, end, precision) -> None:
    assert told(parse(text)) == [(words, start, end, precision, "text")]


RELATIVE = [
    ("The envoy arrived yesterday.", "yesterday", "2025-05-13", "2025-05-13", "day"),
    ("The envoy arrived last night.", "last night", "2025-05-13", "2025-05-13", "day"),
    ("The envoy will arrive tomorrow.", "tomorrow", "2025-05-15", "2025-05-15", "day"),
    ("The envoy arrived today.", "today", "2025-05-14", "2025-05-14", "day"),
    ("The minister resigned Tuesday.", "Tuesday", "2025-05-13", "2025-05-13", "day"),
    ("The minister resigned on Wednesday.", "Wednesday", "2025-05-14", "2025-05-14", "day"),
    ("The minister resigned last Wednesday.", "last Wednesday", "2025-05-07", "2025-05-07", "day"),
    ("Parliament will vote on Friday.", "Friday", "2025-05-16", "2025-05-16", "day"),
    ("The talks began Monday, April 28.", "Monday, April 28", "2025-04-28", "2025-04-28", "day"),
    ("The talks began on December 31.", "December 31", "2024-12-31", "2024-12-31", "day"),
    ("The talks began in November.", "November", "2024-11-01", "2024-11-30", "month"),
    ("Elections will be held in November.", "November", "2025-11-01", "2025-11-30", "month"),
    ("The base was rejected last November.", "last November", "2024-11-01", "2024-11-30", "month"),
    ("The base was rejected last May.", "last May", "2024-05-01", "2024-05-31", "month"),
    ("He was charged in December last year.", "December last year", "2024-12-01", "2024-12-31", "month"),
    ("The strike began last week.", "last week", "2025-05-05", "2025-05-11", "range"),
    ("The strike began last month.", "last month", "2025-04-01", "2025-04-30", "month"),
    ("The strike began last year.", "last year", "2024-01-01", "2024-12-31", "year"),
    ("The summit opens next week.", "next week", "2025-05-19", "2025-05-25", "range"),
    ("Two months ago the army moved.", "Two months ago", "2025-03-01", "2025-03-31", "month"),
    ("Three days ago the army moved.", "Three days ago", "2025-05-11", "2025-05-11", "day"),
    ("The army moved ten years ago.", "ten years ago", "2015-01-01", "2015-12-31", "year"),
    ("The army moved over 30 years ago.", "over 30 years ago", None, "1995-12-31", "range"),
    ("Nearly two years ago the army moved.", "Nearly two years ago", "2023-01-01", "2023-12-31", "year"),
    ("It wants a fresh start on Friday.", "Friday", "2025-05-09", "2025-05-09", "day"),
    ("A few days ago the army moved.", "A few days ago", "2025-05-07", "2025-05-12", "range"),
    ("They have marched since last September.", "since last September", "2024-09-01", None, "range"),
    ("Prices rose over the past five years.", "the past five years", "2020-05-14", "2025-05-14", "range"),
    ("The vote is due later this year.", "later this year", "2025-05-14", "2025-12-31", "range"),
    ("It must leave by the end of the month.", "by the end of the month", None, "2025-05-31", "range"),
    ("The decree sets a May 20-30 curfew.", "May 20-30", "2025-05-20", "2025-05-30", "range"),
]


@pytest.mark.parametrize(("text", "words", "start", "end", "precision"), RELATIVE)
def test_words_that_count_from_the_day_of_writing(parse, text, words, start, end, precision) -> None:
    assert told(parse(text, date=WEDNESDAY)) == [(words, start, end, precision, "document")]


@pytest.mark.parametrize(("text", "words"), [(text, words) for text, words, *_ in RELATIVE])
def test_without_a_document_date_they_are_unknown(parse, text, words) -> None:
    assert told(parse(text)) == [(words, None, None, "unknown", "unknown")]


@pytest.mark.parametrize("date_known", ["2025", "2025-05"])
def test_a_vague_document_date_makes_vague_dates(parse, date_known: str) -> None:
    parsed = parse("The envoy arrived yesterday, and last year it was the same.", date=date_known)
    (_, start, end, precision, _), last_year = told(parsed)
    assert precision == "range"
    assert start is not None
    assert end is not None
    assert start < end
    assert last_year[1:4] == ("2024-01-01", "2024-12-31", "year")


def test_what_counts_from_the_story_is_not_counted_from_publication(parse) -> None:
    parsed = parse("He fled. The next day they met; two years later it was over, the same week.", date=WEDNESDAY)
    assert [row[0] for row in told(parsed)] == ["The next day", "two years later", "the same week"]
    assert {row[3] for row in told(parsed)} == {"unknown"}


def test_a_day_alone_needs_its_month(parse) -> None:
    assert told(parse("He returned on the 12th.", date=WEDNESDAY)) == []
    rows = told(parse("He fled on 10 November 2019 and returned on the 12th."))
    assert rows[1][:3] == ("the 12th", "2019-11-12", "2019-11-12")


def test_two_ranges_may_share_a_token(parse) -> None:
    rows = told(parse("The 1997-98/2007-08 assemblies failed."))
    assert [row[1:3] for row in rows] == [("1997-01-01", "1998-12-31"), ("2007-01-01", "2008-12-31")]


def test_a_list_of_years(parse) -> None:
    assert [row[0] for row in told(parse("Ministers met in 2014, 2017 and 2019."))] == ["2014", "2017", "2019"]


@pytest.mark.parametrize(
    "text",
    [
        "From Day 1 he knew what would come.",
        "The attacks known as 9/11 changed the law.",
        "The March 11 Movement rallied in the capital.",
        "They sent 2,000 troops and 1000 MW of power.",
        "The ticket costs 2025 pesos.",
        "They march on the palace and may win.",
        "A total of 2019 people voted.",
        "The shift lasted from 10 p.m. to 4 a.m.",
        "Workers hold a May Day rally.",
        "They watch Friday Night Debates.",
        "Bloody Sunday is not forgotten.",
        "Today’s rulers fear the poor.",
        "There are 12 months in the plan and two sides.",
        "Theresa May spoke with Jan Novak of the Sun.",
    ],
)
def test_what_is_no_date(parse, text: str) -> None:
    assert told(parse(text, date=WEDNESDAY)) == []


def test_a_day_that_does_not_exist_is_not_told(parse) -> None:
    assert [(row[0], row[3]) for row in told(parse("On June 31 nothing happened.", date=WEDNESDAY))] == [
        ("June", "month")
    ]
    assert told(parse("It was signed on February 29, 2023."))[0][1:4] == (None, None, "unknown")


MONTHS = list(numbers("month"))
FORMATS = [
    lambda d: f"{MONTHS[d.month - 1].title()} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1].title()} {d.day} {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1].title()} {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1].title()}, {d.year}",
    lambda d: f"{d.day} of {MONTHS[d.month - 1].title()} {d.year}",
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"{d:%A}, {MONTHS[d.month - 1].title()} {d.day}, {d.year}",
    lambda d: f"{d:%A}, {d.day} {MONTHS[d.month - 1].title()} {d.year}",
    lambda d: f"{d:%A} {MONTHS[d.month - 1].title()} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3].title()}. {d.day}, {d.year}" if d.month != 5 else f"May {d.day}, {d.year}",
]
FORMATS_BY_DAY = st.tuples(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMATS))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FORMATS_BY_DAY)
def test_a_day_is_read_back_however_it_is_written(parse, day_and_format) -> None:
    day, written = day_and_format[0], day_and_format[1](day_and_format[0])
    text = f"“The pact” was signed on {written} by both."
    parsed = parse(text)
    assert [(row[1], row[2], row[3]) for row in told(parsed)] == [(day.isoformat(), day.isoformat(), "day")]
    start, end = parsed.offsets(parsed.dates[0].span)
    assert text[start:end] == written


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_the_last_one_at_or_before_the_day_of_writing(day: date, number: int) -> None:
    when = settle(weekday(number, None, future=False), anchor_of(day.isoformat()))
    found = date.fromisoformat(when.start or "")
    assert found.weekday() == number
    assert timedelta(0) <= day - found < timedelta(7)


@given(st.integers(1000, 2200), st.integers(2, 4))
def test_the_parts_of_a_year_make_up_the_year(year: int, of: int) -> None:
    found = [part(year_of(year), number, of) for number in range(1, of + 1)]
    assert (found[0].first, found[-1].last) == (date(year, 1, 1), date(year, 12, 31))
    for one, next_one in pairwise(found):
        assert one.last is not None
        assert next_one.first == one.last + timedelta(1)


@given(
    st.dates(date(1000, 1, 1), date(2200, 12, 31)),
    st.integers(-50, 50),
    st.sampled_from(["day", "week", "month", "year", "decade"]),
)
def test_a_shifted_day_lies_in_its_unit(day: date, count: int, unit: str) -> None:
    moved = shifted(day, count, unit)
    stretch = holding(moved, unit)
    assert stretch.first is not None
    assert stretch.last is not None
    assert stretch.first <= moved <= stretch.last
    assert (moved > day) == (count > 0)


@pytest.mark.parametrize("told_date", [None, "", "soon", "2024-13", "2024-02-31"])
def test_what_is_no_document_date(told_date: str | None) -> None:
    assert anchor_of(told_date) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            "the last since between and 2019 - / 12 1st June of May , 30 '90s years ago century Q2 ( ) early next "
            "to 99999 from Tuesday mid-2020 0 half quarter over this 3000 a few".split()
        ),
        max_size=14,
    )
)
def test_any_string_of_time_words_is_read_without_harm(parse, words: list[str]) -> None:
    parsed = parse(" ".join(words) + " end", date=WEDNESDAY)
    for mention in parsed.dates:
        when = mention.when
        assert when.start is None or when.end is None or when.start <= when.end
        assert parsed.text(mention.span).strip()


def test_every_line_of_the_lexicon() -> None:
    seen = set()
    for row in package_table("dissensus.parsing", "lexicon/dates.tsv"):
        word, kind, value = row["word"], row["kind"], row["value"]
        assert kind in KINDS, row.line
        assert word == word.lower().strip(), row.line
        assert (word, kind) not in seen, row.line
        seen.add((word, kind))
        numeric = {
            "month",
            "month_short",
            "weekday",
            "weekday_short",
            "number",
            "ordinal",
            "decade",
            "deictic",
            "shift",
        }
        assert (kind not in numeric) or value.lstrip("-").isdigit(), row.line
    assert all(date_words()[kind] for kind in KINDS)


def test_a_line_of_an_unknown_kind_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = package_table("dissensus.parsing", "lexicon/dates.tsv")[:1]
    rows[0].cells["kind"] = "nonsense"
    monkeypatch.setattr("dissensus.parsing.date_words.package_table", lambda *_: rows)
    with pytest.raises(DictionaryError, match="nonsense"):
        date_words.__wrapped__()
