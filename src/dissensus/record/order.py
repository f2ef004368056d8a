"""In what order statements are listed."""

from __future__ import annotations

from enum import StrEnum


class Order(StrEnum):
    """In what order statements come."""

    READING = "reading"  # as the documents were read, and as the statements stand in them
    DATE = "date"  # by the date they tell of, unknown dates last
    CONFIDENCE = "confidence"  # the surest first
    UNSURE = "unsure"  # the least sure first
