"""Being written."""

from __future__ import annotations

from dissensus.parsing.parsed import Parsed, Quotation


def find_quotations(parsed: Parsed) -> list[Quotation]:
    """Find them."""
    return []
