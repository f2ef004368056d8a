"""Words of dispute: which events are one affair though sources call them differently, from `themes.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from dissensus.tables import package_table

CHARGE: Final = "charge"
OTHER: Final = "other"
_STANDS: Final = (CHARGE, OTHER)
_OF: Final = ("country", "parties")
_ROLES: Final = ("recipient", "actor", "either")


@dataclass(frozen=True, slots=True)
class Term:
    """One line of `themes.tsv`; its header says what the columns mean."""

    theme: str
    term: str
    stands: str
    of_country: bool
    role: str
    entries: tuple[str, ...]


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the order of the file.

    Raises:
        DictionaryError: a line breaks the rules in the file's header.
    """
    found: list[Term] = []
    for row in package_table("dissensus.matters", "themes.tsv", ("theme", "term", "stands", "of", "role", "entries")):
        for column, allowed in (("stands", _STANDS), ("of", _OF), ("role", _ROLES)):
            if row[column] not in allowed:
                raise row.error(f"column {column!r} must be one of {', '.join(allowed)}")
        if not row.many("entries"):
            raise row.error("a term needs entries")
        if any(term.term == row["term"] for term in found):
            raise row.error(f"the term {row['term']!r} has a line already")
        found.append(
            Term(row["theme"], row["term"], row["stands"], row["of"] == "country", row["role"], row.many("entries"))
        )
    return tuple(found)


@cache
def term_named(term: str) -> Term:
    """The term of that name."""
    return _by_name()[term]


def is_charge(term: str) -> bool:
    """Whether a term, if any, is the disputed word for an affair of state."""
    return bool(term) and term_named(term).of_country and term_named(term).stands == CHARGE


@cache
def _by_name() -> dict[str, Term]:
    return {term.term: term for term in terms()}


@cache
def term_of(lexicon: str | None) -> Term | None:
    """The term that an entry of the lexicon of events stands for, such as `events.tsv:step down`."""
    if lexicon is None or not lexicon.startswith("events.tsv:"):
        return None
    entry = lexicon.removeprefix("events.tsv:")
    exact, patterns = _entries()
    if entry in exact:
        return exact[entry]
    for pattern, term in patterns:
        if (pattern[0] == "*" and entry.endswith(pattern[1:])) or (
            pattern[-1] == "*" and entry.startswith(pattern[:-1])
        ):
            return term
    return None


@cache
def _entries() -> tuple[dict[str, Term], list[tuple[str, Term]]]:
    exact: dict[str, Term] = {}
    patterns: list[tuple[str, Term]] = []
    for term in terms():
        for entry in term.entries:
            if "*" in entry:
                patterns.append((entry, term))
            else:
                exact[entry] = term
    return exact, patterns
