"""The type of the fixture `run`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Command = Callable[..., Any]
