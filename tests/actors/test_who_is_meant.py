"""Who is meant by names that several may bear, that things bear, or that kin share, and by bodies told of again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding.analyse import Analyser
from dissensus.parsing.parsed import Parsed

Named = Callable[..., dict[str, str]]


@pytest.fixture
def named(analyser: Analyser, parse: Callable[..., Parsed]) -> Named:
    """The actor's name that each run of words stands for; of two alike the last."""

    def run(text: str, date: str = "2020-06-15") -> dict[str, str]:
        parsed = parse(text, date=date)
        return {parsed.text(m.span): m.actor.name for m in analyser.resolver.resolve(parsed).mentions}

    return run


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # things that bear a person's name
        ("Instituto Lula attacked the bank.", "Instituto Lula", "Instituto Lula"),
        ("Rebels attacked José Martí airport.", "José Martí airport", "José Martí airport"),
        (
            "The students of the Fundação Getulio Vargas marched against the law.",
            "Fundação Getulio Vargas",
            "Fundação Getulio Vargas",
        ),
        # other people of like names
        ("Charles Elliott III thanked the crowd.", "Charles Elliott III", "Charles Elliott III"),
        ("Jorge Castro Ruiz sued the mayor.", "Jorge Castro Ruiz", "Jorge Castro Ruiz"),
        ("Neither Petro nor Lula came.", "Petro", "Gustavo Petro"),
        # a family name that one leader alone bears, long after, and those that others may bear
        ("Nixon condemned Allende.", "Allende", "Salvador Allende"),
        ("Trujillo hated the Mirabal sisters.", "Mirabal", "Mirabal"),
        ("Castro insulted the United States.", "Castro", "Castro"),
        # kin by their given names
        ("Fidel Castro's brother Raúl spoke.", "Raúl", "Raúl Castro"),
        ("Ana Soria met Luis Paz. Soria thanked her brother, Juan.", "Juan", "Juan Soria"),
        # police of a town, and of the army
        ("Chicago's police beat the miners.", "Chicago's police", "Chicago police"),
        ("The military police of Brazil beat miners.", "military police of Brazil", "Brazilian military police"),
        # a party of the opposition by its name
        ("Peru's main opposition party, Fuerza Popular, lost.", "Peru's main opposition party", "Fuerza Popular"),
        ("In Peru the opposition-controlled congress voted on it.", "congress", "Congress of Peru"),
        # no part of a title is part of the name, and one of a party is not the party
        ("White House Chief of Staff Juan Ruiz spoke.", "White House Chief of Staff Juan Ruiz", "Juan Ruiz"),
        ("A Sandinista who fled spoke.", "Sandinista", "Sandinista National Liberation Front member"),
        # those of one side
        ("The Chilean left is weak.", "Chilean left", "Chilean left"),
        ("Peru's fierce militia attacked.", "Peru's fierce militia", "Peruvian militia"),
    ],
)
def test_by_name(named: Named, text: str, words: str, name: str) -> None:
    assert named(text).get(words) == name


def test_the_same_group_of_three_countries(analyser: Analyser, parse: Callable[..., Parsed]) -> None:
    (several,) = analyser.resolver.resolve(parse("French, British and US firms came.")).several.values()
    assert {m.actor.name for m in several} == {"French firms", "UK firms", "US firms"}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The ELN left the talks. The rebels killed a guard.", "rebels", "National Liberation Army (Colombia)"),
        ("The ELN fought the FARC. The rebels killed a guard.", "rebels", "rebels"),
        ("The National Action Party lost. The conservative party sued.", "conservative party", "National Action Party"),
        ("The National Action Party lost. The ruling party sued.", "ruling party", "ruling party"),
        ("The OAS spoke. The regional body sued.", "regional body", "Organization of American States"),
        ("The OAS spoke. Ana Soria hurt her body.", "body", None),
        ("The World Bank came. The bank lent money.", "bank", "World Bank"),
        ("The US embassy in La Paz spoke. The embassy denied it.", "embassy", "Embassies of the United States"),
        ("Clarín criticised Macri. The media group lost readers.", "media group", "Clarín"),
        ("Mexico condemned the raid on its embassy.", "embassy", "Embassies of Mexico"),
        ("Jeanine Áñez, whose government fell, wept.", "government", "Government of Bolivia"),
        ("Maduro, whose regime jailed Ana Soria, left.", "regime", "Government of Venezuela"),
        ("Zelaya was ousted by the army. He fled to Costa Rica.", "army", "Army of Honduras"),
        ("Peru mediated between Maduro and the opposition.", "opposition", "Opposition in Venezuela"),
        ("The Salvadoran army occupied the legislature.", "legislature", "Legislative Assembly of El Salvador"),
        ("Backed by Washington, Guaidó called on the army.", "army", "Bolivarian Army of Venezuela"),
        ("President Trump condemned Maduro and his regime.", "regime", "Government of Venezuela"),
    ],
)
def test_told_of_again(named: Named, text: str, words: str, name: str | None) -> None:
    assert named(text).get(words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ana Soria sued Luis Paz. Paz thanked her.", "her", "Ana Soria"),
        ("Lula accused Bolsonaro of ruining his country.", "his", "Jair Bolsonaro"),
        ("Trump threatened Maduro and his friends.", "his", "Nicolás Maduro"),
        ("Peru left Chile after its embassy fell.", "its", None),
    ],
)
def test_pronouns(named: Named, text: str, words: str, name: str | None) -> None:
    assert named(text).get(words) == name


def test_a_leader_is_not_met_by_himself(named: Named) -> None:
    text = "Cuba held a vote in Havana. The president met Raúl Castro."
    assert named(text, date="2014-05-05").get("president") is None


def test_an_embassy_tells_not_where_it_happens(named: Named) -> None:
    text = (
        "Peru voted. Peru jailed Ana Soria. The Mexican embassy shut and the Mexican ambassador left. Protesters wept."
    )
    assert named(text)["Protesters"] == "Peruvian protesters"


def test_the_president_of_a_body_is_not_of_the_state(named: Named) -> None:
    text = "In Quito CONAIE marched. Leonidas Iza, its president, spoke in Quito. In Ecuador the president listened."
    assert named(text, date="2022-06-20")["president"] == "Guillermo Lasso"
