"""`dissensus export`: a record's statements, actors, documents or network for other programs."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from dissensus.cli.network_options import (
    AtOption,
    ConfidenceOption,
    FirmnessOption,
    HeldByOption,
    LevelOption,
    MemoryOption,
    RelationOption,
    ToldByOption,
    TypeOption,
    UndatedOption,
    WindowOption,
    wanted_from,
)
from dissensus.cli.options import RecordArgument
from dissensus.cli.output import count, note
from dissensus.errors import DissensusError
from dissensus.model import Commitment
from dissensus.network.wanted import Level, Undated, Wanted


class What(StrEnum):
    """What can be exported."""

    STATEMENTS = "statements"
    ACTORS = "actors"
    DOCUMENTS = "documents"
    NETWORK = "network"


class ExportFormat(StrEnum):
    """Formats of exports; a test holds this list and the registry's equal."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    GEXF = "gexf"
    GRAPHML = "graphml"


def export(
    what: Annotated[
        What, typer.Argument(metavar="WHAT", help="statements, actors, documents or network.", show_default=False)
    ],
    record: RecordArgument,
    format: Annotated[
        ExportFormat, typer.Option(help="How to write it; gexf and graphml hold networks.")
    ] = ExportFormat.JSONL,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, not on standard output.", show_default=False),
    ] = None,
    at: AtOption = None,
    window: WindowOption = None,
    memory: MemoryOption = 12,
    told_by: ToldByOption = None,
    held_by: HeldByOption = None,
    relation: RelationOption = None,
    type: TypeOption = None,
    commitment: FirmnessOption = Commitment.ALLEGED,
    min_confidence: ConfidenceOption = 0.0,
    level: LevelOption = Level.ACTOR,
    undated: UndatedOption = Undated.TIES,
) -> None:
    """Export statements, actors, documents or the network. A file is written whole or not at all.

    What comes after --output is for the network only.
    """
    from dissensus.exchange.files import whole_file
    from dissensus.exchange.kinds import KINDS
    from dissensus.exchange.network_ties import network_ties
    from dissensus.exchange.registry import format_named
    from dissensus.record.record import Record

    chosen = format_named(format.value)
    kind = KINDS[what.value]
    wanted = wanted_from(
        at=at,
        window=window,
        memory=memory,
        told_by=told_by,
        held_by=held_by,
        relation=relation,
        type=type,
        commitment=commitment,
        min_confidence=min_confidence,
        level=level,
        undated=undated,
    )
    if what is What.NETWORK:
        kind = replace(kind, items=partial(network_ties, wanted=wanted))
    elif chosen.networks:
        raise DissensusError(f"{chosen.name} holds networks only; choose another --format, or export network")
    elif wanted != Wanted():
        raise DissensusError("--at, --told-by and the like choose what makes a network; export network with them")
    if output is None and chosen.binary and sys.stdout.isatty():
        raise DissensusError(f"{chosen.name} is not for terminals; give a file with -o")
    with Record(record) as opened:
        if output is not None and output.exists() and output.samefile(record):
            raise DissensusError("this is the record itself; choose another file", where=str(output))
        if output is None:
            chosen.write(kind, kind.items(opened), sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return
        with whole_file(output) as stream:
            written = chosen.write(kind, kind.items(opened), stream)
    noun = "tie" if what is What.NETWORK else what.value.removesuffix("s")
    note(f"wrote {count(written, noun)} to {output}")
