"""How what is counted is told, and of several numbers in one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.actors.mentions import Resolved
from dissensus.finding.figures import find_figures
from dissensus.model import Commitment, Kind, Statement

Find = Callable[..., list[Statement]]
NOBODY = Resolved([])


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("An average of 71 percent of nurses approve of the strike.", "share of nurses that approve of the strike"),
        (
            "Some 64 percent of Peruvians said the judges were at fault.",
            "share of Peruvians that said the judges were at fault",
        ),
        ("One in six Chileans voted blank.", "share of Chileans that voted blank"),
        ("Two million people did not vote.", "people that did not vote"),
        (
            "Almost 25 percent of the voters are not familiar with him.",
            "share of voters that are not familiar with him",
        ),
        ("Some 155 deputies took over the building on Monday.", "deputies that took over the building"),
        ("Only 14 percent trust the judges.", "share that trust the judges"),
        ("Nine of ten Paraguayans speak Guaraní.", "share of Paraguayans that speak Guaraní"),
        ("In the survey, 57 percent of respondents oppose the law.", "share of respondents that oppose the law"),
        ("The law was rejected by 64 percent of the electorate.", "share of electorate that rejected law"),
        ("The strike was joined by 300 workers.", "workers that joined strike"),
        ("More than 250,000 Bolivians are expected to vote abroad.", "Bolivians expected to vote abroad"),
        ("Some 8,000 people are registered as victims of the war.", "people registered as victims of the war"),
        ("There are still 300 prisoners missing.", "prisoners missing"),
        ("The mayor has 200 guards on strike.", "guards on strike"),
        ("The army has carried out 45 strikes on boats.", "strikes carried out"),
        ("There were 45 strikes on drug boats.", "strikes on drug boats"),
        ("They imposed sanctions on 40 officials.", "sanctions on officials"),
        ("They face charges over the deaths of 49 protesters.", "deaths of protesters"),
        ("They hold a majority of 12 seats.", "majority of seats"),
        ("The mayor beat his rival by 44,000 votes.", "margin of votes"),
        ("She won by a margin of four points.", "margin"),
        ("She is 12 points ahead of her rival.", "lead"),
        ("They gave the army 40 million dollars in aid.", "aid given"),
        ("The state has a deficit of 3 percent of output.", "deficit as share of output"),
        ("GDP per capita fell to 2,500 dollars.", "GDP per capita"),
        ("The island has been under embargo for 60 years.", "years under embargo"),
        ("The raid left at least 19 people dead.", "people dead"),
        ("Output fell by half.", "fall in Output"),
        ("The peso lost half its value.", "loss of value"),
        ("The number of prisoners doubled.", "doubling of number of prisoners"),
        ("Prices are running at 12 percent.", "Prices"),
        ("Soy accounts for 60 percent of exports.", "share of exports"),
    ],
)
def test_what_is_counted(parse, text: str, measure: str) -> None:
    (figure,) = find_figures(parse(text, date="2024-06-26"), NOBODY)
    assert figure.measure == measure


@pytest.mark.parametrize(
    "text",
    [
        "The firm sold 40 percent to a bank.",
        "With six presidents in ten years, everything stalls.",
        "The poll reached 1,200 respondents.",
        "He doubled down on his promise.",
        "The plan split the party in half.",
    ],
)
def test_what_says_nothing(parse, text: str) -> None:
    assert find_figures(parse(text), NOBODY) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Brazil sent 40 soldiers, Chile 20 and Peru 10.", [("Brazil", 40), ("Chile", 20), ("Peru", 10)]),
        ("Cuba bought 3 million tonnes of rice, Peru 2 million.", [("Cuba", 3e6), ("Peru", 2e6)]),
        ("Ana Ruiz got 30 percent, ahead of Leo Paz with 27 percent.", [("Ana Ruiz", 30), ("Paz", 27)]),
        ("Chile voted 101-6.", [("Chile", 101), ("Chile", 6)]),
        ("The judge gave the mayor a 45-year sentence.", [("mayor", 45)]),
        ("The judge handed a ten-year sentence to the mayor.", [("judge", 10)]),
        ("The mission gave the mayor the strength to win 59 percent.", [("mayor", 59)]),
        ("The storm left 23 dead.", [("storm", 23)]),
        ("The ministry put the death toll at 40.", [("death toll", 40)]),
        ("The court fined the Liberal Party 23 million reais.", [("Liberal Party", 23e6)]),
        ("The tariff rose from 10 to 50 percent.", [("tariff", 50)]),
        ("The motion passed by 25 votes to three.", [("motion", 25), ("motion", 3)]),
        ("Poverty fell from 30 percent in 2010 to 20 percent in 2015.", [("Poverty", 30), ("Poverty", 20)]),
        ("Reserves of two billion dollars have fallen to one billion dollars.", [("Reserves", 1e9)]),
    ],
)
def test_whose_numbers_they_are(parse, text: str, told: list[tuple[str, float]]) -> None:
    found = find_figures(parse(text), NOBODY)
    assert [(figure.subject, figure.value) for figure in found] == told


def test_every_value_of_a_series_has_its_own_date(parse) -> None:
    found = find_figures(parse("Poverty fell from 30 percent in 2010 to 20 percent in 2015."), NOBODY)
    assert [figure.date and figure.date.start for figure in found] == ["2010-01-01", "2015-01-01"]


def test_the_evidence_holds_what_those_counted_do(find: Find) -> None:
    (made,) = _figures(find("Half of Salvadorans have a relative abroad."))
    assert made.evidence.quote == "Half of Salvadorans have a relative abroad"


@pytest.mark.parametrize(
    ("text", "commitment"),
    [
        ("Spain has pledged 50 million euros.", Commitment.STATED),
        ("Spain will pledge 50 million euros.", Commitment.PREDICTED),
        ("Two million Chileans did not vote.", Commitment.STATED),
        ("Spain barred three deputies from voting.", Commitment.STATED),
        ("Spain plans to send 400 soldiers.", Commitment.PREDICTED),
        ("Spain did not send 400 soldiers.", Commitment.DENIED),
    ],
)
def test_what_is_pledged_is_told_as_pledged(find: Find, text: str, commitment: Commitment) -> None:
    (made,) = _figures(find(text))
    assert made.commitment is commitment
    assert made.holder.is_author


def _figures(statements: list[Statement]) -> list[Statement]:
    return [made for made in statements if made.kind is Kind.FIGURE]
