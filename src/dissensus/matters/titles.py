"""What a matter is called: neutral words from `titles.tsv`, with the names of its parties and its time."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from dissensus.matters.facts import GENERIC, Fact
from dissensus.matters.standing import on_a_pair, pairs_of, stands_for
from dissensus.matters.themes import CHARGE, term_named
from dissensus.model import Kind
from dissensus.tables import package_table

_MOST_NAMES: Final = 3
_A_MONTH: Final = 31
_A_YEAR: Final = 366
_SOMEONE: Final = "someone not named"


def title_of(facts: Sequence[Fact], name: Callable[[str], str]) -> str:
    """The title of a matter. `name` gives the name of a party by its key."""
    pattern = _pattern(facts)
    who, whom = _names(facts, "agents", name), _names(facts, "objects", name)
    parties = _listed(list(dict.fromkeys((*who, *whom)))) or _SOMEONE
    if on_a_pair(facts):
        who, whom = ([name(party)] for party in _pair(facts))
    direction = f"{_listed(who) or _SOMEONE} → {_listed(whom)}" if whom else _listed(who) or _SOMEONE
    countries = Counter(fact.country for fact in facts if fact.country)
    country = min(countries, key=lambda code: (-countries[code], code)) if countries else ""
    if not country:
        pattern = pattern.replace(" in {country}", "")
    title = pattern.format(
        who=_listed(who) or _SOMEONE,
        whom=_listed(whom) or "something not named",
        parties=parties,
        direction=direction,
        country=name(country.lower()) if country else "",
        what=_commonest([fact.body for fact in facts]).capitalize(),
        words=_commonest([fact.mode.removeprefix("=") or "event" for fact in facts]).capitalize(),
    )
    when = time_of(facts)
    return f"{title} ({when})" if when else title


def time_of(facts: Sequence[Fact]) -> str:
    """The time of a matter in words, from the closest dates told: a day, a month, a year or years."""
    dated = [fact for fact in facts if fact.dated]
    if not dated:
        return ""
    closest = min((fact.last or 0) - (fact.first or 0) for fact in dated)
    limit = next(size for size in (7, _A_MONTH, _A_YEAR, 10**7) if closest < size)
    chosen = [fact for fact in dated if (fact.last or 0) - (fact.first or 0) < limit]
    first = datetime.date.fromordinal(min(fact.first or 1 for fact in chosen))
    last = datetime.date.fromordinal(max(fact.last or 1 for fact in chosen))
    if first == last:
        return f"{first.day} {calendar.month_name[first.month]} {first.year}"
    if first.year != last.year:
        return f"{first.year}–{last.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year)
    if first.month == last.month:
        return f"{calendar.month_name[first.month]} {first.year}"
    return f"{calendar.month_name[first.month]}–{calendar.month_name[last.month]} {first.year}"


def _pattern(facts: Sequence[Fact]) -> str:
    table = _titles()
    one = facts[0]
    if on_a_pair(facts):
        return table["kind", "tie"]
    if one.kind == Kind.EVENT:
        terms = {fact.term for fact in facts if fact.term}
        charged = any(term_named(term).stands == CHARGE or not term_named(term).of_country for term in terms)
        if charged:
            theme = next(fact.theme for fact in facts if fact.theme)
            return table["theme", theme]
        mode, type, term = (_commonest([getattr(fact, cell) for fact in facts]) for cell in ("mode", "body", "term"))
        return table.get(("term", term)) or table.get(("mode", mode)) or table["type", type]
    if one.kind == Kind.TIE:
        office = one.mode if one.body == "part_of" else ""
        return table.get(("mode", office)) or table.get(("relation", one.body)) or table["kind", "tie"]
    return table["kind", one.kind]


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


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_MOST_NAMES])
    if len(names) > _MOST_NAMES:
        return ", ".join(shown) + " and others"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def _commonest(values: Sequence[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


@cache
def _titles() -> dict[tuple[str, str], str]:
    rows = package_table("dissensus.matters", "titles.tsv", ("of", "name", "title"))
    return {(row["of"], row["name"]): row["title"] for row in rows}
