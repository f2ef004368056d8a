"""Months and days that are no part of the name behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.parsing.parsed import Parsed


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In December Ruiz said that it rained.", ["Ruiz"]),
        ("Last May Gómez accused the army of theft.", ["Gómez"]),
        ("That October Sánchez de Lozada fled to Miami.", ["Sánchez", "de", "Lozada"]),
    ],
)
def test_months_are_parted_from_names(parse: Callable[..., Parsed], text: str, subject: list[str]) -> None:
    doc = parse(text).paragraphs[0].doc
    name = next(token for token in doc if token.dep_ == "nsubj" and token.text == subject[-1])
    assert [token.text for token in name.subtree] == subject
    assert {token.ent_type_ for token in name.subtree} != {"DATE"}


def test_a_name_keeps_its_month(parse: Callable[..., Parsed]) -> None:
    doc = parse("Theresa May met Ana Ruiz.").paragraphs[0].doc
    assert [token.text for token in doc[1].subtree] == ["Theresa", "May"]
