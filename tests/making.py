"""What tests of several rooms make."""

from __future__ import annotations

import hashlib

from dissensus.model import Document


def make_document(text: str, **known: object) -> Document:
    """A document of our own words, with whatever metadata a test needs."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=digest[:16], text=text, sha256=digest, **known)  # type: ignore[arg-type]
