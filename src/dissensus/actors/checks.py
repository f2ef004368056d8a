"""What can be wrong with a dictionary, looked for line by line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from dissensus.actors.arms import ROLE_ARMS
from dissensus.actors.lexicon import NOUN_NOTES, TITLE_NOTES
from dissensus.actors.tables import Row
from dissensus.actors.terms import Term, earliest, latest
from dissensus.actors.words import words
from dissensus.model import ActorType, Sector

if TYPE_CHECKING:
    from dissensus.actors.dictionary import Dictionary

OFFICES = frozenset(
    "head_of_state head_of_government vice_president prime_minister foreign_minister defence_minister "
    "interior_minister attorney_general legislator_leader governor mayor secretary_general president director "
    "commander leader spokesperson candidate opposition_leader ambassador minister member claimed_head_of_state "
    "ruler".split()
)
SOVEREIGN = frozenset(("yes", "partial", "former", "dependent"))
_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*$")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")
_ISO3 = re.compile(r"[A-Z]{3}$")
_TYPES = frozenset(ActorType)
_SECTORS = frozenset(Sector)


def problems(dictionary: Dictionary) -> list[str]:
    """Every breach of the rules, one line each, with the file and line."""
    return [
        *(f"{where}: the id {id!r} is given twice" for id, where in dictionary.twice),
        *_lines(dictionary),
        *_aliases(dictionary),
        *_terms(dictionary),
        *_members(dictionary),
        *_words(dictionary),
        *_equipment(dictionary),
    ]


def _lines(dictionary: Dictionary) -> Iterator[str]:
    countries = {state.iso3 for state in dictionary.states.values()}
    for id, (file, row) in dictionary.rows.items():
        if not _ID.match(id):
            yield f"{row.where}: the id {id!r} is not lower-case ASCII words joined by hyphens"
        if not row["name"]:
            yield f"{row.where}: no name"
        if file == "states.tsv":
            yield from _state(row)
            continue
        if dictionary.type_of(id) not in _TYPES:
            yield f"{row.where}: type {row['type']!r} is not known"
        if row["country"] and row["country"] not in countries:
            yield f"{row.where}: no state has the code {row['country']!r}"
        for code in row.many("sectors"):
            if code not in _SECTORS:
                yield f"{row.where}: sector {code!r} is not known"
        for column in ("founded", "dissolved"):
            if row[column] and not _DATE.match(row[column]):
                yield f"{row.where}: {column} {row[column]!r} is not an ISO date"
        if row["founded"] and row["dissolved"] and earliest(row["founded"]) > latest(row["dissolved"]):
            yield f"{row.where}: dissolved before it was founded"
        for column in ("part_of", "predecessors"):
            for other in row.many(column):
                if other not in dictionary:
                    yield f"{row.where}: {column} {other!r} is in no file"


def _state(row: Row) -> Iterator[str]:
    for column in ("adjectives", "people"):
        if not row[column]:
            yield f"{row.where}: no {column}"
    if row["sovereign"] not in SOVEREIGN:
        yield f"{row.where}: sovereign is {row['sovereign']!r}, not one of {', '.join(sorted(SOVEREIGN))}"
    for column, most in (("lat", 90.0), ("lon", 180.0)):
        try:
            inside = not row[column] or -most <= float(row[column]) <= most
        except ValueError:
            inside = False
        if not inside:
            yield f"{row.where}: {column} {row[column]!r} is not a number of degrees"


def _aliases(dictionary: Dictionary) -> Iterator[str]:
    """No two actors may have the same unmarked name in one language."""
    bearers: defaultdict[tuple[str, str, tuple[str, ...]], dict[str, str]] = defaultdict(dict)
    for id, (file, row) in dictionary.rows.items():
        columns = ["aliases_en", "aliases_es", "aliases_pt", "aliases_fr"]
        cells = [("en", row["name"])] if "(" not in row["name"] else []
        if file == "states.tsv":
            columns.append("adjectives")
        for column in columns:
            language = column.rpartition("_")[2] if column.startswith("aliases") else "en"
            cells += [(language, alias) for alias in row.many(column)]
        for language, alias in cells:
            if alias.startswith(("?", "=?")):
                continue
            text = alias.lstrip("=")
            case = text if text.isupper() else ""
            bearers[language, case, words(text)].setdefault(id, row.where)
    for (language, _, name), found in bearers.items():
        if len(found) > 1:
            places = ", ".join(f"{id} ({where})" for id, where in found.items())
            yield f"{places}: share the {language} name {' '.join(name)!r} without a mark"


def _terms(dictionary: Dictionary) -> Iterator[str]:
    heads: defaultdict[str, list[Term]] = defaultdict(list)
    for term in dictionary.terms.all():
        if term.person not in dictionary:
            yield f"{term.where}: person {term.person!r} is in no file"
        if term.organisation not in dictionary:
            yield f"{term.where}: organisation {term.organisation!r} is in no file"
        if term.office not in OFFICES:
            yield f"{term.where}: office {term.office!r} is not known"
        for date in (term.start, term.end):
            if date and not _DATE.match(date):
                yield f"{term.where}: {date!r} is not an ISO date"
        if term.start and term.end and earliest(term.start) > latest(term.end):
            yield f"{term.where}: ends before it begins"
        if term.office == "head_of_state":
            heads[term.organisation].append(term)
    for state, terms in heads.items():
        terms.sort(key=lambda term: (earliest(term.start), latest(term.end)))
        for before, after in pairwise(terms):
            # Dates that share a year or month may be the same day: only what surely overlaps is wrong.
            if earliest(before.end) > latest(after.start) if before.end else True:
                yield f"{after.where}: {after.person} and {before.person} are head of state of {state} at once"


def _members(dictionary: Dictionary) -> Iterator[str]:
    for row in dictionary.members:
        for column in ("body", "member"):
            if row[column] not in dictionary:
                yield f"{row.where}: {column} {row[column]!r} is in no file"
        for column in ("from", "to"):
            if row[column] and not _DATE.match(row[column]):
                yield f"{row.where}: {column} {row[column]!r} is not an ISO date"


def _words(dictionary: Dictionary) -> Iterator[str]:
    lexicon = dictionary.lexicon
    seen: set[str] = set()
    for noun in lexicon.all_nouns:
        if noun.noun in seen:
            yield f"{noun.where}: {noun.noun!r} is given twice"
        seen.add(noun.noun)
        if noun.type not in _TYPES:
            yield f"{noun.where}: type {noun.type!r} is not known"
        if noun.arm and noun.arm != "state" and noun.arm not in lexicon.arms:
            yield f"{noun.where}: arm {noun.arm!r} is not in arms.tsv"
        if noun.note not in NOUN_NOTES:
            yield f"{noun.where}: note {noun.note!r} is not known"
        yield from (f"{noun.where}: sector {code!r} is not known" for code in noun.sectors if code not in _SECTORS)
    for title in lexicon.all_titles:
        if title.office and title.office not in OFFICES:
            yield f"{title.where}: office {title.office!r} is not known"
        if title.note not in TITLE_NOTES:
            yield f"{title.where}: note {title.note!r} is not known"
        yield from (f"{title.where}: sector {code!r} is not known" for code in title.sectors if code not in _SECTORS)
    for arm in lexicon.arms.values():
        if arm.type not in _TYPES:
            yield f"{arm.where}: type {arm.type!r} is not known"
        yield from (f"{arm.where}: sector {code!r} is not known" for code in arm.sectors if code not in _SECTORS)
    for office, arm_id in ROLE_ARMS.items():
        if arm_id not in lexicon.arms:
            yield f"arms.tsv: no line for {arm_id!r}, the arm of the office {office!r}"


def _equipment(dictionary: Dictionary) -> Iterator[str]:
    seen: set[tuple[str, ...]] = set()
    for row in dictionary.lexicon.all_equipment:
        mark = words(row["equipment"])
        if not _ISO3.match(row["country"]):
            yield f"{row.where}: country {row['country']!r} is not an ISO alpha-3 code"
        if not mark or mark in seen:
            yield f"{row.where}: {row['equipment']!r} is empty or given twice"
        seen.add(mark)
