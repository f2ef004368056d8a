"""Where known places lie."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dissensus.model import Actor, ActorType
from dissensus.tables import package_table


class Coordinates(NamedTuple):
    """Degrees, WGS 84."""

    lat: float
    lon: float


_ByName = dict[tuple[str, str], Coordinates | None]


@cache
def _known() -> tuple[dict[str, Coordinates], _ByName]:
    """Places by id, and by country and name; None where two bear one name."""
    by_id: dict[str, Coordinates] = {}
    by_name: _ByName = {}
    for row in package_table("dissensus.actors", "dictionary/places.tsv", ("id", "name", "country", "lat", "lon")):
        if row["lat"] and row["lon"]:
            point = by_id[row["id"]] = Coordinates(float(row["lat"]), float(row["lon"]))
            for name in {row["name"], *row.many("aliases_en")}:
                key = (row["country"], name)
                by_name[key] = None if key in by_name else point
    for row in package_table("dissensus.actors", "dictionary/capitals.tsv", ("country", "name", "lat", "lon")):
        by_name.setdefault((row["country"], row["name"]), Coordinates(float(row["lat"]), float(row["lon"])))
    return by_id, by_name


def coordinates(place: Actor) -> Coordinates | None:
    """About the middle of a town, province or the like that the dictionary knows.

    States have none: what is only known to have happened in a country happened at no point of it. Capitals are arms of
    their states (`mex.capital`) and towns that texts name are found anew, so that these are known by name and country.
    """
    by_id, by_name = _known()
    if place.type is not ActorType.PLACE:
        return None
    return by_id.get(place.id) or by_name.get((place.country or "", place.name))
