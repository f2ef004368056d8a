"""The small parts: words and dates, and merging of actors."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissensus.model import Actor, ActorType, Origin, Role, Sector
from dissensus.record.merging import Variant, merge
from dissensus.record.words import first_day, fold, last_day, match_expression


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-10-20", "2019-10-20", "2019-10-20"),
        ("2019-10-20T10:00:00Z", "2019-10-20", "2019-10-20"),
    ],
)
def test_dates_reach_from_first_to_last_day(date: str, first: str, last: str) -> None:
    assert (first_day(date), last_day(date)) == (first, last)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Áñez", "anez"), ("  The   Straße ", "the strasse"), ("Ｕ.Ｓ.", "u.s."), ("É", "é")],
)
def test_folding_forgets_case_accents_and_space(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_any_search_is_a_valid_expression(text: str) -> None:
    expression = match_expression(text.replace("\0", ""))
    if expression is not None:
        connection = sqlite3.connect(":memory:")
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        connection.execute("SELECT * FROM t WHERE t MATCH ?", [expression]).fetchall()
        connection.close()


names = st.sampled_from(["Arde", "Belma", "Corvo"])
actors = st.builds(
    Actor,
    id=st.just("found:x"),
    name=names,
    type=st.sampled_from([ActorType.PERSON, ActorType.PARTY, ActorType.UNION]),
    country=st.sampled_from([None, "BOL", "PER"]),
    sectors=st.lists(st.sampled_from(list(Sector)), max_size=2, unique=True).map(tuple),
    aliases=st.dictionaries(st.sampled_from(["en", "es"]), st.lists(names, max_size=2).map(tuple), max_size=2),
    roles=st.lists(
        st.builds(Role, office=names, organisation=names, start=st.sampled_from([None, "2001"])), max_size=2
    ).map(tuple),
    predecessors=st.lists(names, max_size=2, unique=True).map(tuple),
    origin=st.sampled_from(list(Origin)),
)
variants = st.lists(st.builds(Variant, actors, st.integers(1, 5)), min_size=1, max_size=5)


@given(variants, st.randoms(use_true_random=False))
def test_merging_does_not_depend_on_order(told: list[Variant], chance) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert merge(told) == merge(shuffled)


@given(variants)
def test_merging_loses_no_name_of_the_best_origin(told: list[Variant]) -> None:
    merged = merge(told)
    known = {merged.name, *(name for names in merged.aliases.values() for name in names)}
    for variant in told:
        if variant.actor.origin == merged.origin:
            assert variant.actor.name in known


def test_most_documents_decide() -> None:
    person = Actor(id="x", name="Arde", type=ActorType.PERSON, origin=Origin.FOUND)
    party = person.model_copy(update={"type": ActorType.PARTY, "country": "BOL"})
    assert merge([Variant(person, 2), Variant(party, 3)]).type is ActorType.PARTY
    assert merge([Variant(person, 4), Variant(party, 3)]).type is ActorType.PERSON
    assert merge([Variant(person, 4), Variant(party, 3)]).country == "BOL"


def test_better_origins_are_not_overruled() -> None:
    found = Actor(id="x", name="Arde", type=ActorType.PERSON, origin=Origin.FOUND)
    known = found.model_copy(update={"type": ActorType.PARTY, "origin": Origin.GAZETTEER})
    given_ = found.model_copy(update={"type": ActorType.UNION, "origin": Origin.IMPORTED})
    assert merge([Variant(found, 9), Variant(known, 1)]) == known
    assert merge([Variant(found, 9), Variant(known, 1), Variant(given_, 0)]) == given_
