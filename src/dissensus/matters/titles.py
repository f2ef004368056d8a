"""What a matter is called: neutral words from `titles.tsv`, with the names of its parties and its time."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final, NamedTuple

from dissensus.matters.facts import GENERIC, Fact
from dissensus.matters.standing import on_a_pair, pairs_of, stands_for
from dissensus.matters.themes import CHARGE, term_named
from dissensus.model import Kind
from dissensus.tables import package_table

_MOST_NAMES: Final = 3
_A_MONTH: Final = 31
_A_YEAR: Final = 366
_NO_MODE: Final = "event"
_Y_BEFORE_I: Final = re.compile(r" y (?=[IÍ]|Hi(?!e))")


class _Tongue(NamedTuple):
    """How a language says what titles have in common.

    Attributes:
        column: of `titles.tsv`.
        someone: a party that is not named.
        something: what is not named.
        event: what has no name.
        together: joins the last of a list.
        others: ends a list that goes on.
        place: leads to the country; it is left out with it.
        months: their names; the first is January.
        of: between a month and what is beside it.
    """

    column: str
    someone: str
    something: str
    event: str
    together: str
    others: str
    place: str
    months: tuple[str, ...]
    of: str


_TONGUES: Final = {
    "en": _Tongue(
        "title", "someone not named", "something not named", "event", " and ", " and others", " in ",
        ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December"), " ",
    ),
    "es": _Tongue(
        "title_es", "alguien sin nombrar", "algo sin nombrar", "suceso", " y ", " y otros", " en ",
        ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
         "noviembre", "diciembre"), " de ",
    ),
}  # fmt: skip

LANGUAGES: Final = tuple(_TONGUES)
"""ISO 639-1 codes; the first is the language of the program."""


class _Parts(NamedTuple):
    """What a title is made of, in any language.

    Attributes:
        line: of `titles.tsv`: `of` and `name`.
        who: names of those who act, the most told first.
        whom: of those acted on.
        parties: of both.
        country: a name, or "".
        what: what a figure counts.
        mode: the words of an event that has no type, or `_NO_MODE`.
        days: the first and the last, or None.
    """

    line: tuple[str, str]
    who: list[str]
    whom: list[str]
    parties: list[str]
    country: str
    what: str
    mode: str
    days: tuple[datetime.date, datetime.date] | None


def titles_of(facts: Sequence[Fact], name: Callable[[str], str]) -> dict[str, str]:
    """The title of a matter in each of `LANGUAGES`. `name` gives the name of a party by its key."""
    parts = _parts(facts, name)
    return {language: _in_words(parts, tongue) for language, tongue in _TONGUES.items()}


def _parts(facts: Sequence[Fact], name: Callable[[str], str]) -> _Parts:
    who, whom = _names(facts, "agents", name), _names(facts, "objects", name)
    parties = list(dict.fromkeys((*who, *whom)))
    if on_a_pair(facts):
        who, whom = ([name(party)] for party in _pair(facts))
    countries = Counter(fact.country for fact in facts if fact.country)
    country = min(countries, key=lambda code: (-countries[code], code)) if countries else ""
    return _Parts(
        line=_line(facts),
        who=who,
        whom=whom,
        parties=parties,
        country=name(country.lower()) if country else "",
        what=_commonest([fact.body for fact in facts]),
        mode=_commonest([fact.mode.removeprefix("=") or _NO_MODE for fact in facts]),
        days=_days(facts),
    )


def _in_words(parts: _Parts, tongue: _Tongue) -> str:
    pattern = _titles(tongue.column)[parts.line]
    acting, acted_on = _listed(parts.who, tongue) or tongue.someone, _listed(parts.whom, tongue)
    if not parts.country:
        pattern = pattern.replace(f"{tongue.place}{{country}}", "")
    title = pattern.format(
        who=acting,
        whom=acted_on or tongue.something,
        parties=_listed(parts.parties, tongue) or tongue.someone,
        direction=f"{acting} → {acted_on}" if acted_on else acting,
        country=parts.country,
        what=parts.what.capitalize(),
        words=(tongue.event if parts.mode == _NO_MODE else parts.mode).capitalize(),
    )
    if tongue is _TONGUES["es"]:
        title = _Y_BEFORE_I.sub(" e ", title)
    when = _time(parts.days, tongue)
    return f"{title} ({when})" if when else title


def _days(facts: Sequence[Fact]) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day of the closest dates told."""
    dated = [fact for fact in facts if fact.dated]
    if not dated:
        return None
    closest = min((fact.last or 0) - (fact.first or 0) for fact in dated)
    limit = next(size for size in (7, _A_MONTH, _A_YEAR, 10**7) if closest < size)
    chosen = [fact for fact in dated if (fact.last or 0) - (fact.first or 0) < limit]
    first = datetime.date.fromordinal(min(fact.first or 1 for fact in chosen))
    return first, datetime.date.fromordinal(max(fact.last or 1 for fact in chosen))


def _time(days: tuple[datetime.date, datetime.date] | None, tongue: _Tongue) -> str:
    """A day, a month, a year or years in words."""
    if days is None:
        return ""
    first, last = days
    month, year = tongue.months[first.month - 1], f"{tongue.of}{first.year}"
    if first == last:
        return f"{first.day}{tongue.of}{month}{year}"
    if first.year != last.year:
        return f"{first.year}–{last.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year)
    if first.month == last.month:
        return f"{month}{year}"
    return f"{month}–{tongue.months[last.month - 1]}{year}"


def _line(facts: Sequence[Fact]) -> tuple[str, str]:
    """The first line of `titles.tsv` that fits."""
    one = facts[0]
    if on_a_pair(facts):
        return "kind", "tie"
    if one.kind == Kind.EVENT:
        terms = {fact.term for fact in facts if fact.term}
        if any(term_named(term).stands == CHARGE or not term_named(term).of_country for term in terms):
            return "theme", next(fact.theme for fact in facts if fact.theme)
        mode, type, term = (_commonest([getattr(fact, cell) for fact in facts]) for cell in ("mode", "body", "term"))
        return _known(("term", term), ("mode", mode)) or ("type", type)
    if one.kind == Kind.TIE:
        office = one.mode if one.body == "part_of" else ""
        return _known(("mode", office), ("relation", one.body)) or ("kind", "tie")
    return "kind", one.kind


def _known(*lines: tuple[str, str]) -> tuple[str, str] | None:
    table = _titles(_TONGUES["en"].column)
    return next((line for line in lines if line in table), None)


def _pair(facts: Sequence[Fact]) -> tuple[str, str]:
    """The two that most statements are on, each by the widest name told; a tie of one with itself names it twice."""
    pairs = Counter(pair for fact in facts for pair in pairs_of(fact.agents, fact.objects))
    told = Counter(party for fact in facts for party in (*fact.agents, *fact.objects))
    ordered = sorted(told, key=lambda party: (-told[party], party))
    if not pairs:
        return ordered[0], ordered[-1]
    one, other = min(pairs, key=lambda pair: (-pairs[pair], pair))

    def named(stood: str) -> str:
        return stood if stood in told else next(party for party in ordered if stands_for(party) == stood)

    return named(one), named(other)


def _names(facts: Sequence[Fact], cell: str, name: Callable[[str], str]) -> list[str]:
    counts = Counter(party for fact in facts for party in getattr(fact, cell))
    ordered = sorted(counts, key=lambda party: (party.startswith(GENERIC), -counts[party], party))
    return list(dict.fromkeys(name(party) for party in ordered))


def _listed(names: Sequence[str], tongue: _Tongue) -> str:
    shown = list(names[:_MOST_NAMES])
    if len(names) > _MOST_NAMES:
        return ", ".join(shown) + tongue.others
    return tongue.together.join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def _commonest(values: Sequence[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


@cache
def _titles(column: str) -> dict[tuple[str, str], str]:
    rows = package_table("dissensus.matters", "titles.tsv", ("of", "name", column))
    return {(row["of"], row["name"]): row[column] for row in rows}
