"""Every line of the lexicons."""

from __future__ import annotations

import pytest

from dissensus.finding import lexicons
from dissensus.model import Context, EventType
from dissensus.tables import package_table

_PLACES = {
    "subj",
    "obj",
    "iobj",
    "comp",
    "obj.of",
    "for.of",
    "thing.mod",
    "thing.of",
    "comp.obj",
    "thing.poss",
    "home",
    "poss",
    "mod",
    "light",
    "carried",
    "self",
    "thing",
    "passive",
    "alone",
    "-",
}
_EFFECTS = {"factual", "attempt", "plan", "negate", "demand", "permit", "allege", "threat", "predict", "conditional"}


def table(name: str) -> list:  # type: ignore[type-arg]
    return package_table("dissensus.finding", f"lexicon/{name}")


@pytest.mark.parametrize(("name", "first", "second"), [("events.tsv", "actor", "recipient"), ("ties.tsv", "a", "b")])
def test_triggers_are_unique_and_their_places_known(name: str, first: str, second: str) -> None:
    seen: dict[tuple[str, str], str] = {}
    for row in table(name):
        for trigger in (phrase for notation in row.many("trigger") for phrase in lexicons.spelt_out(notation)):
            key = (trigger, row["pos"])
            assert key not in seen, f"{row.where}: {trigger!r} stands in line {seen.get(key)} too"
            seen[key] = row.where
        for place in (*row.many(first), *row.many(second)):
            word = place.lstrip("+")
            assert word in _PLACES or word.isalpha(), f"{row.where}: no place {place!r}"


def test_every_plover_type_has_words() -> None:
    told = {t.type for triggers in lexicons.events().values() for t in triggers}
    assert told == {*EventType, None}


def test_modes_are_plovers() -> None:
    known = set(lexicons.scores())
    for triggers in lexicons.events().values():
        for t in triggers:
            assert t.mode is None or (t.type and t.type.value, t.mode) in known


def test_a_governor_has_one_line() -> None:
    seen: set[tuple[str, str]] = set()
    for row in table("governors.tsv"):
        assert row["pos"] in ("v", "vo", "vp", "n", "a"), row.where
        for lemma in row.many("lemma"):
            assert (lemma, row["pos"]) not in seen, f"{row.where}: {lemma}"
            seen.add((lemma, row["pos"]))


def test_effects_are_known() -> None:
    assert {row["effect"] for row in table("turns.tsv")} == {"hostile", "past"}
    for name in ("governors.tsv", "hedges.tsv"):
        assert {row["effect"] for row in table(name)} <= _EFFECTS


def test_contexts_are_known_and_no_word_has_two() -> None:
    words: dict[str, str] = {}
    for row in table("contexts.tsv"):
        assert Context(row["context"])
        for word in row.many("lemma"):
            assert words.setdefault(word, row["context"]) == row["context"], word


def test_labels_have_a_valence_and_stand_once() -> None:
    seen: set[tuple[str, str]] = set()
    for row in table("labels.tsv"):
        assert row["valence"] in ("1", "-1")
        for term in row.many("term"):
            assert (term, row["pos"]) not in seen, term
            seen.add((term, row["pos"]))


def test_roles_are_known_and_no_word_has_two() -> None:
    seen: set[tuple[str, str, str]] = set()
    for row in table("roles.tsv"):
        assert row["pos"] in ("v", "n", "a"), row.where
        assert row["part"] in ("actor", "recipient", "both", "object", "doer"), row.where
        assert row["link"].isalpha(), row.where
        for lemma in row.many("lemma"):
            key = (lemma, row["pos"], row["link"])
            assert key not in seen, f"{row.where}: {key}"
            seen.add(key)


def test_idioms_are_no_events() -> None:
    events = {
        (phrase, row["pos"])
        for row in table("events.tsv")
        for notation in row.many("trigger")
        for phrase in lexicons.spelt_out(notation)
    }
    for row in table("idioms.tsv"):
        assert row["pos"] in ("v", "n"), row.where
        for notation in row.many("trigger"):
            for phrase in lexicons.spelt_out(notation):
                assert (phrase, row["pos"]) not in events, f"{row.where}: {phrase}"


def test_braces_hold_alternatives() -> None:
    assert lexicons.spelt_out("{buy,sell} {oil,gas} to") == ["buy oil to", "buy gas to", "sell oil to", "sell gas to"]
    assert lexicons.spelt_out("raid") == ["raid"]
