"""Parties told before their clause, in lists that run on, or by names that the parser takes for something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Statement
from tests.finding.told import events_told, ties_told

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "actor", "type_", "recipient"),
    [
        ("Evo Morales expelled Chevron, accusing it of meddling.", "Evo Morales", "ACCUSE", "Chevron"),
        ("Donald Trump sanctioned Venezuela and threatened it with invasion.", "Donald Trump", "THREATEN", "VEN"),
        ("The United States occupied Haiti, forcing it to repay its debts.", "USA", "COERCE", "HTI"),
        ("Peru sued Chile to seize its assets.", "PER", "COERCE", "CHL"),
        ("Israel attacked Lebanon, killing its prime minister.", "ISR", "ASSAULT", "LBN"),
        (
            "The government jailed María Corina Machado after accusing her of treason.",
            "VEN",
            "COERCE",
            "María Corina Machado",
        ),
        ("Carlos Mesa conceded after the vote.", "Carlos Mesa", "CONCEDE", ""),
        ("Alberto Fujimori shut Congress in 1992.", "Alberto Fujimori", "COERCE", "PER"),
        ("Threats to Chile by Nayib Bukele alarmed Peru.", "Nayib Bukele", "THREATEN", "CHL"),
        ("Evo Morales broke into the embassy of Peru with the help of the police.", "Evo Morales", "ASSAULT", "PER"),
        ("Rioters trashed the offices of Chevron.", "rioters", "ASSAULT", "Chevron"),
        ("Cuba gave scholarships to Haiti.", "CUB", "AID", "HTI"),
    ],
)
def test_a_party(find: Find, sentence: str, actor: str, type_: str, recipient: str) -> None:
    assert (actor, type_, recipient) in events_told(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "type_", "party"),
    [
        ("Washington invaded Panama and regretted it.", "ACCUSE", "PAN"),
        ("Jeanine Áñez conceded that the army had fired.", "CONCEDE", ""),
        ("Washington invaded Panama to topple Manuel Noriega.", "COERCE", "PAN"),
        ("The Kremlin closed the bank.", "COERCE", "bank"),
    ],
)
def test_no_such_party(find: Find, sentence: str, type_: str, party: str) -> None:
    assert not {told for told in events_told(find(sentence)) if told[1] == type_ and party in (told[0], told[2])}


def test_a_list_that_reads_as_an_apposition(find: Find) -> None:
    told = find("France, the African Union and Mercosur, the regional bloc, condemned Chad.")
    assert {a.name for s in told if s.event for a in s.event.actors} == {"France", "African Union", "Mercosur"}


def test_whose_leader_is_toppled_and_who_is_close(find: Find) -> None:
    assert ("Manuel Noriega", "leads", "PAN") in ties_told(
        find("Peru invaded Panama to topple its leader, Manuel Noriega.")
    )
    told = ties_told(find("Then came the Wagner Group, Russian mercenaries close to the Kremlin."))
    assert ("Wagner Group", "ally_of", "RUS") in told


@pytest.mark.parametrize(
    ("sentence", "actor", "type_", "recipient"),
    [
        ("Haitian police fired on a protest in Port-au-Prince.", "Haitian National Police", "ASSAULT", "protesters"),
        ("The Venezuelan army executed dozens of people.", "Bolivarian Army of Venezuela", "ASSAULT", ""),
        ("Argentina defaulted on its debt.", "ARG", "REJECT", ""),
        ("Evo Morales imposed Luis Arce as the candidate.", "Evo Morales", "COERCE", "Luis Arce"),
        (
            "NATO took over the leadership of the war against Libya.",
            "North Atlantic Treaty Organization",
            "ASSAULT",
            "LBY",
        ),
        ("Rystad, a consultancy, disputes the estimate of Mercosur.", "Rystad", "ACCUSE", "Mercosur"),
    ],
)
def test_who_is_left_without_a_name(find: Find, sentence: str, actor: str, type_: str, recipient: str) -> None:
    assert {told for told in events_told(find(sentence)) if told[:2] == (actor, type_) and recipient in told[2]}


def test_a_critic_is_a_person(find: Find) -> None:
    told = ties_told(find("They silenced the governor of Lima, a critic of Evo Morales."))
    assert not {a for a, relation, b in told if "Lima" in (a, b)}
