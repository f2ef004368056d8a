"""The dictionary that comes with the package, line by line."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from dissensus.actors.dictionary import BODY_FILES, Dictionary
from dissensus.actors.lexicon import cues, regions
from dissensus.errors import DictionaryError

FEWEST_ACTORS = 9_000
FEWEST_NOUNS = 1_000
FEWEST_TERMS = 2_000


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary.load()


def test_nothing_is_wrong_with_any_line(dictionary: Dictionary) -> None:
    assert dictionary.check() == []


def test_every_file_has_lines(dictionary: Dictionary) -> None:
    per_file = Counter(file for file, _ in dictionary.rows.values())
    assert set(per_file) == {"states.tsv", "people.tsv", *BODY_FILES}
    assert len(dictionary) >= FEWEST_ACTORS
    assert len(dictionary.lexicon.all_nouns) >= FEWEST_NOUNS
    assert len(dictionary.terms.all()) >= FEWEST_TERMS
    assert dictionary.members


def test_every_line_makes_an_actor(dictionary: Dictionary) -> None:
    for id in dictionary.ids():
        actor = dictionary.actor(id)
        assert actor.id == id
        assert actor.name


def test_every_state_has_a_name_an_adjective_and_a_people(dictionary: Dictionary) -> None:
    assert len(dictionary.states) > 200
    for id, state in dictionary.states.items():
        assert state.name, id
        assert all(state.adjectives), id
        assert dictionary.actor(f"{id}.government").country == state.iso3
        assert dictionary.actor(f"{id}.people").name


def test_every_country_of_the_americas_has_its_heads_since_1990(dictionary: Dictionary) -> None:
    presidential = "arg bol bra chl col cri dom ecu slv gtm hnd mex nic pan pry per ury usa ven".split()
    for state in presidential:
        for year in range(1991, 2024):
            assert dictionary.terms.heads(state, f"{year}-07-15"), (state, year)


@pytest.mark.parametrize(
    ("state", "office", "date", "person"),
    [
        ("usa", "head_of_state", "1995-01-01", "bill-clinton"),
        ("bol", "head_of_state", "2012", "evo-morales"),
        ("chl", "head_of_state", "2015-05", "michelle-bachelet"),
        ("gbr", "head_of_government", "2000", "tony-blair"),
        ("deu", "head_of_government", "2010-10-10", "angela-merkel"),
        ("rus", "head_of_state", "2001", "vladimir-putin"),
        ("ecu", "head_of_state", "2010-09-30", "rafael-correa"),
    ],
)
def test_well_known_terms(dictionary: Dictionary, state: str, office: str, date: str, person: str) -> None:
    assert dictionary.terms.holders(state, office, date) == [person]


def test_loading_is_fast() -> None:
    best = min(_seconds_to_load() for _ in range(3))
    assert best < 1.0


def _seconds_to_load() -> float:
    start = time.process_time()
    Dictionary.load()
    return time.process_time() - start


def test_cues_are_lists_of_small_words() -> None:
    assert "in" in cues("locative")
    assert all(word == word.lower() for word in cues("never_alone"))
    with pytest.raises(DictionaryError, match="nonsense"):
        cues("nonsense")


def test_regions_hold_states(dictionary: Dictionary) -> None:
    assert {"BOL", "VEN"} <= regions()["south american"]
    for region, countries in regions().items():
        assert region == region.lower()
        assert [code for code in sorted(countries) if dictionary.state_of(code) is None] == [], region


def test_camps_of_thought_are_no_persons_or_states(dictionary: Dictionary) -> None:
    camps = [id for id in dictionary.ids() if dictionary.is_ideology(id)]
    assert {"socialism", "neoliberalism", "fascism"} <= set(camps)
    assert {dictionary.actor(id).type for id in camps} == {"movement"}


def test_equipment_is_of_states(dictionary: Dictionary) -> None:
    assert {row["country"] for row in dictionary.lexicon.all_equipment} <= {s.iso3 for s in dictionary.states.values()}
