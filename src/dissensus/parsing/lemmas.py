"""Base forms that the model's lemmatizer gets wrong, taught to it once."""

from __future__ import annotations

from typing import Any

from dissensus.tables import package_table


def teach(lemmatizer: Any) -> None:
    """Put right what a spaCy rule lemmatizer knows, by the forms of lemmas.tsv.

    It cuts endings off and prefers, among the words that it knows, the shortest: "hated" gives "hat" before "hate".
    Those shorter ones leave its index: their own forms double a consonant ("hatted") and are exceptions anyway.
    """
    index, exceptions, rules = (lemmatizer.lookups.get_table(f"lemma_{kind}") for kind in ("index", "exc", "rules"))
    known = {pos: dict.fromkeys(index[pos]) for pos in ("verb", "noun")}
    outright = {pos: dict(exceptions[pos]) for pos in known}
    for row in package_table("dissensus.parsing", "lexicon/lemmas.tsv", ("lemma", "pos", "forms")):
        pos, lemma = row["pos"], row["lemma"]
        if pos not in known:
            raise row.error(f"pos must be verb or noun, not {pos!r}")
        for form in row.many("forms"):
            for old, new in rules[pos]:
                if form.endswith(old):
                    known[pos].pop(form.removesuffix(old) + new, None)
            outright[pos][form] = [lemma]
        known[pos][lemma] = None
    for pos in known:
        index[pos], exceptions[pos] = known[pos], outright[pos]
