"""Plain sentences of blaming, asking, refusing, threatening, meeting, giving way and of elections and offices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Statement
from tests.finding.told import events_told

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the infinitive that someone is told to do, though parsed as the purpose
        ("Norway implored the rebels to lay down their arms.", ("NOR", "REQUEST", "rebels")),
        ("Norway petitioned Kenya to free Evo Morales.", ("NOR", "REQUEST", "KEN")),
        ("Norway leaned on Kenya to cancel the deal.", ("NOR", "REQUEST", "KEN")),
        ("Evo Morales was asked to resign by Norway.", ("NOR", "REQUEST", "Evo Morales")),
        ("Norway insisted that Kenya apologise for the raid.", ("NOR", "REQUEST", "KEN")),
        ("Calls for the resignation of Evo Morales grew.", ("", "REQUEST", "Evo Morales")),
        (
            "After meeting Angela Merkel, Evo Morales called on Norway to end the war.",
            ("Evo Morales", "REQUEST", "NOR"),
        ),
        ("The rebels, backed by Peru, called on Norway to stop the bombing.", ("rebels", "REQUEST", "NOR")),
        ("Evo Morales demanded that Angela Merkel resign.", ("Evo Morales", "REQUEST", "Angela Merkel")),
        ("Norway sought the support of Kenya.", ("NOR", "REQUEST", "KEN")),
        ("Norway invited Kenya to talks.", ("NOR", "REQUEST", "KEN")),
        ("Evo Morales agreed to new elections.", ("Evo Morales", "CONCEDE", "")),
        ("Kenya declared the Norwegian ambassador persona non grata.", ("KEN", "SANCTION", "ambassador of Norway")),
        # two tell of it, one by refusing what the other asks
        ("Kenya resisted the pressure of Norway.", ("KEN", "REJECT", "NOR")),
        ("Kenya resisted the pressure of Norway.", ("NOR", "REQUEST", "KEN")),
        ("Kenya balked at the demand of Norway.", ("KEN", "REJECT", "NOR")),
        ("Peru's accusation against Norway was rejected.", ("", "REJECT", "PER")),
        # blame
        ("Angela Merkel called out Norway for the raid on Kenya.", ("Angela Merkel", "ACCUSE", "NOR")),
        ("The raid drew condemnation from Norway and Kenya.", ("NOR", "ACCUSE", "")),
        ("Evo Morales and Angela Merkel exchanged insults.", ("Evo Morales", "ACCUSE", "Angela Merkel")),
        ("Kenya protested to Norway over the drilling.", ("KEN", "ACCUSE", "NOR")),
        ("Norway sought charges against Evo Morales.", ("NOR", "ACCUSE", "Evo Morales")),
        ("Evo Morales stood trial for sedition.", ("", "ACCUSE", "Evo Morales")),
        ("Norway branded Evo Morales a thief.", ("NOR", "ACCUSE", "Evo Morales")),
        ("Norway questioned the motives of Evo Morales.", ("NOR", "ACCUSE", "Evo Morales")),
        ("Norway raged at Evo Morales.", ("NOR", "ACCUSE", "Evo Morales")),
        ("Norway turned its fire on Evo Morales.", ("NOR", "ACCUSE", "Evo Morales")),
        # threats
        ("Norway brandished the threat of sanctions against Kenya.", ("NOR", "THREATEN", "KEN")),
        ("The miners threatened new protests.", ("miners", "THREATEN", "")),
        (
            "Norway offered a reward of a million dollars for the arrest of Evo Morales.",
            ("NOR", "THREATEN", "Evo Morales"),
        ),
        # nouns, with who does it before them and whom it is done to behind
        ("Norway's rejection of Evo Morales surprised no one.", ("NOR", "REJECT", "Evo Morales")),
        ("Norway's snub of Evo Morales surprised no one.", ("NOR", "REJECT", "Evo Morales")),
        ("Norway's intimidation of Evo Morales surprised no one.", ("NOR", "THREATEN", "Evo Morales")),
        ("Norway's indictment of Evo Morales surprised no one.", ("NOR", "ACCUSE", "Evo Morales")),
        ("Norway's release of Evo Morales surprised no one.", ("NOR", "RETREAT", "Evo Morales")),
        ("Evo Morales's release surprised no one.", ("", "RETREAT", "Evo Morales")),
        ("Evo Morales's dinner with Angela Merkel surprised no one.", ("Evo Morales", "CONSULT", "Angela Merkel")),
        # coming and going
        ("Peru's withdrawal from the OAS took effect.", ("PER", "SANCTION", "Organization of American States")),
        ("Evo Morales took Peru out of the OAS.", ("Evo Morales", "SANCTION", "Organization of American States")),
        ("Norway lifted the state of emergency.", ("NOR", "RETREAT", "")),
        ("Norway allowed Evo Morales to return.", ("NOR", "RETREAT", "Evo Morales")),
        ("Norway retracted its accusation against Kenya.", ("NOR", "CONCEDE", "KEN")),
        ("Norway annulled the decree of Evo Morales.", ("NOR", "REJECT", "Evo Morales")),
        ("Evo Morales swept to power.", ("Evo Morales", "OTHER", "")),
        ("Evo Morales raised taxes.", ("Evo Morales", "OTHER", "")),
        ("Angela Merkel ended a visit to Kenya.", ("Angela Merkel", "CONSULT", "KEN")),
        ("Peru quit the OAS.", ("PER", "SANCTION", "Organization of American States")),
        ("Judges cleared Evo Morales of corruption.", ("judges", "CONCEDE", "Evo Morales")),
        ("Evo Morales's conviction was annulled by Norway.", ("NOR", "CONCEDE", "Evo Morales")),
        ("Norway removed Kenya from the list of sponsors of terrorism.", ("NOR", "RETREAT", "KEN")),
        ("Norway swore in Angela Merkel as president.", ("NOR", "OTHER", "Angela Merkel")),
        ("Elections were held in Kenya in July 2020.", ("KEN", "OTHER", "")),
        ("Evo Morales was unseated by Angela Merkel.", ("Angela Merkel", "OTHER", "Evo Morales")),
        ("Angela Merkel took over from Evo Morales.", ("Angela Merkel", "OTHER", "Evo Morales")),
        ("Evo Morales is seeking a fourth term.", ("Evo Morales", "OTHER", "")),
        ("Norway received Evo Morales's envoy in Oslo.", ("NOR", "CONSULT", "Evo Morales")),
    ],
)
def test_what_is_told(find: Find, sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in events_told(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Pressed for details, Evo Morales left.", "REQUEST"),
        ("Evo Morales, pressed by the moderator Ana Ruiz to release the letters, declined.", "REQUEST"),
        ("Evo Morales won the appeal.", "REQUEST"),
        ("Angela Merkel leaned on her executive powers to improve wages.", "REQUEST"),
        ("Angela Merkel insisted that Kenya had left.", "REQUEST"),
        ("The miners threatened new protests.", "PROTEST"),
        ("Norway offered a reward for the arrest of Evo Morales.", "COERCE"),
        ("Evo Morales took heat from Norway over his vote.", "OTHER"),
        ("Kenya protested against the remarks.", "PROTEST"),
        ("Angela Merkel reached out to voters.", "CONSULT"),
        ("Angela Merkel contradicted her speech.", "REJECT"),
        ("Angela Merkel regretted her decision.", "ACCUSE"),
        ("Evo Morales's release of the report surprised no one.", "RETREAT"),
        ("Evo Morales looked into the eyes of Angela Merkel.", "ACCUSE"),
    ],
)
def test_what_is_not_told(find: Find, sentence: str, type_: str) -> None:
    assert type_ not in {type_ for _, type_, _ in events_told(find(sentence))}


def test_what_is_denied_has_been_said(find: Find) -> None:
    found = find("The accusation by Norway against Kenya was denied in Lima.")
    assert [s.commitment.value for s in found if s.event and s.event.type.value == "ACCUSE"] == ["stated"]


def test_own_forces_suffer_nothing(find: Find) -> None:
    found = find("Norway withdrew its troops from Kenya.")
    assert [[r.name for r in s.event.recipients] for s in found if s.event] == [["Kenya"]]


def test_what_nobody_known_demands_is_demanded(find: Find) -> None:
    found = find("Here she is demanding that Evo Morales apologize for the raid.")
    assert [s.commitment.value for s in found if s.event and s.event.type.value == "CONCEDE"] == ["demanded"]
