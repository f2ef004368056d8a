"""Data as scripts, for pages without a server: a page opened from a file may not fetch, but may load scripts beside it.

A script hands over what it holds, one line each: `dissensusTake("actors/bolivia", {...});`. Many small answers share
one script; which one is told by a checksum of their key, so that no list of them is needed.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

_HELD: Final = 8_000_000
"""Characters kept before they are written: memory stays bounded, and no script is opened too often."""


def key_of(path: str, params: Iterable[tuple[str, str]] = ()) -> str:
    """The name of an answer: its path and what was asked of it, in order of the names."""
    asked = "&".join(f"{name}={value}" for name, value in sorted(params, key=lambda pair: pair[0]))
    return f"{path}?{asked}" if asked else path


def handed_over(key: str, answer: str) -> str:
    """The line of a script that hands over an answer.

    Args:
        key: its name.
        answer: JSON. JavaScript reads the same but for one key that would set an object's prototype.
    """
    harmless = answer.replace('"__proto__":', '["__proto__"]:')
    return f"dissensusTake({json.dumps(key)}, {harmless});\n"


def write_script(folder: Path, name: str, value: Any) -> None:
    """Write a script of its own, `keys/0`, that hands over one value."""
    path = folder / f"{name}.js"
    path.parent.mkdir(exist_ok=True)
    path.write_text(handed_over(name, compact(value)), encoding="utf-8")


def compact(value: Any) -> str:
    """A value as JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Shelf:
    """Many answers in a fixed number of scripts.

    Args:
        folder: that holds the data.
        name: of the folder in it that holds the scripts.
        scripts: how many.
    """

    def __init__(self, folder: Path, name: str, scripts: int) -> None:
        self._folder = folder / name
        self._folder.mkdir()
        self.scripts = scripts
        self._waiting: dict[int, list[str]] = defaultdict(list)
        self._held = 0

    def put(self, key: str, answer: str) -> None:
        """Add an answer, which is JSON, under its name."""
        line = handed_over(key, answer)
        self._waiting[zlib.crc32(key.encode()) % self.scripts].append(line)
        self._held += len(line)
        if self._held > _HELD:
            self.write()

    def write(self) -> None:
        """Write what is still held."""
        for number, lines in self._waiting.items():
            with (self._folder / f"{number}.js").open("a", encoding="utf-8") as script:
                script.writelines(lines)
        self._waiting.clear()
        self._held = 0

    def close(self) -> None:
        """Write what is still held, and the scripts that hold nothing: a page may ask them."""
        self.write()
        for number in range(self.scripts):
            (self._folder / f"{number}.js").touch()
