"""Plain sentences of how two actors stand to one another, and of those who only seem to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Commitment, Statement
from tests.finding.told import ties_told

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "a", "relation", "b"),
    [
        ("As a member of Mercosur, Paraguay must pay.", "PRY", "member_of", "Mercosur"),
        ("Mercosur, of which Uruguay is a member, met in Bogotá.", "URY", "member_of", "Mercosur"),
        ("Panama and three other members of Mercosur voted.", "PAN", "member_of", "Mercosur"),
        ("Chile, Peru and Mexico form Mercosur.", "PER", "member_of", "Mercosur"),
        ("Colombia, a friend of the M-19 guerrilla, joined Mercosur.", "COL", "member_of", "Mercosur"),
        ("Chad and other allies of France recalled their envoys.", "TCD", "ally_of", "FRA"),
        ("Peru's allies in the region, such as Chile, protested.", "CHL", "ally_of", "PER"),
        ("Washington's closest ally in the region, Panama, hosts seven bases.", "PAN", "ally_of", "USA"),
        ("With Cuba as its only ally, Peru is isolated.", "CUB", "ally_of", "PER"),
        ("The alliance of Chile and Panama is twenty years old.", "CHL", "ally_of", "PAN"),
        ("The relationship between Chile and Panama is strong.", "CHL", "ally_of", "PAN"),
        ("Gustavo Petro and Javier Milei have fallen out.", "Gustavo Petro", "opposes", "Javier Milei"),
        ("Gustavo Petro and Javier Milei loathe each other.", "Gustavo Petro", "opposes", "Javier Milei"),
        ("Relations between Gustavo Petro and Javier Milei are icy.", "Gustavo Petro", "opposes", "Javier Milei"),
        ("Evo Morales has nothing but contempt for Jeanine Áñez.", "Evo Morales", "opposes", "Jeanine Áñez"),
        ("Chile views the government of Peru with suspicion.", "CHL", "distrusts", "PER"),
        ("France regards Gustavo Petro with contempt.", "FRA", "opposes", "Gustavo Petro"),
        (
            "Rafael Correa still controls the Citizen Revolution party.",
            "Rafael Correa",
            "controls",
            "Citizen Revolution Movement",
        ),
        (
            "Gabriel Boric took office as the successor of Sebastián Piñera.",
            "Gabriel Boric",
            "succeeds",
            "Sebastián Piñera",
        ),
        ("Javier Milei referred to Gustavo Petro as Chile's puppet.", "CHL", "controls", "Gustavo Petro"),
        (
            "The FARC, whose leader was Manuel Marulanda, lost.",
            "Manuel Marulanda",
            "leads",
            "Revolutionary Armed Forces of Colombia",
        ),
        ("South Bend, Indiana Mayor Pete Buttigieg criticised the report.", "Pete Buttigieg", "leads", "South Bend"),
        ("Fidel Castro helps Chile.", "Fidel Castro", "supports", "CHL"),
    ],
)
def test_plain_ties(find: Find, sentence: str, a: str, relation: str, b: str) -> None:
    assert (a, relation, b) in ties_told(find(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Evo Morales is a colleague and ex-rival of Luis Arce.",
        "Evo Morales, once an ally of Luis Arce, left.",
        "Ecuador used to be an ally of Chile.",
        "On the other side of Africa, Morocco is a decent bet.",
        "On the Republican side, Donald Trump won.",
        "Garland is a nominee to replace Antonin Scalia.",
        "Susan Rice is one of the candidates to replace Hillary Clinton.",
        "Donald Trump inherited a strong economy from Barack Obama.",
        "The conflicts of Chad, Yemen and Libya worry the world.",
        "Marco Rubio is a leading figure inside his party.",
        "Few Hondurans trust the police.",
        "The two countries co-operate to counter Iran.",
        "Michael Cohen represents Donald Trump.",
        "Donald Trump loves New Hampshire.",
        "I love Evo Morales.",
        "Marines confronted Evo Morales in his residence.",
        "Marco Rubio joined Democrats in writing a bill.",
        "Peru's left-wing rebels left.",
        "Bill Clinton had a relationship with Monica Lewinsky.",
        "Justice Ruth Bader Ginsburg met Hillary Clinton in Chile.",
        "State Attorney General Greg Abbott left the United States.",
        "Chile supplies Panama with oil.",
        "The alliance between Chile and Panama has collapsed.",
        "The friendship between Gustavo Petro and Luis Arce came to an end.",
        "He commanded the Democratic Party to open its doors.",
        "Chile and Panama fight for control of Peru.",
    ],
)
def test_those_who_only_seem_to_stand_to_one_another(find: Find, sentence: str) -> None:
    assert not any(s.tie and s.tie.relation.value != "trades_with" for s in find(sentence))


def test_a_vice_president_leads_no_company(find: Find) -> None:
    sentence = "Ivanka Trump is an executive vice president of the Trump Organization."
    assert not any(s.tie and s.tie.relation.value == "leads" for s in find(sentence))


def test_an_owner_who_gives_to_another_is_not_that_other(find: Find) -> None:
    assert not ties_told(find("The company is owned by a major donor to Ted Cruz."))


def test_what_one_is_before_the_clause_is_stated(find: Find) -> None:
    [tie] = [s for s in find("As a member of Mercosur, Paraguay must pay.") if s.tie]
    assert tie.commitment is Commitment.STATED


def test_litotes_is_enmity_and_no_denial(find: Find) -> None:
    [tie] = [s for s in find("Norway is no friend of Kenya.") if s.tie]
    assert (tie.tie is not None and tie.tie.sign, tie.commitment) == (-1, Commitment.STATED)
    [over] = [s for s in find("Norway is no ally of Kenya any more.") if s.tie]
    assert (over.tie is not None and over.tie.sign, over.commitment) == (1, Commitment.DENIED)


def test_to_apply_is_not_to_belong(find: Find) -> None:
    [tie] = [s for s in find("Colombia has applied to join BRICS.") if s.tie]
    assert tie.commitment is Commitment.PREDICTED


def test_offices_last_as_long_as_is_told(find: Find) -> None:
    ties = [s.tie for s in find("Luis Arce was economy minister of Bolivia until 2019.") if s.tie]
    assert [(t.period.start, t.period.end) for t in ties] == [(None, "2019-12-31")]


def test_whom_a_word_only_names_stands_so_whatever_is_denied(find: Find) -> None:
    [tie] = [s for s in find("Gustavo Petro did not meet his closest ally, Luis Arce.") if s.tie]
    assert tie.commitment is Commitment.STATED


def test_what_is_ours_is_not_the_speakers_own(find: Find) -> None:
    assert not ties_told(find('"We must fight our enemies, such as Iran," Marco Rubio said.')) & {
        ("IRN", "opposes", "Marco Rubio")
    }
