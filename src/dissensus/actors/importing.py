"""Actors from other people's files: CAMEO actor dictionaries and a simple table."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from dissensus.actors.words import slug
from dissensus.errors import DictionaryError, MissingPathError, UnreadableError
from dissensus.model import Actor, ActorType, Origin, Role, Sector

Kind = TypeVar("Kind", ActorType, Sector)
CSV_COLUMNS = ("name", "type", "country", "aliases", "sectors", "id")
_CSV_NEEDED = ("name", "type")
_SECTOR_OF_CAMEO = {"MED": "JRN", "HLH": "MED", "INS": "REB", "SEP": "REB", "RAD": "UAF", "MNC": "BUS", "MOD": "UNK",
                    "ENV": "SOC", "HRI": "SOC", "LLY": "UNK", "SET": "CVL"}  # fmt: skip
"""CAMEO role codes that PLOVER 2.0 calls otherwise; the ones of the same name stand for themselves."""
_SECTORS = frozenset(Sector)
_IGO = frozenset(("IGO", "IMG", "NGO", "NGM", "MNC"))
_BODY_TYPES = dict.fromkeys(("GOV", "LEG", "JUD", "SPY"), "government") | dict.fromkeys(("PTY", "OPP"), "party")
_BODY_TYPES |= dict.fromkeys(("REB", "UAF", "PRM", "CRM"), "armed_group")
_BODY_TYPES |= {"MIL": "military", "COP": "police", "JRN": "media", "BUS": "company", "LAB": "union"}
_CODE = re.compile(r"\[([A-Z0-9]{3,})\s*(?:([<>])\s*(\d{6}|\d{8})|(\d{6}|\d{8})\s*-\s*(\d{6}|\d{8}))?\s*\]")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
"""Control characters that plain text does without; at the end, old files have a \\x1a."""
_PIVOT = 50
"""Two-digit years from here on are of the last century."""


@dataclass(slots=True)
class _Entry:
    """One actor of a CAMEO file in the making."""

    name: str
    where: str
    synonyms: list[str] = field(default_factory=list)
    codes: list[tuple[str, str | None, str | None]] = field(default_factory=list)


def import_cameo(path: Path, skipped: list[str] | None = None) -> list[Actor]:
    """Read a CAMEO actor dictionary, as TABARI and PETRARCH use them.

    Dated codes become roles whose office is the CAMEO code's role part and whose organisation is its country. Sector
    codes become PLOVER's (a CAMEO `MED` is `JRN`, `HLH` is `MED`, `INS` and `SEP` are `REB`). Whether an actor is a
    person is not told by the format: an actor with a dated role is taken for one.

    Args:
        path: the file.
        skipped: takes one line for each code or line that cannot be read, which are then left out (published files
            hold a few); None to raise at the first.

    Raises:
        MissingPathError: there is no such file.
        UnreadableError: it is no text.
        DictionaryError: a line cannot be read, and then the line is named; or no actor has a code.
    """
    entries: list[_Entry] = []
    for number, raw in enumerate(_lines(path), start=1):
        line = _uncommented(raw)
        if not line.strip():
            continue
        try:
            _take_cameo_line(entries, line, f"{path.name}:{number}")
        except DictionaryError as error:
            if skipped is None:
                raise
            skipped.append(str(error))
    if not any(entry.codes for entry in entries):
        raise DictionaryError("no actor in it has a code, such as [USAGOV]; give a CAMEO dictionary", where=path.name)
    return _unique([_cameo_actor(entry) for entry in entries])


def _take_cameo_line(entries: list[_Entry], line: str, where: str) -> None:
    if line.startswith("+"):
        if not entries:
            raise DictionaryError("a synonym before any name", where=where)
        entries[-1].synonyms.append(_name(line[1:]))
        line = line[line.index("[") :] if "[" in line else ""
    elif not line[0].isspace() and not line.startswith("["):
        name = _name(line)
        if not name:
            raise DictionaryError("a line without a name", where=where)
        entries.append(_Entry(name, where))
    if "[" in line:
        if not entries:
            raise DictionaryError("a code before any name", where=where)
        entries[-1].codes += _codes(line, where)
    elif line and line[0].isspace():
        raise DictionaryError("expected a code in square brackets", where=where)


def import_csv(path: Path) -> list[Actor]:
    """Read a table of actors: name, type, and if there country, aliases, sectors (both separated by `|`) and id.

    Raises:
        MissingPathError: there is no such file.
        UnreadableError: it is no text.
        DictionaryError: a column or name is missing, or a type, sector or country is not known; names the line.
    """
    lines = _lines(path)
    reader = csv.DictReader(lines)
    columns = [column.strip().lower() for column in reader.fieldnames or ()]
    reader.fieldnames = columns
    for column in _CSV_NEEDED:
        if column not in columns:
            raise DictionaryError(f"column {column!r} is missing; needed are name and type", where=f"{path.name}:1")
    out = []
    for row in reader:
        where = f"{path.name}:{reader.line_num}"
        cells = {column: (row.get(column) or "").strip() for column in CSV_COLUMNS}
        if not cells["name"]:
            raise DictionaryError("a line without a name", where=where)
        country = cells["country"].upper() or None
        if country and not re.fullmatch(r"[A-Z]{3}", country):
            raise DictionaryError(f"country {cells['country']!r} is not an ISO 3166-1 alpha-3 code", where=where)
        out.append(
            Actor(
                id=cells["id"] or slug(cells["name"]),
                name=cells["name"],
                type=_known(ActorType, cells["type"].lower(), "type", where),
                country=country,
                sectors=tuple(_known(Sector, code.upper(), "sector", where) for code in _parts(cells["sectors"])),
                aliases={"en": tuple(_parts(cells["aliases"]))} if _parts(cells["aliases"]) else {},
                origin=Origin.IMPORTED,
            )
        )
    return _unique(out)


def _known(kind: type[Kind], value: str, what: str, where: str) -> Kind:
    try:
        return kind(value)
    except ValueError:
        allowed = ", ".join(kind)
        raise DictionaryError(f"{what} {value!r} is not known; known are {allowed}", where=where) from None


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        raise MissingPathError(
            "is a folder; give a file" if path.is_dir() else "there is no such file", where=str(path)
        )
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if _NO_TEXT.search(text):
        raise UnreadableError("this is no text; give the dictionary as a plain text file", where=str(path))
    return text.rstrip("\x1a").splitlines()


def _uncommented(line: str) -> str:
    for mark in ("#", ";", "<!--"):
        line = line.partition(mark)[0]
    return line.rstrip()


def _name(text: str) -> str:
    bare = re.sub(r"[_\s]+", " ", text.partition("[")[0]).strip()
    return (
        " ".join(part if len(part) <= 3 and "." in part else part.capitalize() for part in bare.split(" "))
        if bare
        else ""
    )


def _codes(line: str, where: str) -> list[tuple[str, str | None, str | None]]:
    found: list[tuple[str, str | None, str | None]] = []
    for piece in re.findall(r"\[[^\]]*\]?", line):
        match = _CODE.fullmatch(piece.strip())
        if match is None:
            raise DictionaryError(f"code {piece!r} cannot be read", where=where)
        code, side, single, first, last = match.groups()
        if side == ">":
            found.append((code, _date(single, where), None))
        elif side == "<":
            found.append((code, None, _date(single, where)))
        else:
            found.append((code, _date(first, where) if first else None, _date(last, where) if last else None))
    return found


def _date(digits: str, where: str) -> str:
    """YYMMDD or YYYYMMDD as ISO; months and days written as 00 are not known."""
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) >= _PIVOT else "20") + digits
    year, month, day = digits[:4], digits[4:6], digits[6:]
    if month == "00":
        return year
    if not 1 <= int(month) <= 12 or int(day) > 31:
        raise DictionaryError(f"date {digits!r} is not a date", where=where)
    return f"{year}-{month}" if day == "00" else f"{year}-{month}-{day}"


def _cameo_actor(entry: _Entry) -> Actor:
    country: str | None = None
    sectors: list[Sector] = []
    roles: list[Role] = []
    for code, start, end in entry.codes:
        head, rest = code[:3], code[3:]
        parts = [rest[i : i + 3] for i in range(0, len(rest), 3)]
        if head in _SECTORS or head in _SECTOR_OF_CAMEO or head in _IGO:
            parts = [head, *parts]
        else:
            country = country or head
        own = [Sector(mapped) for part in parts if (mapped := _SECTOR_OF_CAMEO.get(part, part)) in _SECTORS]
        sectors += own
        if (start or end) and parts:
            roles.append(
                Role.model_validate({"office": "".join(parts), "organisation": head, "from": start, "to": end})
            )
    heads = {code[:3] for code, _, _ in entry.codes}
    names = dict.fromkeys(name for name in entry.synonyms if name and name != entry.name)
    return Actor(
        id=f"cameo.{slug(entry.name)}",
        name=entry.name,
        type=_cameo_type(entry, heads, sectors, roles),
        country=country,
        sectors=tuple(dict.fromkeys(sectors)),
        aliases={"en": tuple(names)} if names else {},
        roles=tuple(roles),
        origin=Origin.IMPORTED,
    )


def _cameo_type(entry: _Entry, heads: set[str], sectors: list[Sector], roles: list[Role]) -> ActorType:
    if roles:
        return ActorType.PERSON
    for code, type in (("IGO", ActorType.IGO), ("IMG", ActorType.ARMED_GROUP), ("MNC", ActorType.COMPANY)):
        if code in heads:
            return type
    if heads & {"NGO", "NGM"}:
        return ActorType.NGO
    if not sectors:
        return ActorType.COUNTRY if any(len(code) == 3 for code, _, _ in entry.codes) else ActorType.MOVEMENT
    return ActorType(_BODY_TYPES.get(sectors[0], "movement"))


def _unique(actors: Iterable[Actor]) -> list[Actor]:
    """Later actors with an id that is taken get a number behind it."""
    out: list[Actor] = []
    taken: dict[str, int] = {}
    for actor in actors:
        count = taken[actor.id] = taken.get(actor.id, 0) + 1
        out.append(actor if count == 1 else actor.model_copy(update={"id": f"{actor.id}-{count}"}))
    return out
