"""Which country, body or person plain words mean in a text: sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.actors.dictionary import Dictionary
from dissensus.actors.resolve import Resolver
from dissensus.model import Actor
from dissensus.parsing.parsed import Parsed

Find = Callable[..., dict[str, Actor]]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(Dictionary.load())


@pytest.fixture
def find(parse: Callable[..., Parsed], resolver: Resolver) -> Find:
    """The actors of a text by the words of their last mention."""

    def run(text: str, **known: object) -> dict[str, Actor]:
        parsed = parse(text, **known)
        return {parsed.text(mention.span): mention.actor for mention in resolver.resolve(parsed).mentions}

    return run


PERU = "Peru's government sent soldiers to Cusco. Peru's Congress met in Lima on Monday. "


@pytest.mark.parametrize(
    ("sentence", "words", "id"),
    [
        ("Chile supported the transitional government.", "transitional government", "per.government"),
        ("Chile urged the armed forces to stay neutral.", "armed forces", "per.military"),
        ("Ana Soto, a former foreign minister of Chile, advised the parliament.", "parliament", "per.congress"),
        ("Diplomats met in Geneva, and the army stayed in its barracks.", "army", "per.army"),
        ("Police raids ended with ten arrests.", "Police", "per.police"),
        ("The bill was passed by both chambers.", "both chambers", "per.congress"),
    ],
)
def test_bare_arms_are_of_the_country_told_of(find: Find, sentence: str, words: str, id: str) -> None:
    assert find(PERU + sentence)[words].id == id


def test_a_court_is_of_the_country_of_those_it_judges(find: Find) -> None:
    treaty = "Kenya and Uganda signed a treaty. Officials of Kenya and Uganda met. "
    found = find(treaty + "The court ruled that William Ruto had won.")
    assert found["court"].id == "ken.judiciary"


def test_who_is_quoted_is_not_judged(find: Find) -> None:
    text = "Bolivians voted in La Paz and in Oruro. The army, Luis Almagro said, had kept to its duties in Bolivia."
    assert find(text)["army"].id == "bol.army"


def test_tribunal_named_before(find: Find) -> None:
    found = find("The Supreme Electoral Tribunal of Bolivia met on Monday. A day later the tribunal spoke.")
    assert found["tribunal"].id == "bol.electoral-authority"


def test_end_of_a_longer_name(find: Find) -> None:
    found = find("The OAS Permanent Council met in Washington. Later the Permanent Council voted.")
    assert found["Permanent Council"].id == "oas-permanent-council"


def test_joined_arms_share_their_state(find: Find) -> None:
    assert find("Members of the Peruvian government and parliament met.")["parliament"].id == "per.congress"


@pytest.mark.parametrize("words", ["Observers of the African Union", "African Union observers"])
def test_those_who_speak_for_a_body(find: Find, words: str) -> None:
    assert find(f"{words} praised the vote.")[words].id == "african-union"


def test_date_words_are_no_part_of_a_name(find: Find) -> None:
    found = find("Foreign Minister Ana Quiroz came from Quito. On 14 November Quiroz went home to Ecuador.")
    assert found["Quiroz"].name == "Ana Quiroz"
    assert not any("November" in words for words in found)


def test_two_family_names_before_the_full_name(find: Find) -> None:
    found = find("Pérez Ruano met the press. The lawyer Marta Pérez Ruano had flown in.")
    assert found["Pérez Ruano"].id == "found.marta-perez-ruano"


def test_family_name_at_the_start_of_a_sentence(find: Find) -> None:
    found = find("Reina and Flor were freed. The miners Marta Reina and Luis Flor had struck. Flor's lawyer was there.")
    assert found["Reina"].id == "found.marta-reina"
    assert found["Flor"].id == "found.luis-flor"


def test_office_said_of_someone(find: Find) -> None:
    found = find("Ana Torres won the vote in Honduras. Torres is the lawful president.", date="2019-11-20")
    assert found["lawful president"].id == "found.ana-torres"


def test_title_behind_which_a_name_is_set(find: Find) -> None:
    person = find("Peru expelled the Chilean ambassador, Rosa Leal, on Monday.")["Rosa Leal"]
    assert (person.country, [*person.sectors]) == ("CHL", ["GOV"])


def test_member_of_the_us_congress(find: Find) -> None:
    person = find("Delia Strandquist, R-Ohio, voted against the bill.")["Delia Strandquist"]
    assert (person.country, [*person.sectors]) == ("USA", ["LEG"])


def test_one_minister_of_many_is_not_guessed(find: Find) -> None:
    found = find("The Indian chief minister resigned.", date="2021-06-01")
    assert found["Indian chief minister"].origin == "found"


@pytest.mark.parametrize(
    ("sentence", "words", "country"),
    [
        ("Delhi police arrested five men.", "Delhi police", "IND"),
        ("Chechen fighters entered the town.", "Chechen fighters", "RUS"),
    ],
)
def test_towns_and_regions_tell_the_country(find: Find, sentence: str, words: str, country: str) -> None:
    assert find(sentence)[words].country == country


@pytest.mark.parametrize(
    "sentence",
    [
        "The premier of Canada's Alberta province spoke.",
        "Kenya withdrew its troops from Somalia.",
        "An African Union peacekeeping force in Somalia was hit.",
        "Nassau County opened a library.",
        "The National Security Council met on Monday.",
    ],
)
def test_not_the_state_or_body_next_to_it(find: Find, sentence: str) -> None:
    wrong = {"can.head-of-government", "som.military", "bhs.capital", "un-security-council"}
    assert not wrong & {actor.id for actor in find(sentence).values()}


def test_kind_of_body_before_its_name(find: Find) -> None:
    assert find("The Islamist group Boko Haram attacked a village.")["Islamist group"].id == "boko-haram"


def test_ministry_is_one_name(find: Find) -> None:
    assert "Foreign Affairs" not in find("The Ministry of Foreign Affairs said that Kenya would sign.")
