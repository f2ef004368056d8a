"""Who held which office when, as far as the dictionary knows."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

PRESENT = "9999-12-31"
"""Stands for today where a mention has no date: whatever has an end is over."""


class Term(NamedTuple):
    """A person's time in an office. Dates as precise as known; empty: not known, or not ended."""

    person: str
    office: str
    organisation: str
    start: str
    end: str
    where: str

    def covers(self, first: str, last: str) -> bool:
        """Whether some of the days from `first` to `last` may lie in the term."""
        return earliest(self.start) <= last and first <= latest(self.end)


def earliest(date: str) -> str:
    """The first day a date of any precision may mean; of no date, the beginning of time."""
    return (date + "-01-01"[len(date) - 4 :]) if date else "0000-01-01"


def latest(date: str) -> str:
    """The last day a date of any precision may mean; of no date, the end of time."""
    return (date + "-12-31"[len(date) - 4 :]) if date else "9999-12-31"


class Terms:
    """All terms, by office and by person."""

    def __init__(self) -> None:
        self._by_office: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
        self._by_person: defaultdict[str, list[Term]] = defaultdict(list)

    def add(self, term: Term) -> None:
        """Take a term in."""
        self._by_office[term.organisation, term.office].append(term)
        self._by_person[term.person].append(term)

    def of_person(self, person: str) -> list[Term]:
        """A person's terms, in the order of the file."""
        return self._by_person.get(person, [])

    def of_office(self, organisation: str, office: str) -> list[Term]:
        """The terms of an office, in the order of the file."""
        return self._by_office.get((organisation, office), [])

    def holders(self, organisation: str, office: str, date: str) -> list[str]:
        """Who may have held an office at a date of any precision.

        On a day of hand-over it is the one who takes over. More than one person: the date is too vague to tell.
        """
        first, last = earliest(date), latest(date)
        found = [term for term in self.of_office(organisation, office) if term.covers(first, last)]
        if len(found) > 1 and first == last:
            found = [term for term in found if term.end != date] or found
        return list(dict.fromkeys(term.person for term in found))

    def heads(self, organisation: str, date: str | None) -> list[str]:
        """Who may have headed a state's government at a date; all who ever did when there is no date.

        Where the file knows a head of government at the date, that is the one; otherwise the head of state.
        """
        out: list[str] = []
        for office in ("head_of_government", "head_of_state"):
            if date is None:
                out += [term.person for term in self.of_office(organisation, office)]
            elif found := self.holders(organisation, office, date):
                return found
        return list(dict.fromkeys(out))

    def all(self) -> list[Term]:
        """Every term."""
        return [term for terms in self._by_person.values() for term in terms]
