"""Plain sentences and headlines in which a noun tells what happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Statement
from tests.finding.told import events_told, ties_told

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The Lima Group's demand for new elections came too late.", ("Lima Group", "REQUEST", "")),
        ("Chilean calls for Peru to withdraw were heard.", ("CHL", "REQUEST", "PER")),
        ("Calls for the resignation of Gabriel Boric grew.", ("", "REQUEST", "Gabriel Boric")),
        ("Gustavo Gómez was extradited to Spain.", ("", "COERCE", "Gustavo Gómez")),
        ("The extradition of Juan Ruiz by Peru to Spain began in May.", ("PER", "COOPERATE", "ESP")),
        ("The treaty between Chile and Bolivia was signed in 1904.", ("CHL", "SUPPORT", "BOL")),
        ("The Chile-Peru trade deal was ratified in May.", ("CHL", "SUPPORT", "PER")),
        ("Canada extended recognition to Kosovo.", ("CAN", "SUPPORT", "XKX")),
        ("The army put down a mutiny; it put down a revolt by Chilean miners.", ("Chilean Army", "COERCE", "miners")),
        ("Peru was the target of a raid launched by Ecuador.", ("ECU", "COERCE", "PER")),
        ("Chile's withdrawal from the Andean Community was announced.", ("CHL", "SANCTION", "Andean Community")),
        ("Angry protests greeted Gabriel Boric.", ("protesters", "PROTEST", "Gabriel Boric")),
        ("The victory of Gabriel Boric over Jeannette Jara was clear.", ("Gabriel Boric", "OTHER", "Jeannette Jara")),
        ("The delivery of Chinese vaccines to Chile began.", ("CHN", "AID", "CHL")),
        ("The condemnation of Belarus by Canada was firm.", ("CAN", "ACCUSE", "BLR")),
        ("Peru's refusal to recognise Kosovo surprised no one.", ("PER", "REJECT", "XKX")),
        ("Rebels took Gabriel Boric hostage.", ("rebels", "ASSAULT", "Gabriel Boric")),
        ("Gabriel Boric was met with protests.", ("protesters", "PROTEST", "Gabriel Boric")),
        ("Luis Arce survived a coup led by Cuba.", ("CUB", "COERCE", "Luis Arce")),
        ("Gabriel Boric is on trial for fraud.", ("", "ACCUSE", "Gabriel Boric")),
        ("Alberto Fujimori is serving a long prison sentence.", ("", "SANCTION", "Alberto Fujimori")),
        ("Peru laid the blame for the raid on Ecuador.", ("ECU", "COERCE", "")),
        ("Spain bore responsibility for the invasion of Peru.", ("ESP", "ASSAULT", "PER")),
        ("Pedro Castillo's impeachment motion failed.", ("", "ACCUSE", "Pedro Castillo")),
        ("Gabriel Boric faced an impeachment motion.", ("", "ACCUSE", "Gabriel Boric")),
        ("Peru launched a strike against Ecuador.", ("PER", "ASSAULT", "ECU")),
        ("The firing of rockets at Peru by Chile began.", ("CHL", "ASSAULT", "PER")),
        ("The visit that Gabriel Boric paid to Peru went well.", ("Gabriel Boric", "CONSULT", "PER")),
        ("The arrest in Spain of Gabriel Boric was news.", ("", "COERCE", "Gabriel Boric")),
        ("The accusations made by Chile against Peru were dropped.", ("CHL", "ACCUSE", "PER")),
        ("Chile's and Peru's refusal to recognise Kosovo was firm.", ("CHL", "REJECT", "XKX")),
        ("The return of Evo Morales from exile was long awaited.", ("Evo Morales", "OTHER", "")),
        ("The recall of its ambassador from Peru by Spain was a surprise.", ("ESP", "SANCTION", "PER")),
    ],
)
def test_of_nouns_of_action(find: Find, sentence: str, told: tuple[str, str, str]) -> None:
    found = events_told(find(sentence))
    assert any(
        a == told[0] and t == told[1] and (r == told[2] or (told[2] and r.endswith(told[2]))) for a, t, r in found
    ), found


@pytest.mark.parametrize(
    "sentence",
    [
        "The US-backed coup in Honduras shocked many.",
        "Canada backed the coup in Honduras.",
        "A coup supported by Canada took place in Honduras.",
    ],
)
def test_who_backs_a_coup_does_not_stage_it(find: Find, sentence: str) -> None:
    assert not {t for t in events_told(find(sentence)) if t[0] in ("USA", "CAN") and t[1] in ("COERCE", "ASSAULT")}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Chile, Peru recall ambassadors", ("CHL", "SANCTION", "")),
        ("Gabriel Boric to visit Peru", ("Gabriel Boric", "AGREE", "PER")),
        ("Canada to impose sanctions on Belarus", ("CAN", "COERCE", "BLR")),
        ("Journalist shot dead in Peru", ("", "ASSAULT", "journalist")),
        ("Former president Pedro Castillo jailed", ("", "COERCE", "Pedro Castillo")),
    ],
)
def test_headlines(find: Find, sentence: str, told: tuple[str, str, str]) -> None:
    assert told in events_told(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "type_", "commitment"),
    [
        ("Canada put pressure on Peru to break relations with Spain.", "SANCTION", "demanded"),
        ("Calls for the arrest of Gabriel Boric grew.", "COERCE", "demanded"),
        ("Fears of a coup against Gabriel Boric grew.", "COERCE", "conditional"),
        ("Preparations for the trial of Pedro Castillo began.", "ACCUSE", "predicted"),
        ("Cuba reiterated its rejection of the coup against Evo Morales.", "COERCE", "stated"),
        ("Canada to impose sanctions on Belarus", "COERCE", "predicted"),
        ("The deportation of Haitians by Peru was challenged.", "COERCE", "stated"),
        ("They called the killing of Víctor Jara a crime.", "ASSAULT", "stated"),
    ],
)
def test_how_firmly_nouns_are_told(find: Find, sentence: str, type_: str, commitment: str) -> None:
    told = {(s.event.type.value, s.commitment.value) for s in find(sentence) if s.event}
    assert (type_, commitment) in told


def test_whoever_is_pressed_is_to_do_it(find: Find) -> None:
    found = events_told(find("Canada put pressure on Peru to break relations with Spain."))
    assert ("PER", "SANCTION", "ESP") in found
    assert ("CAN", "SANCTION", "ESP") not in found


def test_what_is_no_deed(find: Find) -> None:
    assert not events_told(find("Gabriel Boric showed an understanding of economics."))
    assert not {t for t in events_told(find("He legalised it by executive order.")) if t[1] == "REQUEST"}


def test_the_two_of_a_dispute(find: Find) -> None:
    found = ties_told(find("The dispute between Chile and Peru over the sea goes to the court."))
    assert found == {("CHL", "opposes", "PER")}


def test_all_named_before_a_noun(find: Find) -> None:
    found = [s.event for s in find("Brazilian and Chilean criticism of Peru grew.") if s.event]
    assert {a.country for e in found for a in e.actors} == {"BRA", "CHL"}
