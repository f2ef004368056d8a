"""`dissensus info`: a record in figures, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping

from dissensus.cli.options import JsonOption, RecordArgument
from dissensus.cli.output import count, pairs, print_json, say, say_indented

_SOURCES = 12


def info(record: RecordArgument, json: JsonOption = False) -> None:
    """Show a record in figures, and what could not be read."""
    from dissensus.record.record import Record

    with Record(record) as opened:
        found = opened.info()
    if json:
        print_json(found)
        return
    dates = f", published {found.first_date} to {found.last_date}" if found.first_date else ""
    unread = sum(found.not_analysed.values())
    pairs(
        ("record", f"{found.path}, {found.size / 1e6:,.1f} MB, version {found.version}, made by {found.made_by}"),
        ("documents", f"{count(found.documents, 'document')}, {count(found.words, 'word')}{dates}"),
        ("languages", _counts(found.languages)),
        ("not analysed", f"{count(unread, 'document')}: {_counts(found.not_analysed)}" if unread else ""),
        ("sources", _counts(found.sources, _SOURCES)),
        ("actors", _counts(found.actors)),
        ("statements", f"{sum(found.statements.values()):,}: {_counts(found.statements)}" if found.statements else ""),
        ("commitment", _counts(found.commitments)),
        ("review", _counts(found.reviews)),
        ("analysed by", _counts({f"dissensus {version}": n for version, n in found.programs.items()})),
        ("not read", str(found.failed) if found.failed else ""),
    )
    for failure in found.failures:
        say_indented(str(failure))
    if found.failed > len(found.failures):
        say(f"  and {found.failed - len(found.failures):,} more")
    if not found.documents:
        say("The record holds no documents yet; fill it with `dissensus read PATH --record FILE`.")


def _counts(counts: Mapping[str, int], most: int | None = None) -> str:
    listed = [f"{name} {number:,}" for name, number in list(counts.items())[:most]]
    if most is not None and len(counts) > most:
        listed.append(f"and {len(counts) - most:,} more")
    return ", ".join(listed)
