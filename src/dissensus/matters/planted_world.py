"""The made-up world of planted records: countries, their bodies and people, outlets and their documents."""

from __future__ import annotations

import datetime
import random
from bisect import bisect_left
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Final

_FIRST: Final = datetime.date(2004, 1, 1).toordinal()
_DAYS: Final = 7300
_BODIES: Final = (
    ("", "country", "{}"),
    (".government", "government", "Government of {}"),
    (".military", "military", "Armed Forces of {}"),
    (".police", "police", "Police of {}"),
    (".party", "party", "{} National Party"),
    (".union", "union", "{} Workers' League"),
    (".leader", "person", "{}"),
    (".rival", "person", "{}"),
)


@dataclass(frozen=True, slots=True)
class Body:
    """An actor: a country, or one of its bodies and people."""

    id: str
    name: str
    type: str
    country: str

    def reference(self) -> dict[str, Any]:
        """As a statement's body names it."""
        return {"id": self.id, "name": self.name, "country": self.country, "type": self.type, "aliases": []}


@dataclass(slots=True)
class PlantedDocument:
    """A document of an outlet (by its place among them) on a day, and the statements that fell to it."""

    number: int
    id: str
    source: int
    day: int
    statements: list[dict[str, Any]] = field(default_factory=list)


class World:
    """Actors, outlets and documents, all drawn from one seed."""

    def __init__(self, seed: int, documents: int, statements: int) -> None:
        self.random = random.Random(seed)
        self.seed = seed
        self.countries = [_code(number) for number in range(max(8, min(600, documents // 12)))]
        self.bodies: dict[str, list[Body]] = {code: self._bodies(code) for code in self.countries}
        self.all = [body for code in self.countries for body in self.bodies[code]]
        self.outlets = [f"{self._word().title()} {kind}" for kind in _outlets(max(6, min(240, documents // 60)))]
        self.documents = [
            PlantedDocument(number, self.hash(f"document {number}")[:16], number % len(self.outlets), self.day())
            for number in range(documents)
        ]
        self.by_source: list[list[PlantedDocument]] = [[] for _ in self.outlets]
        for document in sorted(self.documents, key=lambda one: (one.day, one.number)):
            self.by_source[document.source].append(document)
        self.days = [[document.day for document in documents] for documents in self.by_source]
        self.wanted = statements
        self.taken: dict[object, list[int]] = {}

    def _bodies(self, code: str) -> list[Body]:
        land = self._word().title() + "ia"
        found = []
        for suffix, type, pattern in _BODIES:
            person = f"{self._word().title()} {self._word().title()}"
            name = pattern.format(person if type == "person" else land)
            found.append(Body(code.lower() + suffix, name, type, code))
        return found

    def _word(self) -> str:
        return "".join(self.random.choice("bdfgklmnprstvz") + self.random.choice("aeiou") for _ in range(3))

    def day(self) -> int:
        """Any day, as an ordinal number."""
        return _FIRST + self.random.randrange(_DAYS)

    def hash(self, text: str) -> str:
        """32 hexadecimal digits for a text, others for every seed."""
        return blake2b(f"{self.seed} {text}".encode(), digest_size=16).hexdigest()

    def free(self, key: object, day: int, apart: int) -> bool:
        """Whether nothing was planted under a key within so many days; if so, something is now."""
        days = self.taken.setdefault(key, [])
        place = bisect_left(days, day)
        if any(abs(other - day) <= apart for other in days[max(place - 1, 0) : place + 1]):
            return False
        days.insert(place, day)
        return True


def _code(number: int) -> str:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return "Q" + letters[number // 26] + letters[number % 26]


def _outlets(count: int) -> list[str]:
    kinds = ("Herald", "Post", "Courier", "Star", "Review", "Monitor", "Gazette", "Chronicle")
    return [f"{kinds[number % len(kinds)]} {number}" for number in range(count)]
