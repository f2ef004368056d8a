from __future__ import annotations

import pytest

from dissensus.actors.describe import describe
from dissensus.actors.dictionary import Dictionary


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary.load()


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("bandits", None, "CRM"),
        ("a Peruvian bishop", "PER", "REL"),
        ("Paraguayan river", "PRY", "UNK"),
        ("former Chilean president", "CHL", "ELI"),
        ("the Colombian navy", "COL", "MIL"),
        ("Uruguay's foreign ministry", "URY", "GOV"),
        ("journalists in Honduras", "HND", "JRN"),
        ("the Kremlin", "RUS", "GOV"),
        ("Bolivians", "BOL", "CVL"),
        ("opposition lawmaker", None, "LEG"),
        ("members of the Sinaloa Cartel", "MEX", "CRM"),
        ("Boko Haram fighters", "NGA", "REB"),
        ("the European Union", None, None),
        ("Brazil", "BRA", None),
    ],
)
def test_country_and_sector(dictionary: Dictionary, text: str, country: str | None, sector: str | None) -> None:
    actor = describe(dictionary, text)
    assert actor is not None
    assert actor.country == country
    assert (actor.sectors[0].value if actor.sectors else None) == sector


def test_a_role_at_a_date_is_a_person(dictionary: Dictionary) -> None:
    actor = describe(dictionary, "the Chilean president", date="2015-05-05")
    assert actor is not None
    assert actor.id == "michelle-bachelet"


def test_sectors_change_with_the_date(dictionary: Dictionary) -> None:
    in_office = describe(dictionary, "Angela Merkel", date="2015-01-01")
    after = describe(dictionary, "Angela Merkel", date="2023-01-01")
    assert in_office is not None
    assert after is not None
    assert in_office.sectors[0] == "GOV"
    assert after.sectors[0] == "ELI"


def test_a_family_name_means_the_one_in_office(dictionary: Dictionary) -> None:
    father = describe(dictionary, "President Bush", date="1990-06-01")
    son = describe(dictionary, "President Bush", date="2005-06-01")
    assert father is not None
    assert son is not None
    assert (father.id, son.id) == ("george-h-w-bush", "george-w-bush")


def test_context_gives_the_country(dictionary: Dictionary) -> None:
    actor = describe(dictionary, "the interior minister", context="Argentine")
    assert actor is not None
    assert actor.country == "ARG"


@pytest.mark.parametrize("text", ["", "she", "forty-two", "???"])
def test_nothing_known(dictionary: Dictionary, text: str) -> None:
    assert describe(dictionary, text) is None
