"""Keeps the libraries we read with from talking on the user's terminal."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet(*loggers: str) -> Iterator[None]:
    """Silence warnings, and the named loggers with all under them, for as long as the block runs.

    What they have to say reaches the user as one of our errors, or as what is missing from the document.
    """
    levels = [(logger, logger.level) for logger in map(logging.getLogger, loggers)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for logger, _ in levels:
                logger.setLevel(logging.CRITICAL + 1)
            yield
        finally:
            for logger, level in levels:
                logger.setLevel(level)
