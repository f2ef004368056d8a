"""Descriptions that take up someone or something named before, and whose words a document gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding.analyse import Analyser
from dissensus.parsing.parsed import Parsed

Named = Callable[..., dict[str, str]]


@pytest.fixture
def named(analyser: Analyser, parse: Callable[..., Parsed]) -> Named:
    """The actor's id that each run of words stands for; of two alike the last."""

    def run(text: str, date: str = "2019-10-20") -> dict[str, str]:
        parsed = parse(text, date=date)
        return {parsed.text(m.span): m.actor.id for m in analyser.resolver.resolve(parsed).mentions}

    return run


def test_the_country_is_the_one_that_is_acted_on(named: Named) -> None:
    text = "Peru held elections in Lima. Observers praised Peru. The United States left the country."
    assert named(text)["country"] == "per"


def test_the_country_is_the_one_of_the_sentence(named: Named) -> None:
    text = "Chile and Peru trade a lot. Peruvians often leave the country."
    assert named(text)["country"] == "per"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Bolivia sells gas to Argentina and Spain. The landlocked country needs a port.", "landlocked country", "bol"),
        ("The United States warned Ecuador. Spain defended the Andean nation.", "Andean nation", "ecu"),
        ("Spain has hotels in Cuba. The United States blockades the Caribbean nation.", "Caribbean nation", "cub"),
    ],
)
def test_a_state_by_its_region(named: Named, text: str, words: str, actor: str) -> None:
    assert named(text)[words] == actor


def test_both_countries_are_the_two_named_together(analyser: Analyser, parse: Callable[..., Parsed]) -> None:
    parsed = parse("Bolivia and Chile broke off relations in 1978. Both countries later talked.")
    together = analyser.resolver.resolve(parsed).several
    assert [[m.actor.id for m in several] for several in together.values()] == [["bol", "chl"]]


def test_three_countries_are_not_two(analyser: Analyser, parse: Callable[..., Parsed]) -> None:
    parsed = parse("Bolivia, Chile and Peru broke off talks. Both countries later talked.")
    assert analyser.resolver.resolve(parsed).several == {}


def test_the_leader_of_a_state_at_a_date(named: Named) -> None:
    assert named("Spain thanked the Bolivian leader.")["Bolivian leader"] == "evo-morales"


def test_a_leader_of_others_is_not_the_one_of_the_state(named: Named) -> None:
    assert "evo-morales" not in named("Spain thanked the Bolivian indigenous leader.").values()


def test_a_title_takes_up_who_bore_it(named: Named) -> None:
    text = "General Ada Werth spoke in Quito. Ecuador was calm. The general praised the students."
    assert named(text)["general"] == "found.ada-werth"


def test_the_president_is_the_one_named_last_of_those_called_so(named: Named) -> None:
    text = (
        "President Sebastián Piñera received President Evo Morales. Morales left early. Piñera stayed. "
        "The president later spoke to the press."
    )
    assert named(text)["president"] == "sebastian-pinera"


def test_who_was_declared_president_is_the_one_of_whom_it_is_said(named: Named) -> None:
    assert named("Ada Werth was declared the new president.")["new president"] == "found.ada-werth"


def test_the_right_to_something_is_no_party(named: Named) -> None:
    assert not any("right" in words for words in named("Spain defends the right of Bolivians to vote."))


def test_we_in_a_statement_are_those_it_is_by(named: Named) -> None:
    text = "Statement by President Evo Morales on the Blockade\n\nThe sea is ours by right. We call on Chile to talk."
    assert named(text)["We"] == "bol"


def test_we_in_an_article_are_nobody_known(named: Named) -> None:
    text = "Thoughts on Evo Morales\n\nThe sea is far away. We call on Chile to talk."
    assert "We" not in named(text)


def test_we_of_a_party_are_the_party(named: Named) -> None:
    text = "Communiqué of the Workers' Party of Brazil\n\nThe vote is over. We reject the coup."
    assert named(text)["We"] == "partido-dos-trabalhadores"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The unions fight against capitalism.", "capitalism", "capitalism"),
        ("They resist US imperialism.", "US imperialism", "usa"),
        ("The Chavista government fell.", "Chavista government", "ven.government"),
    ],
)
def test_camps_of_thought(named: Named, text: str, words: str, actor: str) -> None:
    assert named(text)[words] == actor


@pytest.mark.parametrize("text", ["A wave of anti-communism rose.", "The socialist government fell."])
def test_what_is_no_camp_of_thought(named: Named, text: str) -> None:
    assert {"communism", "socialism"}.isdisjoint(named(text).values())


def test_of_all_the_americas_is_not_of_the_united_states(named: Named) -> None:
    assert "usa" not in named("The Inter-American Democratic Charter binds Peru.").values()


def test_a_title_of_state_does_not_hide_the_name(named: Named) -> None:
    assert named("Secretary of State Mike Pompeo warned Cuba.")["Secretary of State Mike Pompeo"] == "mike-pompeo"


def test_whom_a_state_backs_is_not_of_that_state(named: Named) -> None:
    found = named("The U.S.-backed opposition marched in Caracas. The United States praised it.")
    assert found["U.S.-backed"] == "usa"
    assert "usa.opposition" not in found.values()


def test_the_region_is_the_one_named_last(named: Named) -> None:
    text = "Spain trades with Latin America. France wants the region's lithium."
    assert named(text)["region"] == "latin-america"


def test_what_only_tells_where_is_no_party(named: Named) -> None:
    assert "region" not in named("Spain trades with Latin America. France has troops in the region.")


def test_the_government_of_one_of_a_family_of_leaders(named: Named) -> None:
    assert named("The Bush administration denied the report.")["Bush administration"] == "usa.government"


def test_a_regime_of_long_ago_is_that_of_its_leader(named: Named) -> None:
    assert named("The Batista regime fell.")["Batista regime"] == "cub.government.fulgencio-batista"
    assert named("Pinochet's brutal regime fell.")["Pinochet's brutal regime"] == "chl.government.augusto-pinochet"
    assert named("The Fujimori dictatorship fell.")["Fujimori dictatorship"] == "per.government.alberto-fujimori"
    assert named("The Maduro regime fell.")["Maduro regime"] == "ven.government"


def test_a_former_regime_is_not_that_of_today(named: Named) -> None:
    assert "cub.government" in named("The army left Cuba. The government fell.").values()
    assert "cub.government" not in named("The army left Cuba. The former regime fell.").values()


def test_an_office_means_the_one_named_before_who_held_it(analyser: Analyser, parse: Callable[..., Parsed]) -> None:
    def meant(text: str, date: str | None) -> list[str]:
        parsed = parse(text, language="en", date=date)
        mentions = analyser.resolver.resolve(parsed).mentions
        return [m.actor.name for m in mentions if parsed.text(m.span) == "secretary of state"]

    alone = "Condoleezza Rice spoke. Peru disagreed. The secretary of state laughed."
    both = "Condoleezza Rice and Hillary Clinton spoke. Peru disagreed. The secretary of state laughed."
    assert meant(alone, None) == ["Condoleezza Rice"]
    assert meant(both, "2006-05-01") == ["Condoleezza Rice"]
    assert meant(both, None) == []


@pytest.mark.parametrize("words", ["ex-president", "former president", "exiled leader", "former Bolivian leader"])
def test_who_once_led_a_state_is_the_one_named_before(named: Named, words: str) -> None:
    text = f"Evo Morales met Nicolás Maduro. The {words} thanked Mexico."
    assert named(text, date="2020-06-15")[words] == "evo-morales"


def test_who_still_leads_it_is_no_former_president(named: Named) -> None:
    text = "Nicolás Maduro spoke in Caracas. The former president thanked Mexico."
    assert named(text, date="2020-06-15").get("former president") != "nicolas-maduro"
