"""Commands that hold others, of which one may be left out: `actors RECORD` for `actors list RECORD`."""

from __future__ import annotations

from typing import Any, ClassVar

from typer.core import TyperGroup


class GroupWithDefault(TyperGroup):
    """Commands under a name, one of which is meant where none is named."""

    default: ClassVar[str]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the default command first where the first argument names none."""
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "-h")):
            args = [self.default, *args]
        return super().parse_args(ctx, args)


class ListByDefault(GroupWithDefault):
    """`GROUP ...` is short for `GROUP list ...`."""

    default = "list"


class ShowByDefault(GroupWithDefault):
    """`GROUP ...` is short for `GROUP show ...`."""

    default = "show"
