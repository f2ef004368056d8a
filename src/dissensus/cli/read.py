"""`dissensus read`: texts into a record."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dissensus.cli.options import JsonOption, RecordOption, checked_date, filled
from dissensus.cli.output import count, note, print_json, say
from dissensus.cli.progress import At, shown
from dissensus.errors import InputError

if TYPE_CHECKING:
    from dissensus.record.report import Progress, ReadReport

_LISTED = 20
"""Failures printed; the record lists more."""

_EVERY = 5.0
"""Seconds between two lines of progress where there is no terminal."""


def _known(language: str | None) -> str | None:
    """The code of a language, if what an option gives is one, or a name for it.

    Raises:
        typer.BadParameter: it is neither.
    """
    from dissensus.reading.metadata import Metadata

    if language is None:
        return None
    code = Metadata.of(language=language).language
    if code is None:
        raise typer.BadParameter(f"'{language}' is no language; write its code of two letters, as en")
    return code


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", callback=filled, help="Files, folders, archives, - for standard input."),
    ],
    record: RecordOption,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes that analyse.")] = 1,
    title: Annotated[str | None, typer.Option(help="Title, where the text does not say it.")] = None,
    source: Annotated[str | None, typer.Option(help="Publisher or outlet, where the text does not say it.")] = None,
    author: Annotated[str | None, typer.Option(help="Author, where the text does not say it.")] = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", callback=checked_date, help="Date of publication, where the text does not say it."
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="CODE", callback=_known, help="Language, as en, where the text does not say it."),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Analyse anew what was read before.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 3 when anything could not be read.")] = False,
    json: JsonOption = False,
) -> None:
    """Read texts into a record.

    Documents, the actors they mention, and statements: who says what of whom, how firmly, in which words.

    Text, Markdown, HTML, PDF, Word, mail, feeds, tables of articles and archives of these. What was read before is
    passed over, so a stopped reading goes on where it was: run the same command again.
    """
    from dissensus.reading.metadata import Metadata
    from dissensus.record.record import Record
    from dissensus.record.report import ReadReport

    defaults = Metadata.of(title=title, source=source, author=author, date=date, language=language)
    report = ReadReport()
    began = time.monotonic()
    with Record(record, create=True) as opened, progress() as show:
        try:
            opened.read(paths, jobs=jobs, defaults=defaults, progress=show, again=again, report=report)
        except KeyboardInterrupt:
            note(f"stopped; {count(report.documents, 'document was', 'documents were')} read and kept: "
                 "run the same command again to go on")  # fmt: skip
            raise
    finish(report, record, time.monotonic() - began, json=json, strict=strict)


def finish(report: ReadReport, record: Path, seconds: float, *, json: bool, strict: bool) -> None:
    """Sum up a reading, and decide how the command ends.

    Raises:
        InputError: nothing could be read.
        typer.Exit: with 3, when something failed and this is strict.
    """
    if json:
        print_json(report)
    elif not report.nothing_read:
        summarise(report, seconds)
    if report.nothing_read and report.failed == 1:
        raise InputError(report.failures[0].message, where=report.failures[0].path)
    for failure in report.failures[:_LISTED]:
        note(f"not read: {failure}")
    if report.failed > _LISTED:
        note(f"not read: {report.failed - _LISTED:,} more; see `dissensus info {record}`")
    if report.nothing_read:
        raise InputError(f"nothing could be read: {count(report.failed, 'failure')}, listed above")
    if report.failed and strict:
        raise typer.Exit(InputError.exit_code)


def summarise(report: ReadReport, seconds: float) -> None:
    """Print what a reading did."""
    rate = f", {report.words / seconds:,.0f} words a second" if report.words and seconds > 0 else ""
    said = f"Read {count(report.documents, 'document')} ({count(report.words, 'word')}{rate})"
    found = ", ".join(count(number, str(kind)) for kind, number in sorted(report.statements.items()))
    if report.documents:
        say(f"{said} and found {count(report.statements.total(), 'statement')}{': ' + found if found else ''}.")
    else:
        say("Read nothing new.")
    if report.unchanged:
        say(f"Passed over {count(report.unchanged, 'file')} read before.")
    if report.known:
        say(f"{count(report.known, 'document was', 'documents were')} in the record already.")
    for language, number in sorted(report.not_analysed.items()):
        name = "an unknown language" if language == "unknown" else f"language {language}"
        say(f"{count(number, 'document')} in {name}: stored, not analysed (analysed is English).")


def progress() -> contextlib.AbstractContextManager[Callable[[Progress], None]]:
    """Show how far a reading is: a bar on a terminal, elsewhere a line now and then."""
    began = time.monotonic()

    def at(told: Progress) -> At:
        documents = count(told.documents, "document")
        rate = f"{told.words / max(time.monotonic() - began, 0.001):,.0f}"
        line = f"{documents}, {count(told.words, 'word')}, {rate} words a second" if told.documents else ""
        return At(told.bytes, told.bytes_in_all or None, f"{documents}, {rate} words/s", line)

    return shown("Reading", at, every=_EVERY, starting="starting")
