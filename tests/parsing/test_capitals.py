"""The first words of an article in capitals, as they would stand in a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.parsing.capitals import Spellings, as_in_a_sentence, opens_in_capitals
from dissensus.parsing.parsed import Parsed

COMMON = frozenset(("strike", "large", "union", "week", "army", "the", "on"))


def told(text: str) -> str:
    return as_in_a_sentence(text, opens_in_capitals(text), Spellings(text, COMMON))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PERU'S LARGEST unions struck. Peru is calm.", "Peru's largest unions struck. Peru is calm."),
        ("A STRIKE by miners began.", "A strike by miners began."),
        ("THE PERUVIAN army left Peru.", "The Peruvian army left Peru."),
        ("THE U.S. has left.", "The U.S. has left."),
        ("ANA ROMERO and Mr Soto met. Ana said so.", "Ana Romero and Mr Soto met. Ana said so."),
        ("ON SUNDAY Ana Ruiz met him.", "On Sunday Ana Ruiz met him."),
    ],
)
def test_a_lead_in_capitals_becomes_a_sentence(text: str, expected: str) -> None:
    assert told(text) == expected
    assert len(told(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "LIMA, Peru - The miners struck.",
        "NEW YORK (AP) - The miners struck.",
        "MINERS STRIKE IN PERU The miners struck on Monday.",
        "THE MINERS STRUCK.",
        "The miners struck.",
        "A miner struck.",
    ],
)
def test_datelines_headings_and_plain_sentences_stay(text: str) -> None:
    assert opens_in_capitals(text) == 0


def test_acronyms_stay_as_the_text_has_them_elsewhere() -> None:
    text = "THE OAS ARMY left. The OAS is in Washington, and OAS staff stayed."
    assert told(text) == "The OAS army left. The OAS is in Washington, and OAS staff stayed."


def test_the_parse_has_the_words_and_the_original_its_capitals(parse: Callable[..., Parsed]) -> None:
    parsed = parse("PERU'S LARGEST unions called a strike against the government of Peru on Monday.", language="en")
    doc = parsed.paragraphs[0].doc
    assert doc[1].text == "'s"
    assert parsed.document.text[: doc[2].idx].startswith("PERU'S")
