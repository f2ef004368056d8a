"""The command `dissensus` and its subcommands."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dissensus.cli import actors, matter
from dissensus.cli.camps import camps
from dissensus.cli.compare import compare
from dissensus.cli.compare_networks import compare_networks
from dissensus.cli.demo import demo
from dissensus.cli.documents import documents
from dissensus.cli.drift import drift
from dissensus.cli.exit_codes import EPILOG
from dissensus.cli.export import export
from dissensus.cli.info import info
from dissensus.cli.matters import matters
from dissensus.cli.network import network
from dissensus.cli.predictions import predictions
from dissensus.cli.publish import publish
from dissensus.cli.read import read
from dissensus.cli.schema import schema
from dissensus.cli.serve import serve
from dissensus.cli.show import show
from dissensus.cli.sources import sources
from dissensus.cli.statements import statements

app = typer.Typer(
    name="dissensus",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    read,
    documents,
    statements,
    show,
    serve,
    publish,
    matters,
    sources,
    compare,
    predictions,
    network,
    camps,
    drift,
    compare_networks,
    export,
    schema,
    info,
    demo,
):
    app.command(epilog=EPILOG)(command)
app.add_typer(matter.app, name="matter", epilog=EPILOG)
app.add_typer(actors.app, name="actors", epilog=EPILOG)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        sys.stdout.write(f"dissensus {version('dissensus')}\n")
        raise typer.Exit


@app.callback()
def dissensus(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Who stands with whom, who did what to whom, and who says so: an auditable record from political writing."""
