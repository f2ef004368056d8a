from __future__ import annotations

import pytest

from dissensus.actors.describe import describe
from dissensus.actors.dictionary import Dictionary
from dissensus.model import ActorType, Sector


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
        ("Bolivians", "BOL", None),
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


@pytest.mark.parametrize("text", ["", "Quillonia", "forty-two", "???"])
def test_nothing_known(dictionary: Dictionary, text: str) -> None:
    assert describe(dictionary, text) is None


@pytest.mark.parametrize("text", ["she", "someone", "wanderers"])
def test_someone_without_a_name_is_unidentified(dictionary: Dictionary, text: str) -> None:
    actor = describe(dictionary, text)
    assert actor is not None
    assert (actor.country, actor.sectors) == (None, (Sector.UNK,))


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Transnistria", "MDA", "PRE"),
        ("president of the Saeima", "LVA", "LEG"),
        ("Downing Street", "GBR", "GOV"),
        ("the governor of Texas", "USA", "GOV"),
        ("Chechen fighters", "RUS", "UAF"),
        ("Rohingya refugees", "MMR", "REF"),
        ("a Pakistani missile", "PAK", "MIL"),
        ("Crown Prince of Jordan", "JOR", "GOV"),
        ("the Blue Liberty League", None, "PTY"),
    ],
)
def test_plover_rules(dictionary: Dictionary, text: str, country: str | None, sector: str) -> None:
    actor = describe(dictionary, text)
    assert actor is not None
    assert (actor.country, actor.sectors[0].value) == (country, sector)


@pytest.mark.parametrize("date", ["2009-05-01", "1 May 2009", "May 1, 2009", "May 2009"])
def test_dates_as_written(dictionary: Dictionary, date: str) -> None:
    actor = describe(dictionary, "Gordon Brown", date=date)
    assert actor is not None
    assert actor.sectors[0] == "GOV"


def test_a_date_that_is_none(dictionary: Dictionary) -> None:
    actor = describe(dictionary, "Gordon Brown", date="Some 2009")
    assert actor is not None
    assert actor.sectors[0] == "ELI"


def test_local_heads_do_not_lead_the_state(dictionary: Dictionary) -> None:
    actor = describe(dictionary, "Quebec premier", date="2020-01-01")
    assert actor is not None
    assert actor.id == "found.quebec-premier"


@pytest.mark.parametrize(
    ("context", "country", "sector"),
    [
        ("On Monday the Kenyan general Ana Ruizova spoke.", "KEN", "MIL"),
        ("Ana Ruizova, the foreign minister of Latvia, spoke.", "LVA", "GOV"),
        ("The former Latvian minister Ana Ruizova spoke.", "LVA", "ELI"),
    ],
)
def test_unknown_person_by_the_title_in_the_context(
    dictionary: Dictionary, context: str, country: str, sector: str
) -> None:
    actor = describe(dictionary, "Ana Ruizova", context=context)
    assert actor is not None
    assert (actor.country, actor.sectors[0].value) == (country, sector)


def test_unknown_person_without_a_title(dictionary: Dictionary) -> None:
    assert describe(dictionary, "Ana Ruizova", context="Soldiers saw Ana Ruizova in Riga.") is None


@pytest.mark.parametrize(
    ("text", "sector"), [("President Rodrigo Duterte", "GOV"), ("former President Rodrigo Duterte", "ELI")]
)
def test_a_title_without_a_date(dictionary: Dictionary, text: str, sector: str) -> None:
    actor = describe(dictionary, text)
    assert actor is not None
    assert actor.sectors[0] == sector


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("rebel commanders", None, "REB"),
        ("guerrilla negotiators in Colombia", "COL", "REB"),
        ("soldiers and their wives", None, "MIL"),
        ("women and children's affairs minister", None, "GOV"),
        ("prime minister of Norway from 2001 to 2005", "NOR", "ELI"),
        ("Lula's spokesman", "BRA", "GOV"),
        ("Bolsonaro supporters", "BRA", "CVL"),
        ("allies of Maduro", "VEN", "CVL"),
        ("anti-government committee", None, "GOV"),
        ("heads of state", None, "GOV"),
        ("Kenyan generals", "KEN", "MIL"),
        ("an Ohio-class submarine", "USA", "MIL"),
        ("HMS Vanguard", "GBR", "MIL"),
        ("the fisheries department", None, "GOV"),
        ("an Angolan planning commission", "AGO", "GOV"),
        ("Moscow", "RUS", "GOV"),
        ("breakaway republic", None, "PRE"),
        ("Air Zambia", "ZMB", "UNK"),
        ("Nelson Mandela University", "ZAF", "EDU"),
        ("They", None, "UNK"),
    ],
)
def test_what_the_words_beside_the_noun_tell(
    dictionary: Dictionary, text: str, country: str | None, sector: str
) -> None:
    actor = describe(dictionary, text)
    assert actor is not None
    assert (actor.country, actor.sectors[0].value) == (country, sector)


@pytest.mark.parametrize("text", ["EU officials", "the UN envoy for Yemen", "president of the European Commission"])
def test_who_acts_for_a_body_of_states_is_of_no_country(dictionary: Dictionary, text: str) -> None:
    actor = describe(dictionary, text)
    assert actor is not None
    assert (actor.type, actor.country) == (ActorType.IGO, None)


@pytest.mark.parametrize(
    ("text", "date", "sector"),
    [
        ("Barack Obama", "2006", "LEG"),
        ("Barack Obama", "2012", "GOV"),
        ("Barack Obama", "2019", "ELI"),
        ("Keir Starmer", "2022", "OPP"),
        ("Narendra Modi", "2010", "GOV"),
        ("Mike Pompeo", "2017-12", "SPY"),
        ("the Taliban", "2015", "REB"),
        ("the Taliban", "2022", "GOV"),
    ],
)
def test_what_someone_is_at_a_date(dictionary: Dictionary, text: str, date: str, sector: str) -> None:
    actor = describe(dictionary, text, date=date)
    assert actor is not None
    assert actor.sectors[0] == sector


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("al-Qaeda", None, "REB"),
        ("the Turkish-backed Syrian rebels", "SYR", "REB"),
        ("a US-led coalition of militias", "USA", "PRM"),
        ("former rebels", None, "CVL"),
        ("retired general", None, "ELI"),
        ("Tuareg rebels", None, "REB"),
        ("the Republican Party", "USA", "PTY"),
        ("Chile's Republican Party", "CHL", "PTY"),
        ("Libya's Government of National Accord (GNA)", "LBY", "GOV"),
        ("The Guardian", "GBR", "JRN"),
    ],
)
def test_wording(dictionary: Dictionary, text: str, country: str | None, sector: str) -> None:
    actor = describe(dictionary, text)
    assert actor is not None
    assert (actor.country, actor.sectors[0].value) == (country, sector)


def test_a_title_and_an_unknown_name_is_not_the_holder_in_another_country(dictionary: Dictionary) -> None:
    actor = describe(dictionary, "President Quillon", context="a visit to Morocco", date="2012")
    assert actor is not None
    assert actor.id == "found.president-quillon"
