"""Ties: lasting relations, their direction and their sign."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Kind, Statement, Tie

Find = Callable[..., list[Statement]]


def ties(statements: list[Statement]) -> list[Tie]:
    return [s.tie for s in statements if s.kind is Kind.TIE and s.tie]


@pytest.mark.parametrize(
    ("sentence", "a", "relation", "b", "sign"),
    [
        ("Nicaragua is an ally of Russia.", "NIC", "ally_of", "RUS", 1),
        ("Honduras opposes Taiwan.", "HND", "opposes", "TWN", -1),
        ("Cuba is a member of ALBA.", "CUB", "member_of", "Bolivarian Alliance for the Peoples of Our America", 1),
        ("France distrusts Russia.", "FRA", "distrusts", "RUS", -1),
        ("Syria depends on Russia.", "SYR", "ally_of", "RUS", 1),
        ("Iran wants to challenge the United States.", "IRN", "opposes", "USA", -1),
    ],
)
def test_relations(find: Find, sentence: str, a: str, relation: str, b: str, sign: int) -> None:
    found = ties(find(sentence))
    told = {(t.a.country or t.a.name, t.relation.value, t.b.country or t.b.name, t.sign) for t in found}
    assert (a, relation, b, sign) in told


def test_a_puppet_is_controlled_by_its_master(find: Find) -> None:
    (tie,) = ties(find("Manchukuo was nothing, but Panama was a puppet of Washington."))
    assert (tie.a.country, tie.relation.value, tie.b.country) == ("USA", "controls", "PAN")


def test_the_past_tense_of_a_verb_that_also_happens_is_an_event(find: Find) -> None:
    found = find("Mexico supported Bolivia in 2019.")
    assert [s.kind for s in found] == [Kind.EVENT]


def test_members_in_a_list(find: Find) -> None:
    found = ties(find("The most important countries in Mercosur are Brazil and Argentina."))
    assert {(t.a.country, t.relation.value) for t in found} == {("BRA", "member_of"), ("ARG", "member_of")}


@pytest.mark.parametrize(
    ("sentence", "relation", "b"),
    [
        ("Pro-Russian parties rule there.", "supports", "RUS"),
        ("Hungary has an anti-American stance.", "opposes", "USA"),
    ],
)
def test_prefixes(find: Find, sentence: str, relation: str, b: str) -> None:
    assert any(t.relation.value == relation and t.b.country == b for t in ties(find(sentence)))


def test_offices_of_state_and_of_persons_are_no_ties(find: Find) -> None:
    found = ties(find("Álvaro García Linera, his vice president, spoke of Evo Morales, the president of Bolivia."))
    assert not [t for t in found if t.relation.value == "leads"]


def test_against_and_examples_told_behind(find: Find) -> None:
    found = ties(find("The Lima Group was an alliance against Venezuela."))
    assert ("opposes", "VEN") in {(t.relation.value, t.b.country) for t in found}
    found = ties(find("Some of the states that support Kosovo include Albania and Turkey."))
    assert {(t.a.country, t.b.country) for t in found if t.relation.value == "supports"} == {
        ("ALB", "XKX"),
        ("TUR", "XKX"),
    }


def test_an_icy_relationship_is_one_of_opposition(find: Find) -> None:
    (tie,) = ties(find("Chile has an icy relationship with Peru."))
    assert (tie.a.country, tie.relation.value, tie.b.country, tie.sign) == ("CHL", "opposes", "PER", -1)


def test_a_former_ally_is_none_now(find: Find) -> None:
    assert ties(find("Chile is a former ally of Peru.")) == []
