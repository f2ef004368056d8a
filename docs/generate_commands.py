"""Writes docs/commands.md from the program itself; a test fails when it is out of date.

Run `python docs/generate_commands.py` after changing a command, an option, an exit code or an exported column.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from dissensus.cli.app import app
from dissensus.cli.exit_codes import EXIT_CODES
from dissensus.exchange.kinds import KINDS
from dissensus.exchange.registry import formats

HERE = Path(__file__).with_name("commands.md")

INTRODUCTION = """\
# Commands

<!-- Written by docs/generate_commands.py from the program itself: change the program, not this file. -->

Every command has `--help`. What is asked for goes to standard output; progress, notes and errors go to standard error,
an error as one line that begins with `dissensus: error:`. `--json` prints JSON for programs: one object, or one object
a line where a command lists. Colours are left out where the output is no terminal, and where `NO_COLOR` is set.
`DISSENSUS_DEBUG=1` shows where in the program an error came from.

Dates are `2019`, `2019-10` or `2019-10-20`. Actors are given by id or by name, whatever their case and accents; where
several have the name, all are meant.

One process writes to a record at a time; any number may read from it meanwhile. `read` can be stopped at any moment:
what it has written stays, every document whole, and the same command goes on from there.
"""


def document() -> str:
    """The text of docs/commands.md."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield INTRODUCTION
    root = typer.main.get_command(app)
    commands = list(_commands(root, ("dissensus",)))
    for path, _ in commands:
        name = " ".join(path)
        yield f"- [`{name}`](#{name.replace(' ', '-')})"
    yield ""
    yield from _table((), [param for param in root.params if param.param_type_name == "option" and not param.hidden])
    for path, command in commands:
        yield from _command(path, command)
    yield "## Exit codes\n"
    yield "| code | meaning |\n|---|---|"
    yield from (f"| {code} | {_cell(meaning)} |" for code, meaning in EXIT_CODES.items())
    yield "\n## Exported formats\n"
    yield from (f"- `{format_.name}`: {format_.description}" for format_ in formats().values())
    yield ""
    for kind in KINDS.values():
        yield f"### Columns of {kind.name}\n"
        yield "| column | type | meaning |\n|---|---|---|"
        yield from (f"| `{column.name}` | {column.cell} | {_cell(column.meaning)} |" for column in kind.columns)
        yield ""


def _commands(command: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, inner in getattr(command, "commands", {}).items():
        if getattr(inner, "commands", None):
            yield from _commands(inner, (*path, name))
        else:
            yield (*path, name), inner


def _command(path: tuple[str, ...], command: Any) -> Iterator[str]:
    yield f"## {' '.join(path)}\n"
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option" and not param.hidden]
    usage = " ".join([*path, *(_usage(argument) for argument in arguments), "[OPTIONS]"])
    yield f"    {usage}\n"
    yield inspect.cleandoc(command.help or "") + "\n"
    yield from _table(arguments, options)


def _table(arguments: Sequence[Any], options: Sequence[Any]) -> Iterator[str]:
    yield "| argument or option | meaning |\n|---|---|"
    for argument in arguments:
        yield f"| `{_name(argument)}` | {_cell(argument.help or '')} |"
    for option in options:
        yield f"| {_flags(option)} | {_cell(_meaning(option))} |"
    yield "| `--help`, `-h` | Show this message and exit. |\n"


def _usage(argument: Any) -> str:
    name = _name(argument) + ("..." if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _name(argument: Any) -> str:
    return str(argument.metavar or argument.name.upper())


def _flags(option: Any) -> str:
    value = "" if option.is_flag else f" {option.metavar or _values(option)}"
    return ", ".join(f"`{flag}{value}`" for flag in option.opts)


def _values(option: Any) -> str:
    choices = option.type_descriptor.choices
    return "CHOICE" if choices else "TEXT" if option.type_descriptor.annotation is str else "N"


def _meaning(option: Any) -> str:
    parts = [(option.help or "").rstrip(".")]
    if choices := option.type_descriptor.choices:
        parts.append("One of " + ", ".join(f"`{getattr(choice, 'value', choice)}`" for choice in choices))
    default = option.default
    if not option.required and default not in (None, False, (), []) and option.show_default:
        parts.append(f"Default: `{getattr(default, 'value', default)}`")
    if option.required:
        parts.append("Required")
    return ". ".join(parts) + "."


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    HERE.write_text(document(), encoding="utf-8")
