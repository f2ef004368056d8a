"""How much memory a process has used at most."""

from __future__ import annotations

import contextlib
from pathlib import Path


def most_memory(process: int | str = "self") -> int | None:
    """MiB that a process has held in memory at most; None where the system does not tell.

    `resource.getrusage` would not do: what it tells of a new process counts in the memory of the one that started it.
    """
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) // 1024
    return None
