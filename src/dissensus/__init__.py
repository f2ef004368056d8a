"""Who stands with whom, who did what to whom, and who says so.

    import dissensus

    with dissensus.open("andes.db") as record:
        for statement in record.statements(dissensus.StatementFilter(actor="Bolivia")):
            print(statement.holder.name, statement.commitment, statement.evidence.quote)

Nothing heavy is imported before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from dissensus import errors as errors
    from dissensus import model as model
    from dissensus.errors import DissensusError as DissensusError
    from dissensus.matters.comparison import compare as compare
    from dissensus.matters.matter import Matter as Matter
    from dissensus.matters.matter import Position as Position
    from dissensus.matters.prediction import Prediction as Prediction
    from dissensus.matters.predictions import predictions as predictions
    from dissensus.matters.store import MatterFilter as MatterFilter
    from dissensus.matters.store import find_matters as find_matters
    from dissensus.matters.store import positions as positions
    from dissensus.model import Actor as Actor
    from dissensus.model import ActorRef as ActorRef
    from dissensus.model import ActorType as ActorType
    from dissensus.model import Commitment as Commitment
    from dissensus.model import Document as Document
    from dissensus.model import Event as Event
    from dissensus.model import EventType as EventType
    from dissensus.model import Figure as Figure
    from dissensus.model import Holder as Holder
    from dissensus.model import Kind as Kind
    from dissensus.model import Label as Label
    from dissensus.model import Origin as Origin
    from dissensus.model import Relation as Relation
    from dissensus.model import ReviewState as ReviewState
    from dissensus.model import Statement as Statement
    from dissensus.model import Tie as Tie
    from dissensus.reading.metadata import Metadata as Metadata
    from dissensus.record.filters import StatementFilter as StatementFilter
    from dissensus.record.order import Order as Order
    from dissensus.record.record import Record as Record

    __version__: str

_HOMES = {
    "Actor": "model",
    "ActorRef": "model",
    "ActorType": "model",
    "Commitment": "model",
    "DissensusError": "errors",
    "Document": "model",
    "Event": "model",
    "EventType": "model",
    "Figure": "model",
    "Holder": "model",
    "Kind": "model",
    "Label": "model",
    "Matter": "matters.matter",
    "MatterFilter": "matters.store",
    "Metadata": "reading.metadata",
    "Order": "record.order",
    "Origin": "model",
    "Position": "matters.matter",
    "Prediction": "matters.prediction",
    "Record": "record.record",
    "Relation": "model",
    "ReviewState": "model",
    "Statement": "model",
    "StatementFilter": "record.filters",
    "Tie": "model",
    "compare": "matters.comparison",
    "find_matters": "matters.store",
    "positions": "matters.store",
    "predictions": "matters.predictions",
}

__all__ = ["__version__", "errors", "model", "open", *sorted(_HOMES)]


def open(path: str | Path, *, create: bool = False) -> Record:
    """Open a record.

    Args:
        path: the file.
        create: make a new record where there is none.

    Raises:
        RecordError: there is no record, it is none, is too new, or may not be opened.
    """
    from dissensus.record.record import Record

    return Record(path, create=create)


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"dissensus.{_HOMES[name]}"), name)
    if name in ("errors", "model"):
        return import_module(f"dissensus.{name}")
    if name == "__version__":
        from importlib.metadata import version

        return version("dissensus")
    raise AttributeError(f"module 'dissensus' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
