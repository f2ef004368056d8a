"""Draw `docs/pictures/demo.svg`: what `dissensus demo` prints, needing no font or script from elsewhere.

python docs/make_pictures.py
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

WIDTH = 100
PICTURE = Path(__file__).parent / "pictures" / "demo.svg"
SECTIONS = ("Chief actors", "Ties", "Events in order of date", "Where holders differ")
LINES = 12
"""Lines shown of each section: enough to see what it is."""


def demo() -> str:
    """What the command prints."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = [sys.executable, "-m", "dissensus", "demo", "--record", f"{folder}/demo.db"]
        environment = {**os.environ, "COLUMNS": str(WIDTH), "NO_COLOR": "1"}
        return subprocess.run(arguments, check=True, capture_output=True, text=True, env=environment).stdout


def excerpt(printed: str) -> str:
    """The first entries of each section; an entry is shown whole or not at all."""
    lines = printed.splitlines()
    shown = ["$ make demo"]
    starts = [n for n, line in enumerate(lines) if line in SECTIONS] + [len(lines)]
    for start, end in pairwise(starts):
        section = lines[start:end]
        entries = [n for n, line in enumerate(section) if _is_entry(line)]
        kept = max((n for n in entries if n <= LINES), default=len(section))
        body = section if len(section) <= LINES else section[:kept]
        more = [] if len(body) == len(section) else ["  …"]
        shown.append("\n".join([*body, *more]).rstrip())
    return "\n\n".join(shown)


def _is_entry(line: str) -> bool:
    """Whether a line begins an entry: its quotations and sources stand further in."""
    return line.startswith("  ") and not line.startswith("   ")


def draw(text: str) -> str:
    """An SVG of the text as a terminal shows it."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), color_system="truecolor")
    for line in text.splitlines():
        console.print(Text(line, style="bold" if line in SECTIONS or line.startswith("$") else ""))
    form = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    picture = console.export_svg(title="dissensus", code_format=form, unique_id="demo")
    return picture.replace("<text ", '<text xml:space="preserve" ')


if __name__ == "__main__":
    PICTURE.write_text(draw(excerpt(demo())), encoding="utf-8")
