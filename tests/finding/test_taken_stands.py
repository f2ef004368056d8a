"""What someone takes a stand on was said or done by another: "ignored Peru's demands", "celebrated her victory"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Commitment, Statement
from tests.finding.told import events_told

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "actor", "type_", "recipient"),
    [
        (
            "Nicolás Maduro disregarded the demands of the European Union.",
            "European Union",
            "REQUEST",
            "Nicolás Maduro",
        ),
        ("Peru disregarded the proposals of Evo Morales.", "Evo Morales", "REQUEST", "PER"),
        ("China rebuts American criticism of its exports.", "USA", "ACCUSE", "CHN"),
        ("Following pressure from Chile, Evo Morales dropped his plan.", "CHL", "REQUEST", "Evo Morales"),
        ("Jeanine Áñez has secured the recognition of the United States.", "USA", "SUPPORT", "Jeanine Áñez"),
        ("Business leaders celebrated the victory of Jair Bolsonaro.", "business leaders", "SUPPORT", "Jair Bolsonaro"),
        ("Evo Morales's defence of Nicolás Maduro angered Peru.", "Evo Morales", "SUPPORT", "Nicolás Maduro"),
        ("Cuba's offer of doctors to Haiti was overdue.", "CUB", "AGREE", "HTI"),
        ("Donald Trump authorised strikes against Iran.", "Donald Trump", "THREATEN", "IRN"),
        ("The government of Chile spurred Peru to denounce Bolivia.", "PER", "ACCUSE", "BOL"),
        ("Its deeds led thousands of Iraqis to march against Chile.", "Iraqis", "PROTEST", "CHL"),
        ("After Daniel Noboa's victory, the markets rose.", "Daniel Noboa", "OTHER", ""),
    ],
)
def test_parties_of_what_is_taken_up(find: Find, sentence: str, actor: str, type_: str, recipient: str) -> None:
    assert (actor, type_, recipient) in events_told(find(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Evo Morales dismissed the criticism.",
        "Jair Bolsonaro spoke of a moral victory.",
        "Gustavo Petro campaigned to ensure his victory.",
        "Jeb Bush beat Ted Cruz to win the seat.",
    ],
)
def test_nothing_is_told_of_nobody(find: Find, sentence: str) -> None:
    told = events_told(find(sentence))
    assert not {(a, t, r) for a, t, r in told if (t in ("ACCUSE", "REQUEST") and not a) or a == "Ted Cruz"}
    assert not {t for a, t, r in told if t == "OTHER" and "victory" in sentence}


@pytest.mark.parametrize(
    "sentence",
    ["Chile will accept the recommendation of Peru.", "Gustavo Petro's win will please Peru."],
)
def test_what_is_taken_up_has_been(find: Find, sentence: str) -> None:
    made = [s for s in find(sentence) if s.event and s.event.type.value in ("REQUEST", "OTHER")]
    assert {(s.holder.is_author, s.commitment) for s in made} == {(True, Commitment.STATED)}


@pytest.mark.parametrize(
    ("sentence", "actor", "type_", "recipient"),
    [
        ("Barack Obama persuaded Xi Jinping to join the accord.", "Barack Obama", "REQUEST", "Xi Jinping"),
        ("Chile doubts the credibility of Mercosur.", "CHL", "ACCUSE", "Mercosur"),
        ("Mitt Romney went after Donald Trump.", "Mitt Romney", "ACCUSE", "Donald Trump"),
        ("Kamala Harris hammered Joe Biden over his record.", "Kamala Harris", "ACCUSE", "Joe Biden"),
        ("Gustavo Petro assured Chile that he would not interfere.", "Gustavo Petro", "AGREE", "CHL"),
        ("Hillary Clinton accepted the nomination.", "Hillary Clinton", "OTHER", ""),
    ],
)
def test_words_of_a_campaign(find: Find, sentence: str, actor: str, type_: str, recipient: str) -> None:
    assert (actor, type_, recipient) in events_told(find(sentence))


@pytest.mark.parametrize("sentence", ["Please be assured that Chile is safe.", "Peru hammered the nail."])
def test_no_word_of_a_campaign(find: Find, sentence: str) -> None:
    assert not events_told(find(sentence))
