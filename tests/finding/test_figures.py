"""Figures: which numbers matter, what they measure, whose they are, and the words that say so."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dissensus.actors.mentions import ActorMention, Resolution, Resolved
from dissensus.finding.figure_found import FoundFigure
from dissensus.finding.figures import find_figures
from dissensus.model import Actor, ActorType
from dissensus.parsing.parsed import Parsed, TokenSpan

NOBODY = Resolved([])


def naming(parsed: Parsed, *names: str) -> Resolved:
    """Every place in the first paragraph where one of the names stands as a word, resolved to an actor of that name."""
    resolved = Resolved([])
    for token in parsed.paragraphs[0].doc:
        if token.text in names:
            actor = Actor(id=token.text.lower(), name=token.text, type=ActorType.COUNTRY)
            mention = ActorMention(TokenSpan(0, token.i, token.i + 1), token.i, actor, Resolution("name", 1.0, "named"))
            resolved.mentions.append(mention)
            resolved.by_token[0, token.i] = resolved.by_head[0, token.i] = mention
    return resolved


def whose(figure: FoundFigure) -> str:
    return figure.subject if isinstance(figure.subject, str) else figure.subject.actor.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Inflation reached 276 percent in February.", [(276, "percent", "Inflation")]),
        ("Unemployment stands at 9 per cent.", [(9, "percent", "Unemployment")]),
        ("Police killed at least 36 people in two towns.", [(36, "people", "people killed")]),
        ("Protesters burned two police stations.", [(2, "stations", "police stations burned")]),
        ("Parliament approved the budget by 120 votes.", [(120, "votes", "votes")]),
        ("The president won 55.1 percent of the vote.", [(55.1, "percent", "share of vote")]),
        ("Her party holds 75 of the 130 seats.", [(75, "seats", "seats held"), (130, "seats", "seats")]),
        ("Russia supplied 12,000 tonnes of diesel to Cuba.", [(12_000, "tonnes", "diesel supplied")]),
        ("The bank raised its rate by 50 basis points.", [(50, "basis points", "rise in rate")]),
        ("The United States froze $7 billion of Afghan reserves.", [(7e9, "dollars", "Afghan reserves frozen")]),
        ("The union claims 45,000 members in 23 regions.", [(45_000, "members", None)]),
        ("One soldier was killed and 15 were wounded.", [(1, "soldier", "soldier killed"), (15, None, None)]),
        ("The court gave him a five-year sentence.", [(5, "years", "years of sentence")]),
        ("Poverty fell from 58 percent to 41 percent.", [(41, "percent", "Poverty")]),
        ("Joblessness stands at 9 percent, up from 7 percent.", [(9, "percent", "Joblessness")]),
        (
            "Interest rates were cut by 75 basis points to 6 percent.",
            [(75, "basis points", "cut in Interest rates"), (6, "percent", "Interest rates")],
        ),
        ("It raised the rate by half a percentage point.", [(0.5, "percentage points", "rise in rate")]),
        ("They owe a quarter of a million dollars.", [(250_000, "dollars", "amount owed")]),
        ("With inflation above 90 percent, wages collapsed.", [(90, "percent", "inflation")]),
        ("Copper accounts for 52 percent of exports.", [(52, "percent", "share of exports")]),
        ("They import 30 percent of their wheat.", [(30, "percent", "share of wheat imported")]),
        ("A poll gave the governor between 55% and 60%.", [(55, "percent", "support"), (60, "percent", "support")]),
        ("She leads her rival by nine points.", [(9, "percentage points", "lead")]),
        ("She has a six-point lead.", [(6, "percentage points", "lead")]),
        ("Turnout fell 12 points.", [(12, "percentage points", "fall in Turnout")]),
        ("The stock index fell 40 points, or 3 percent.", []),
        ("It works for all and not for the 1 percent.", []),
        ("With 80 percent of the precincts reporting, nobody led.", []),
        ("It stopped with 80 percent of the ballots counted.", [(80, "percent", None)]),
        ("The ranch is 30 miles from the border.", []),
        ("He weighs 200 pounds.", []),
        ("They seized 40 pounds of cocaine.", [(40, "pounds (weight)", "cocaine seized")]),
        ("The five candidates spoke again.", []),
        ("We were at 16 and he was at 20.", []),
        ("They sold arms worth $12 million.", [(12e6, "dollars", "arms sold")]),
        ("The firm, valued at $3 billion, was sold.", [(3e9, "dollars", "value")]),
        ("The $37 million raised by unions is gone.", [(37e6, "dollars", "amount raised")]),
        ("The army hired 4,000 ex-convicts.", [(4000, "convicts", "convicts hired")]),
        ("Some 400 people died in the riots.", [(400, "people", "people that died in the riots")]),
        ("The margin was 44,000 votes.", [(44_000, "votes", "margin")]),
        ("The poor rose by 22 million.", [(22e6, None, "rise in poor")]),
        ("It produced 40 megawatt hours.", [(40, "megawatt hours", "megawatt hours produced")]),
        ("They pumped between 600 and 700 barrels.", [(600, "barrels", None), (700, "barrels", None)]),
        ("The strike lasted nine days.", [(9, "days", "duration")]),
        ("The party holds 38 of 257 seats.", [(38, "seats", "seats held"), (257, "seats", "seats")]),
        ("Her list won by 52 to 48 percent.", [(52, "percent", "share of vote")]),
        ("Against them were 62 percent who rejected it.", [(62, "percent", "share of people that rejected it")]),
        ("Output is 10 percent below its peak.", [(10, "percent", "Output below")]),
        ("The refinery processes 140,000 b/d.", [(140_000, "barrels per day", "barrels per day processed")]),
        ("The firm laid off 1,300 workers.", [(1300, "workers", "workers laid off")]),
        ("The gangs number some 200.", [(200, None, "gangs")]),
        ("In the 13 months since she took office, nothing changed.", []),
        ("The Senate approved it by 41 votes to 28.", [(41, "votes", "votes in favour"), (28, None, "votes against")]),
        ("The House rejected it by 41 votes to 28.", [(41, "votes", "votes"), (28, None, "votes")]),
        ("She spent 16 years in prison.", [(16, "years", "years in prison")]),
        ("He has ruled the country for 24 years.", [(24, "years", "years of ruling")]),
        ("Two-thirds of voters rejected the charter.", [(2 / 3, "share", None)]),
        (
            "Congress removed the governor with 73 votes in favor and 32 against.",
            [(73, "votes", "votes in favour"), (32, None, "votes against")],
        ),
        ("He looks back at the latter half of the 1970s.", []),
        ("Inflation has fallen to 50-year lows.", []),
        ("They have a 5-to-4 majority in the court.", []),
        ("He was shocked, said Haines, 44.", []),
        ("It is a Fortune 500 company.", []),
        ("The murder rate was 45 per 100,000 inhabitants.", [(45, "per 100,000 inhabitants", "murder rate")]),
        ("France will withdraw its 1,500 troops.", [(1500, "troops", "troops withdrawn")]),
        ("They built a 372-kilometre railway.", [(372, "kilometres", "length of railway")]),
        ("The 12-member council met again.", [(12, "member", "members of council")]),
        ("The company owes $500 million.", [(500e6, "dollars", None)]),
        ("Mexico deported 5,300 Cubans.", [(5300, "Cubans", "Cubans deported")]),
        ("The fund approved a $44 billion loan.", [(44e9, "dollars", "loan approved")]),
        ("They demanded a 15 percent wage increase.", [(15, "percent", "wage increase demanded")]),
        (
            "There are 800 foreign bases in 80 countries.",
            [(800, "bases", "foreign bases")],
        ),
        ("The death toll rose to 49.", [(49, None, "death toll")]),
        ("Military spending rose 6.8 percent to $2.4 trillion.", [(6.8, "percent", None), (2.4e12, "dollars", None)]),
        ("Brazil's debt is 75% of output.", [(75, "percent", "Brazil debt as share of output")]),
        ("The war cost 260,000 lives.", [(260_000, "lives", "lives")]),
        ("The rebels took 45 hostages.", [(45, "hostages", "hostages taken")]),
        ("The new bridge cost 1.5 billion pesos.", [(1.5e9, "pesos", "cost of new bridge")]),
        ("At least 12 dead and dozens hurt in the capital", [(12, None, "people dead")]),
        ("It is the poorest state, with 60 percent poverty.", [(60, "percent", "poverty")]),
        ("Gunmen in three vehicles attacked the convoy.", []),
        ("Some 3.2 million went hungry in the north.", [(3.2e6, None, "number that went hungry in the north")]),
        ("Four former presidents signed the letter.", [(4, "presidents", "former presidents that signed the letter")]),
        ("They will reduce the staff by 600 clerks.", [(600, "clerks", "reduction in staff")]),
        ("It had debts of $2.4 million.", [(2.4e6, "dollars", "debts")]),
        ("It deleted 100, 000 posts.", [(100_000, "posts", "posts deleted")]),
        ("Support is higher in the north (up 15%).", [(15, "percent", "rise in Support")]),
        ("Turnout in the south was down by 12 percent.", [(12, "percent", "fall in Turnout")]),
        ("Wages were 30 percent lower.", [(30, "percent", "Wages lower")]),
        ("Two in three voters reject the treaty.", [(2 / 3, "share", None)]),
        ("It paid for tanks to the tune of $5 million.", [(5e6, "dollars", None)]),
        ("The court barred two mayors and jailed three men.", [(2, "mayors", None), (3, "men", None)]),
        ("They spent 44 years under occupation.", [(44, "years", None)]),
        ("It is an alliance of 33 states.", [(33, "states", "states")]),
        ("They issued six of these.", [(6, None, None)]),
        ("Since the land reform began over 30 years ago, it has stalled.", [(30, "years", None)]),
    ],
)
def test_numbers_that_matter(parse, text, expected) -> None:
    found = find_figures(parse(text, date="2024-06-26"), NOBODY)
    assert [(round(f.value, 6), f.unit) for f in found] == [(round(value, 6), unit) for value, unit, _ in expected]
    for figure, (_, _, measure) in zip(found, expected, strict=True):
        assert measure is None or figure.measure == measure


@pytest.mark.parametrize(
    "text",
    [
        "On the one hand, the two sides agreed on two points.",
        "The two countries restored relations.",
        "One of the ministers resigned, and no one knew.",
        "Two days later the army moved.",
        "He was 81 years old.",
        "The talks lasted five hours.",
        "It fell into its 200 page report.",
        "The top 10 donors met, with the 10 richest men.",
        "You are worth a thousand of your bosses.",
        "It applied Article 7 of Law 348 on 5 May at 10:30 a.m.",
        "Hundreds of farmers and thousands of miners blocked roads.",
        "Ana Ruiz, 34, was elected mayor at 5 p. m. in the plaza.",
        "It has zero tolerance.",
        "Ana Ruiz was 18 then, and the 486 was new.",
        "In 2019 the first round failed.",
        "They fought World War 2 and Resolution 1701.",
        "There were one or two setbacks.",
        "One-hundred percent!",
        "Two staffers made the trip and saw two levels.",
        "He spoke of a two-state solution in a two-party system.",
        "All 2016 presidential candidates came.",
        "The richest 1 percent are pleased.",
        "The poll has a margin of error of 3 percentage points.",
        "Three million fewer people came.",
        "Its haul is within $4 million of the record.",
        "Five reporters waited with twelve chairs.",
        "His wife of 20 years came to see him.",
    ],
)
def test_numbers_that_do_not(parse, text) -> None:
    assert find_figures(parse(text, date="2024-06-26"), NOBODY) == []


@pytest.mark.parametrize(
    ("text", "names", "owner"),
    [
        ("Cuba sent 400 teachers to Angola.", ["Cuba", "Angola"], "Cuba"),
        ("The 400 teachers were sent by Cuba.", ["Cuba"], "Cuba"),
        ("Angola received 400 Cuban teachers.", ["Angola", "Cuban"], "Angola"),
        ("Inflation in Argentina reached 276 percent.", ["Argentina"], "Argentina"),
        ("Argentina's inflation reached 276 percent.", ["Argentina"], "Argentina"),
        ("67 percent of Bolivians voted no.", ["Bolivians"], "Bolivians"),
        ("Five Haitian towns were burned.", ["Haitian"], "Haitian"),
        ("France, which is leaving, will withdraw 1,500 troops from Niger.", ["France", "Niger"], "France"),
        ("Mexico wants to buy 20 helicopters.", ["Mexico"], "Mexico"),
        ("The state signed three laws drafted by Chile.", ["Chile"], "Chile"),
        ("The strike closed four mines.", [], "strike"),
        ("Chile bought 70 percent of Peru's copper.", ["Chile", "Peru"], "Chile"),
        ("Chile was ordered to pay Peru $9 million.", ["Chile", "Peru"], "Chile"),
        ("Chile lent Peru $9 million.", ["Chile", "Peru"], "Peru"),
        ("Chile jailed Castillo for ten years.", ["Chile", "Castillo"], "Castillo"),
        ("The bombing of a Cuban airliner killed 73 people.", ["Cuban"], "bombing of a Cuban airliner"),
        ("A poll put her rating at 55 percent.", [], "rating"),
        ("A dry river fell 7 percent.", [], "dry river"),
        ("The tally gives Chile 1,280 seats.", ["Chile"], "Chile"),
        ("Peru fared well in many of the 16 provinces of Chile.", ["Peru", "Chile"], "Chile"),
        ("Peru banned the Cubans — 12,000 members of a movement — last week.", ["Peru", "Cubans"], "Cubans"),
    ],
)
def test_whose_number_it_is(parse, text, names, owner) -> None:
    parsed = parse(text)
    (figure,) = find_figures(parsed, naming(parsed, *names))
    assert whose(figure) == owner


def test_the_date_of_a_number_is_that_of_its_clause(parse) -> None:
    parsed = parse("Output fell 3 percent in 2021, and in 2022 the state sold 12 mines.")
    dates = [figure.date.start for figure in find_figures(parsed, NOBODY) if figure.date]
    assert dates == ["2021-01-01", "2022-01-01"]
    (figure,) = find_figures(parse("Turnout was 38.1%, down from 2018."), NOBODY)
    assert figure.date is None


def test_a_range_gives_two_approximate_figures_with_the_same_words(parse) -> None:
    parsed = parse("The state imports between 20,000 and 25,000 barrels of fuel a day.")
    low, high = find_figures(parsed, NOBODY)
    assert (low.value, high.value) == (20_000, 25_000)
    assert low.approximate
    assert high.approximate
    assert low.span == high.span
    assert low.unit == "barrels per day"


def test_the_evidence_is_readable_and_exact(parse) -> None:
    text = "In a grim year — so the “ministry” says — police detained 2,300 activists, and (with a 150m pier) it grew."
    parsed = parse(text)
    assert [parsed.text(figure.span) for figure in find_figures(parsed, NOBODY)] == [
        "police detained 2,300 activists",
        "a 150m pier",
    ]


def test_what_a_figure_says_of_itself(parse) -> None:
    (figure,) = find_figures(parse("Output fell 7 percent."), NOBODY)
    assert figure.rule == "figure.percent.change"
    assert figure.words == ("7 percent", "output", "fall")
    (worded,) = find_figures(parse("They sold two mines."), NOBODY)
    (digits,) = find_figures(parse("They sold 200 mines."), NOBODY)
    assert worded.confidence < digits.confidence < figure.confidence


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            "the army of Peru killed 12 people and two in 2019 , $5 million for three ships ( 7 percent ) fell by a "
            "third since four years ago . which 15-20 dead he to with".split()
        ),
        min_size=3,
        max_size=18,
    )
)
def test_evidence_stays_in_its_sentence_and_holds_the_number(parse, words: list[str]) -> None:
    parsed = parse(" ".join(words) + " end.", date="2024-06-26")
    for figure in find_figures(parsed, NOBODY):
        doc = parsed.paragraphs[figure.span.paragraph].doc
        sentence = doc[figure.number.end - 1].sent
        assert figure.span.start <= figure.number.end - 1 < figure.span.end
        assert sentence.start <= figure.span.start < figure.span.end <= sentence.end
        assert figure.measure.strip()
        assert whose(figure).strip()
        assert 0 < figure.confidence <= 1
