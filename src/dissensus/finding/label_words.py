"""The words of label_words.tsv, which carry a loaded word to the actor it judges."""

from __future__ import annotations

from functools import cache

from dissensus.tables import package_table


@cache
def label_words(kind: str) -> frozenset[str]:
    """The words of one kind; the file's header tells the kinds."""
    table = package_table("dissensus.finding", "lexicon/label_words.tsv")
    return frozenset(lemma for row in table if row["kind"] == kind for lemma in row.many("lemma"))
