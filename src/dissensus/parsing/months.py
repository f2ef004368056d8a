"""Months and weekdays that the model takes into the name behind: "In December Ruiz said", "Last May Paz left"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

_DATED = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
_BEFORE = frozenset("in by since until on last this next that early late mid".split())


def part_months_from_names(doc: Doc) -> None:
    """Give months and weekdays back to the words before them, so that they are no part of the name behind."""
    if _DATED.isdisjoint([token.lower_ for token in doc]):
        return
    for token in doc[1:-1]:
        if token.lower_ in _DATED and token.text[0].isupper() and token.nbor(-1).lower_ in _BEFORE:
            name = token.head
            joined = token.dep_ in ("compound", "nmod") and name.pos_ == "PROPN" and name.i > token.i
            if joined and all(doc[i].pos_ == "PROPN" for i in range(token.i, name.i)) and name.head.i > name.i:
                _part(token, name)


def _part(month: Token, name: Token) -> None:
    before, verb = month.nbor(-1), name.head
    for child in list(name.lefts):
        if child.i < month.i:
            child.head = month
    if before.dep_ == "prep":
        month.head, month.dep_ = before, "pobj"
    else:
        month.head, month.dep_ = verb, "npadvmod"
    doc = month.doc
    first = before.i if before.ent_type_ == "DATE" else month.i
    held = [entity for entity in doc.ents if entity.end <= first or entity.start > name.i]
    kind = "PERSON" if name.dep_ in ("nsubj", "nsubjpass") else "ORG"
    dated = [Span(doc, first, month.i + 1, "DATE"), Span(doc, month.i + 1, name.i + 1, _kind(doc, month, name) or kind)]
    doc.set_ents([*held, *dated])


def _kind(doc: Doc, month: Token, name: Token) -> str:
    """The label that the model gave the words of a name by themselves; empty where it took them into the date."""
    labels = {doc[i].ent_type_ for i in range(month.i + 1, name.i + 1)} - {"DATE", ""}
    return labels.pop() if len(labels) == 1 else ""
