"""Names of actors and parties, from the actors of an open record."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Connection, bindparam, select

from dissensus.matters.facts import GENERIC
from dissensus.record import schema

_NAME = select(schema.actors.c.name).where(schema.actors.c.id == bindparam("id"))
_COUNTRY = (
    select(schema.actors.c.name)
    .where(schema.actors.c.country == bindparam("code"), schema.actors.c.type == "country")
    .order_by(schema.actors.c.id)
)


class Names:
    """Looks names up, each once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.of_id = lru_cache(maxsize=1 << 18)(self._of_id)
        self.of_key = lru_cache(maxsize=1 << 18)(self._of_key)

    def _of_id(self, id: str) -> str:
        """The name of an actor; made from its id where the record does not know it."""
        name = self._connection.execute(_NAME, {"id": id}).scalar()
        return name or id.removeprefix("found.").replace("-", " ").replace(".", " ")

    def _of_key(self, key: str) -> str:
        """The name of a party: of an actor, or of a state by its code."""
        id = key.removeprefix(GENERIC)
        for told in (id, f"{id}.government"):
            name = self._connection.execute(_NAME, {"id": told}).scalar()
            if name:
                return str(name)
        if len(id) == 3:
            name = self._connection.execute(_COUNTRY, {"code": id.upper()}).scalar()
            return str(name) if name else id.upper()
        return self._of_id(id)
