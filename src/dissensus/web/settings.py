"""How a record is served."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """What `dissensus serve` was told.

    Attributes:
        record: the file.
        host: address or name that the server listens on.
        port: port that it listens on.
        read_only: nothing can be written through the server.
        token: what a writer has to know; None where only this machine can ask.
        upload_limit: bytes that one upload may have.
    """

    record: Path
    host: str = "127.0.0.1"
    port: int = 8000
    read_only: bool = False
    token: str | None = None
    upload_limit: int = 64 * MEGABYTE

    @property
    def local(self) -> bool:
        """Whether only programs on this machine can reach the server."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether an address or name is that of this machine to itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
