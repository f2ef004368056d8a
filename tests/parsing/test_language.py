from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.parsing.language import language_of
from dissensus.parsing.parsed import Parsed

SPANISH = (
    "El gobierno de Bolivia condenó el golpe de Estado y pidió ayuda a México y a la Argentina en octubre, mientras "
    "los manifestantes seguían en las calles de La Paz y de Cochabamba y nadie sabía quién mandaba en el país."
)


def test_languages_are_told_apart() -> None:
    assert language_of(SPANISH) == "es"
    assert language_of("The government of Bolivia condemned the coup and asked its neighbours for help.") == "en"
    assert language_of("La Paz") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Regierung wies den Vorwurf zurück und kündigte an, dass sie mit den Nachbarn verhandeln werde."),
        ("it", "Il governo ha respinto le accuse e ha annunciato che non riconoscerà il nuovo presidente del paese."),
        ("nl", "De regering wees de beschuldiging van de hand en zei dat zij met de buurlanden zou onderhandelen."),
        ("ru", "Правительство отвергло обвинения и заявило о переговорах."),
        ("ar", "رفضت الحكومة هذا الاتهام وأعلنت أنها ستتفاوض مع جيرانها في الشهر المقبل."),
        ("en", "The government rejected the charge of Nicolás Maduro and Delcy Rodríguez, and said so in Caracas."),
    ],
)
def test_a_language_that_is_not_analysed_is_not_taken_for_english(language: str, text: str) -> None:
    assert language_of(text) == language


def test_a_few_words_are_in_a_language_often_met() -> None:
    assert language_of("Van der Bellen and Rutte met Merkel in Den Haag and Berlin") == "en"


def test_a_long_passage_in_another_language_is_left_out(parse: Callable[..., Parsed]) -> None:
    parsed = parse(f"The minister wrote a letter to the assembly about what had happened there.\n\n{SPANISH}")
    assert parsed.language == "es" or [p.language for p in parsed.paragraphs] == ["en", "es"]
    assert all(len(p.doc) == 0 for p in parsed.paragraphs if p.language == "es")


def test_names_do_not_make_a_short_sentence_foreign(parse: Callable[..., Parsed]) -> None:
    english = "The talks went on for three days, and in the end both sides signed what the mediators had written. " * 3
    parsed = parse(f"{english}\n\nMaría Corina Machado visited Juan Pablo Guanipa in Maracaibo.")
    assert parsed.paragraphs[1].language == "en"
    assert len(parsed.paragraphs[1].doc)
