"""Texts beside each other where the screen is wide enough, and one under or after the other where it is not."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from dissensus.cli.output import console, pairs, say, say_indented

_NARROWEST = 36
"""Columns of the screen in which a text can be read beside another."""

_APART = 3


def side_by_side(texts: Sequence[Sequence[Text]]) -> None:
    """Print texts, each of some paragraphs, in rows of as many as fit beside each other."""
    from rich.table import Table

    fitting = max(1, (console().width + _APART) // (_NARROWEST + _APART))
    if fitting == 1:
        for paragraphs in texts:
            say(_folded(paragraphs))
            say("")
        return
    # Rows of equal length: 4 texts where 3 fit are set 2 and 2.
    rows = -(-len(texts) // fitting)
    in_row = -(-len(texts) // rows) if rows else 0
    for start in range(0, len(texts), max(in_row, 1)):
        grid = Table.grid(padding=(0, _APART, 0, 0), pad_edge=False, expand=True)
        row: list[RenderableType] = [_folded(paragraphs) for paragraphs in texts[start : start + in_row]]
        for _ in range(in_row):
            grid.add_column(ratio=1, overflow="fold")
        grid.add_row(*row)
        say(grid)
        say("")


def named(*lines: tuple[str, str]) -> None:
    """Print names and what stands beside them in two columns, or on the same line where there is no room for two."""
    if console().width >= 2 * _NARROWEST:
        pairs(*((f"  {name}", words) for name, words in lines))
        return
    for name, words in lines:
        say_indented(Text.assemble((f"{name}: ", "dim"), words))


def _folded(paragraphs: Sequence[Text]) -> Group:
    for paragraph in paragraphs:
        paragraph.overflow = "fold"
    return Group(*paragraphs)
