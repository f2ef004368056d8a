"""Several actors named together and taken up by one description."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.actors.together import load_several
from dissensus.finding.analyse import Analyser
from dissensus.parsing.parsed import Parsed

Meant = Callable[[str, str], list[str]]


@pytest.fixture
def together(analyser: Analyser, parse: Callable[..., Parsed]) -> Meant:
    """The names of all actors that the last occurrence of a word stands for; empty where it is one or none."""

    def run(text: str, word: str) -> list[str]:
        parsed = parse(text, date="2024-06-20")
        several = analyser.resolver.resolve(parsed).several
        found = [key for key in several if parsed.paragraphs[key[0]].doc[key[1]].lower_ == word]
        return [mention.actor.name for mention in several[max(found)]] if found else []

    return run


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Peru, Chile and Bolivia left the bloc. These nations condemned Brazil.", "nations", "Peru Chile Bolivia"),
        ("Peru and Chile restored ties. Both countries signed a pact.", "countries", "Peru Chile"),
        ("Brazil quarrelled with Peru. The two neighbouring countries made up.", "countries", "Brazil Peru"),
        ("Cuba, Peru and Chile signed. It rained. The trio condemned Brazil.", "trio", "Cuba Peru Chile"),
        ("Peru and Chile signed the treaty. The signatories condemned Brazil.", "signatories", "Peru Chile"),
        ("Peru and Chile signed a pact.\n\nThe countries involved condemned Brazil.", "countries", "Peru Chile"),
        ("The island nations of Cuba, Haiti and Jamaica protested.", "nations", "Cuba Haiti Jamaica"),
    ],
)
def test_states_that_were_named_together(together: Meant, text: str, word: str, names: str) -> None:
    assert together(text, word) == names.split()


def test_leaders_are_persons(together: Meant) -> None:
    text = "Gustavo Petro met Nicolás Maduro in Caracas. Both leaders signed an agreement."
    assert together(text, "leaders") == ["Gustavo Petro", "Nicolás Maduro"]


def test_men_are_no_women(together: Meant) -> None:
    assert together("Hillary Clinton met Donald Trump. The two men spoke.", "men") == []


def test_those_who_hold_an_office_in_several_states(together: Meant) -> None:
    text = "The presidents of Colombia and Venezuela met in Caracas."
    assert together(text, "presidents") == ["Gustavo Petro", "Nicolás Maduro"]


def test_the_governments_of_several_states(together: Meant) -> None:
    text = "The governments of Peru and Chile condemned Brazil."
    assert together(text, "governments") == ["Government of Peru", "Government of Chile"]


def test_pronouns_go_on_with_them(together: Meant) -> None:
    text = "Russia and China signed a pact. The two countries support Peru. They attacked France."
    assert together(text, "they") == ["Russia", "China"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile signed a pact. Many countries condemned Brazil.",
        "Peru and Chile signed a pact. France supports one of the two countries.",
        "Peru and Chile signed a pact. The two countries that border Brazil condemned it.",
        "Peru and Chile signed a pact. The three countries condemned Brazil.",
        "Peru and Chile signed a pact. Other countries protested. These countries condemned Brazil.",
        "Peru and Chile signed a pact. It rained. It snowed. It froze. It thawed. Both countries condemned Brazil.",
    ],
)
def test_others_are_left_alone(together: Meant, text: str) -> None:
    assert together(text, "countries") == []


def test_every_line_is_a_plural_in_small_letters_of_a_known_kind() -> None:
    kinds = {"state", "government", "person", "party", "union", "company", "media", "body", "any"}
    for several in load_several().values():
        assert several.noun.islower()
        assert several.kind in kinds
        assert several.gender in ("", "m", "f")
        assert several.number in (0, 2, 3)


@pytest.mark.parametrize(
    "description", ['These "progressive" governments', "These three landlocked nations", "These junta-led countries"]
)
def test_words_between_may_be_quoted_or_tell_their_sort(
    analyser: Analyser, parse: Callable[..., Parsed], description: str
) -> None:
    parsed = parse(f"Brazil, Mexico and Chile met. {description} condemned France.", language="en")
    several = analyser.resolver.resolve(parsed).several
    assert [[m.actor.country for m in each] for each in several.values()] == [["BRA", "MEX", "CHL"]]
