"""Events: who did what to whom, in the constructions that English has for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Event, EventType, Kind, Statement

Find = Callable[..., list[Statement]]


def events(statements: list[Statement]) -> list[Event]:
    return [s.event for s in statements if s.kind is Kind.EVENT and s.event]


def has(found: list[Event], actors: set[str], type_: str, recipients: set[str]) -> bool:
    return any(
        e.type == EventType(type_)
        and actors <= {a.country or a.name for a in e.actors} | {a.name for a in e.actors}
        and recipients <= {r.country or r.name for r in e.recipients} | {r.name for r in e.recipients}
        for e in found
    )


@pytest.mark.parametrize(
    ("sentence", "actors", "type_", "recipients"),
    [
        ("Brazil condemned Israel on Monday.", {"BRA"}, "ACCUSE", {"ISR"}),
        ("Argentina was criticised by Chile.", {"CHL"}, "ACCUSE", {"ARG"}),
        ("France expelled the ambassador of Niger.", {"FRA"}, "SANCTION", {"NER"}),
        ("Peru signed a trade agreement with Japan.", {"PER"}, "SUPPORT", {"JPN"}),
        ("Russia invaded Ukraine in 2022.", {"RUS"}, "ASSAULT", {"UKR"}),
        ("Ukraine was invaded by Russia.", {"RUS"}, "ASSAULT", {"UKR"}),
        ("Cuba sent doctors to Angola.", {"CUB"}, "AID", {"AGO"}),
        ("The bombing of Iraq by the United States went on.", {"USA"}, "ASSAULT", {"IRQ"}),
        ("US bombings in Laos killed thousands.", {"USA"}, "ASSAULT", {"LAO"}),
        ("Germany and Poland met in Berlin.", {"DEU", "POL"}, "CONSULT", set()),
        ("Spain imposed sanctions on Venezuela.", {"ESP"}, "COERCE", {"VEN"}),
        ("China accused India of crossing the border.", {"CHN"}, "ACCUSE", {"IND"}),
        ("Honduras restored diplomatic relations with Cuba.", {"HND"}, "SUPPORT", {"CUB"}),
        ("Iran threatened Israel with retaliation.", {"IRN"}, "THREATEN", {"ISR"}),
        ("Turkey, which supplied weapons to Somalia, denied it.", {"TUR"}, "AID", {"SOM"}),
        ("Colombia wants to extradite him, and has asked Panama for help.", {"COL"}, "REQUEST", {"PAN"}),
        ("Paraguay celebrated Mario Abdo's defeat.", {"PRY"}, "REJECT", {"Mario Abdo Benítez"}),
        ("The electoral court of Brazil barred Jair Bolsonaro from running.", {"BRA"}, "COERCE", {"Jair Bolsonaro"}),
        ("Peru tightened its embargo on Chile.", {"PER"}, "SANCTION", {"CHL"}),
        ("Brazil fell silent when the Brazilian army took power.", {"BRA"}, "COERCE", {"Brazil"}),
        ("Jair Bolsonaro was toppled in a coup by the Brazilian army.", {"BRA"}, "COERCE", {"Jair Bolsonaro"}),
        ("The CIA orchestrated the coup that toppled Salvador Allende.", {"USA"}, "COERCE", {"Salvador Allende"}),
        ("French soldiers carried out raids against Mali.", {"FRA"}, "ASSAULT", {"MLI"}),
        ("France carried out raids in Mali.", {"FRA"}, "ASSAULT", {"MLI"}),
        ("The generals of Peru demanded Pedro Castillo's resignation.", {"PER"}, "REQUEST", {"Pedro Castillo"}),
        ("Luis Lacalle Pou had a lead over Daniel Martínez.", {"URY"}, "OTHER", {"Daniel Martínez"}),
        ("It was a plan imposed on Chile by France.", {"FRA"}, "COERCE", {"CHL"}),
        ("Attacks on the homes of Kenyans by Somalia went on.", {"SOM"}, "ASSAULT", {"KEN"}),
        ("Portugal called on Angola to take steps to release Kenyans.", {"AGO"}, "RETREAT", {"KEN"}),
        ("Portugal forced Angola to close its embassy.", {"PRT"}, "COERCE", {"AGO"}),
        ("Portugal warned that Angola would have to face justice.", {"PRT"}, "THREATEN", {"AGO"}),
        ("Portugal condemned Angola for its attacks on Kenyans.", {"AGO"}, "ASSAULT", {"KEN"}),
        ("Gabriel Boric issued a statement urging Peru to leave.", {"Gabriel Boric"}, "REQUEST", {"PER"}),
        ("Gabriel Boric went so far as to condemn Peru.", {"Gabriel Boric"}, "ACCUSE", {"PER"}),
        ("The army crowned Jair Bolsonaro president.", set(), "OTHER", {"Jair Bolsonaro"}),
        ("Rafael Correa, who is in exile in Brussels, wrote a book.", {"Rafael Correa"}, "RETREAT", set()),
        ("Rafael Correa colluded with Colombia.", {"Rafael Correa"}, "COOPERATE", {"COL"}),
        ("José Antonio Kast won second place in Chile.", {"José Antonio Kast"}, "OTHER", set()),
    ],
)
def test_constructions(find: Find, sentence: str, actors: set[str], type_: str, recipients: set[str]) -> None:
    found = events(find(sentence))
    assert has(found, actors, type_, recipients), found


def test_an_unnamed_agent_is_left_empty(find: Find) -> None:
    found = [e for e in events(find("Bolivia was accused of hiding the figures.")) if e.type is EventType.ACCUSE]
    assert found
    assert found[0].actors == ()
    assert found[0].recipients[0].country == "BOL"


def test_what_is_threatened_is_not_told_as_an_event_of_its_own(find: Find) -> None:
    found = events(find("Ecuador threatened to invade Peru."))
    assert [e.type for e in found] == [EventType.THREATEN]


def test_future_aid_is_agreement(find: Find) -> None:
    found = events(find("Canada will provide loans to Haiti."))
    assert has(found, {"CAN"}, "AGREE", {"HTI"}), found


def test_the_date_is_the_one_that_the_words_tie_to_it(find: Find) -> None:
    found = events(find("Brazil condemned Israel on 18 May 2021. Chile praised Peru.", date="2022-01-01"))
    dates = {e.type: e.date.start for e in found}
    assert dates == {EventType.ACCUSE: "2021-05-18", EventType.SUPPORT: None}


def test_place_and_contexts(find: Find) -> None:
    (event,) = [
        e for e in events(find("The army of Chile arrested protesters in Concepción.")) if e.type is EventType.COERCE
    ]
    assert "repression" in event.contexts
    assert event.score == -7.0


def test_coup(find: Find) -> None:
    found = events(find("The coup against Salvador Allende changed Chile."))
    assert any("coup" in e.contexts and e.type is EventType.COERCE for e in found)


@pytest.mark.parametrize(
    ("sentence", "actors", "type_", "recipients"),
    [
        (
            "Kenya introduced measures to strangle Somalia's economy; Kenya destroyed the Somali economy.",
            {"KEN"},
            "COERCE",
            {"SOM"},
        ),
        ("The sanctions imposed on Iran by Canada were lifted.", {"CAN"}, "COERCE", {"IRN"}),
        ("Norway insulted and threatened Sudan.", {"NOR"}, "ACCUSE", {"SDN"}),
        ("Anti-Maduro protesters marched through the capital.", set(), "PROTEST", {"Nicolás Maduro"}),
        ("Portugal is capable of invading Angola.", {"PRT"}, "THREATEN", {"AGO"}),
        ("The goal of Turkey is to destabilise Syria.", {"TUR"}, "COERCE", {"SYR"}),
        (
            "In the same week Nicolás Maduro dissolved the National Assembly of Venezuela.",
            {"Nicolás Maduro"},
            "COERCE",
            {"National Assembly of Venezuela"},
        ),
        ("Finland put troops on Swedish territory.", {"FIN"}, "MOBILIZE", {"SWE"}),
        ("Spain suggested that Chile withdraw.", {"ESP"}, "REQUEST", {"CHL"}),
    ],
)
def test_more_constructions(find: Find, sentence: str, actors: set[str], type_: str, recipients: set[str]) -> None:
    found = events(find(sentence))
    assert has(found, actors, type_, recipients), found


@pytest.mark.parametrize(
    "sentence",
    [
        "Brazil captured the imagination of Chile.",
        "Peru wants to fight corruption with Chile.",
        "Nicolás Maduro released a report on Colombia.",
        "Asked whether France had left, he said yes.",
        "The Lima protests went on.",
    ],
)
def test_turns_of_phrase_and_places_tell_no_event(find: Find, sentence: str) -> None:
    assert events(find(sentence)) == []


def test_who_is_only_an_owner_is_not_both_parties(find: Find) -> None:
    found = events(find("Nicolás Maduro was detained by his guards."))
    assert all({a.id for a in e.actors}.isdisjoint(r.id for r in e.recipients) for e in found)
    assert not any(a.name == "Nicolás Maduro" for e in found for a in e.actors)


def test_rejecting_sanctions_is_not_done_to_whom_they_hit(find: Find) -> None:
    found = [e for e in events(find("Mexico rejected the sanctions against Cuba.")) if e.type is EventType.REJECT]
    assert not any(r.country == "CUB" for e in found for r in e.recipients)


def test_a_contest_between_persons_is_no_violence(find: Find) -> None:
    found = events(find("Nicolás Maduro defeated Henrique Capriles in the election."))
    assert found
    assert {e.type for e in found} == {EventType.OTHER}


def test_who_supports_a_deed_has_not_done_it(find: Find) -> None:
    found = [e for e in events(find("Portugal supported the repression of students.")) if e.type is EventType.COERCE]
    assert all(not e.actors for e in found)


def test_who_condemns_a_deed_has_not_done_it(find: Find) -> None:
    found = events(find("Cuba reiterated its condemnation of the coup and the repression of miners in Chile."))
    assert not has([e for e in found if e.type is EventType.COERCE], {"CUB"}, "COERCE", set())


def test_a_warning_of_others_is_no_threat(find: Find) -> None:
    found = events(find("Portugal warned that Angola would attack the government of Kenya."))
    assert all(e.type is not EventType.THREATEN for e in found)


def test_where_a_deed_is_spoken_of_has_not_suffered_it(find: Find) -> None:
    found = events(find("Portugal condemned the attack in the UN Security Council."))
    assert not has(found, set(), "ASSAULT", {"United Nations Security Council"})


def test_crowds_that_pour_in_are_no_troops(find: Find) -> None:
    assert has(events(find("The US Marines poured into Haiti.")), {"USA"}, "MOBILIZE", {"HTI"})
    assert all(e.type is not EventType.MOBILIZE for e in events(find("Pedro Castillo moved into Peru.")))
