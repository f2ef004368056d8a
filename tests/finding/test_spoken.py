"""Words of asking, blaming, refusing, threatening and meeting: when they tell an act, whose, and how firmly."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding import lexicons
from dissensus.finding.spoken import talk_words
from dissensus.model import Statement
from dissensus.tables import package_table

Find = Callable[..., list[Statement]]
Told = tuple[str, str, str, str]


def told(statements: list[Statement]) -> set[Told]:
    """Commitment, actors, type and recipients of the events."""
    return {
        (
            s.commitment.value,
            ", ".join(a.name for a in s.event.actors),
            s.event.type.value,
            ", ".join(r.name for r in s.event.recipients),
        )
        for s in statements
        if s.event
    }


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Evo Morales spoke to reporters in Kenya.", "CONSULT"),
        ("Evo Morales was talking to the crowd.", "CONSULT"),
        ("The CNN host Ana Ruiz sat down with Evo Morales.", "CONSULT"),
        ("Peru met Chile in the final.", "CONSULT"),
        ("Norway flew Evo Morales to Kenya.", "CONSULT"),
        ("Peru called Citizens for Kenya a sect.", "REQUEST"),
        ("Norway pushed Kenya to second place.", "REQUEST"),
        ("Angela Merkel was pressed on Kenya.", "REQUEST"),
        ("Angela Merkel pressed her case in Kenya.", "REQUEST"),
        ("Angela Merkel appeals to voters.", "REQUEST"),
        ("Angela Merkel advises Norway on Kenya.", "REQUEST"),
        ("Kenya went to court in order to stop it.", "REQUEST"),
        ("Norway did not respond to a request for comment.", "REQUEST"),
        ("Kenya turned its attention to Norway.", "REQUEST"),
        ("The plan calls for Kenya to pay.", "REQUEST"),
        ("Norway warned Kenya that prices would rise.", "THREATEN"),
        ("Norway warned of a famine in Kenya.", "THREATEN"),
        ("Norway warned Kenya to prepare for the flood.", "THREATEN"),
        ("Norwegian loans threaten Kenya.", "THREATEN"),
        ("Kenya is under threat.", "THREATEN"),
        ("Kenya faces a threat from Norway.", "THREATEN"),
        ("Norway refused to blame Kenya.", "REJECT"),
        ("Norway has not ruled out an attack on Kenya.", "REJECT"),
        ("The visit of Angela Merkel to Kenya was cancelled.", "REJECT"),
        ("Norway charged Kenya $40,000.", "ACCUSE"),
        ("Evo Morales proposed a new flag for Kenya.", "REQUEST"),
        ("Evo Morales was asked, “Would you leave Kenya?”", "REQUEST"),
        ("Angela Merkel ignored the dark side of Kenya.", "REJECT"),
        ("Norway warned Norwegians against travelling to Kenya.", "THREATEN"),
    ],
)
def test_no_act_is_told(find: Find, sentence: str, type_: str) -> None:
    assert type_ not in {found for _, _, found, _ in told(find(sentence))}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway called for Kenya to leave.", ("stated", "Norway", "REQUEST", "Kenya")),
        ("Norway's call for Kenya to leave was supported by Peru.", ("stated", "Norway", "REQUEST", "Kenya")),
        ("Norway called for a Kenyan intervention in Peru.", ("stated", "Norway", "REQUEST", "Kenya")),
        ("Norway asked for solidarity with Kenya.", ("stated", "Norway", "REQUEST", "")),
        ("Norway called for a fair treatment of Kenya.", ("stated", "Norway", "REQUEST", "")),
        ("Norway demanded that Evo Morales be released.", ("stated", "Norway", "REQUEST", "")),
        ("Norway urged Kenya to release journalists.", ("stated", "Norway", "REQUEST", "Kenya")),
        ("Kenya urged to press Peru", ("stated", "", "REQUEST", "Kenya")),
        ("Norway warned Kenya that it would retaliate.", ("stated", "Norway", "THREATEN", "Kenya")),
        ("Norway urged Kenya to respect the vote.", ("stated", "Norway", "REQUEST", "Kenya")),
        ("Evo Morales was warned by Kenya that he would be jailed.", ("stated", "Kenya", "THREATEN", "Evo Morales")),
        ("Norway warned Kenya not to attack Peru.", ("stated", "Norway", "THREATEN", "Kenya")),
        ("Norway's threat to invade Kenya alarmed Peru.", ("stated", "Norway", "THREATEN", "Kenya")),
        ("Norway issued a warrant for the arrest of Evo Morales.", ("stated", "Norway", "THREATEN", "Evo Morales")),
        ("Norway and Kenya accused each other of spying.", ("stated", "Norway", "ACCUSE", "Kenya")),
        ("Accusations by Norway that Kenya spied grew.", ("stated", "Norway", "ACCUSE", "Kenya")),
        ("Allegations of fraud against Kenya were repeated.", ("stated", "", "ACCUSE", "Kenya")),
        ("Evo Morales attacked the European Union in a speech.", ("stated", "Evo Morales", "ACCUSE", "European Union")),
        ("Kenya came under fire from Norway.", ("stated", "Norway", "ACCUSE", "Kenya")),
        ("Norway said no to Kenya.", ("stated", "Norway", "REJECT", "Kenya")),
        ("Norway refused to meet Kenya.", ("stated", "Norway", "REJECT", "Kenya")),
        ("Norway refused to let Kenya vote.", ("stated", "Norway", "REJECT", "Kenya")),
        ("Norway walked out of the talks with Kenya.", ("stated", "Norway", "REJECT", "Kenya")),
        ("Evo Morales distanced himself from Kenya.", ("stated", "Evo Morales", "REJECT", "Kenya")),
        ("Norway dismissed Evo Morales.", ("stated", "Norway", "COERCE", "Evo Morales")),
        ("Norway refused to condemn Kenya.", ("denied", "Norway", "ACCUSE", "Kenya")),
        ("Norway denied any role in the attack on Kenya.", ("denied", "Norway", "ASSAULT", "Kenya")),
        ("Norway rejected the accusation that it attacked Kenya.", ("denied", "Norway", "ASSAULT", "Kenya")),
        ("Norway did not rule out an invasion of Kenya.", ("conditional", "", "ASSAULT", "Kenya")),
        ("Norway called for Evo Morales to be jailed.", ("demanded", "", "COERCE", "Evo Morales")),
        ("Norway and Kenya, condemning Peru, left the hall.", ("stated", "Norway, Kenya", "ACCUSE", "Peru")),
        ("Norway to visit Kenya", ("predicted", "Norway", "AGREE", "Kenya")),
        ("Kenya vetoed a resolution condemning Norway.", ("stated", "Kenya", "REJECT", "")),
        ("Kenya, which calls Angela Merkel a dictator, left.", ("stated", "Kenya", "ACCUSE", "Angela Merkel")),
        ("Kenya criticised the exclusion of Norway by Peru.", ("stated", "Kenya", "ACCUSE", "Peru")),
        ("Kenya gave Evo Morales 48 hours to resign.", ("stated", "Kenya", "THREATEN", "Evo Morales")),
    ],
)
def test_what_is_told(find: Find, sentence: str, expected: Told) -> None:
    assert expected in told(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "but"),
    [
        ("Norway rejected calls by Kenya to resign.", ("stated", "Kenya", "RETREAT", "")),
        ("Kenya vetoed a resolution condemning Norway.", ("stated", "Kenya", "ACCUSE", "Norway")),
        ("Norway issued a warrant for the arrest of Evo Morales.", ("stated", "", "COERCE", "Evo Morales")),
        ("Norway threatened Kenya with annexation.", ("predicted", "Norway", "COERCE", "")),
        ("The miners called for a strike.", ("stated", "miners", "PROTEST", "")),
        ("Kenya did not sign the letter condemning Norway.", ("stated", "Kenya", "ACCUSE", "Norway")),
    ],
)
def test_what_is_not_told(find: Find, sentence: str, but: Told) -> None:
    assert but not in told(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "type_", "name"),
    [
        ("Norway denied having attacked Kenya.", "ASSAULT", "Norway"),
        ("Norway denied any role in the attack on Kenya.", "ASSAULT", "Norway"),
        ("Norway denies accusations by Peru that it attacked Kenya.", "ASSAULT", "Norway"),
        ("Norway accused Peru of fraud and of attacking Kenya.", "ASSAULT", "Norway"),
        ("Norway called for Evo Morales to be jailed.", "COERCE", "Norway"),
    ],
)
def test_who_says_so(find: Find, sentence: str, type_: str, name: str) -> None:
    holders = [s.holder.name for s in find(sentence) if s.event and s.event.type == type_]
    assert holders == [name]


def test_evidence_holds_what_is_asked(find: Find) -> None:
    quotes = {s.evidence.quote for s in find("Norway urged that the miners be freed.") if s.event}
    assert "Norway urged that the miners be freed" in quotes


def test_the_words_of_talk_are_told_apart_by_kind() -> None:
    rows = package_table("dissensus.finding", "lexicon/talk.tsv")
    for row in rows:
        lemmas = list(row.many("lemma"))
        assert lemmas, row.where
        assert len(set(lemmas)) == len(lemmas), row.where
        assert talk_words(row["kind"]) == frozenset(lemmas)
    for kind in ("directed", "brought_up", "any_thing", "whole"):
        assert any(lexicons.events().get(lemma) for lemma in talk_words(kind)), kind
