"""What long sentences of analysis tell beside their main verb: circumstances, gerunds, companions, crowds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Kind, Statement

Find = Callable[..., list[Statement]]


def told(find: Find, text: str) -> set[tuple[str, str, str, str]]:
    """Each event and tie as first parties, type or relation, second parties and commitment, names joined by commas."""
    found: set[tuple[str, str, str, str]] = set()
    for s in find(text):
        if s.kind is Kind.EVENT and s.event:
            actors, recipients = (", ".join(r.name for r in side) for side in (s.event.actors, s.event.recipients))
            found.add((actors, s.event.type.value, recipients, s.commitment.value))
        elif s.kind is Kind.TIE and s.tie:
            found.add((s.tie.a.name, s.tie.relation.value, s.tie.b.name, s.commitment.value))
    return found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what is answered, and what one goes on doing all the same
        (
            "In retaliation for US sanctions, Nicolás Maduro expelled three diplomats.",
            ("United States", "COERCE", "Nicolás Maduro", "stated"),
        ),
        (
            "Nicolás Maduro responded to US threats by recalling his envoy.",
            ("United States", "THREATEN", "Nicolás Maduro", "stated"),
        ),
        (
            "Over the objections of Colombia, Ecuador expelled hundreds of migrants.",
            ("Colombia", "ACCUSE", "Ecuador", "stated"),
        ),
        (
            "Despite pressure from the United States, Brazil refused to leave the bloc.",
            ("United States", "REQUEST", "Brazil", "stated"),
        ),
        (
            "At the behest of Donald Trump, Mexico deployed its National Guard.",
            ("Mexico", "MOBILIZE", "", "stated"),
        ),
        # gerunds and infinitives set before or behind
        (
            "The mood was grim. By recognising Juan Guaidó, Donald Trump provoked Nicolás Maduro.",
            ("Donald Trump", "SUPPORT", "Juan Guaidó", "stated"),
        ),
        (
            "The mood was grim. By recognising Juan Guaidó, Donald Trump provoked Nicolás Maduro.",
            ("Donald Trump", "COERCE", "Nicolás Maduro", "stated"),
        ),
        (
            "Rather than supporting Juan Guaidó, Mexico offered to mediate.",
            ("Mexico", "SUPPORT", "Juan Guaidó", "denied"),
        ),
        (
            "In a bid to isolate Cuba, the United States pressed Panama to cut its ties.",
            ("United States", "SANCTION", "Cuba", "stated"),
        ),
        (
            "Brazil joined Mexico in condemning Augusto Pinochet.",
            ("Brazil, Mexico", "ACCUSE", "Augusto Pinochet", "stated"),
        ),
        (
            "Venezuela had no choice but to turn to China.",
            ("Venezuela", "REQUEST", "China", "stated"),
        ),
        (
            "It was a mistake for Brazil to recognise Jeanine Áñez.",
            ("Brazil", "SUPPORT", "Jeanine Áñez", "stated"),
        ),
        (
            "The United States must hold the Cuban regime to account for jailing protesters.",
            ("Government of Cuba", "COERCE", "protesters", "demanded"),
        ),
        # a series in which the parser takes a verb for another's circumstance
        (
            "Ecuador closed the base at Manta, defaulted on its debt and gave asylum to Julian Assange.",
            ("Ecuador", "AID", "Julian Assange", "stated"),
        ),
        # others who do the same
        (
            "Together with Brazil and Argentina, Mexico has pressed Israel to accept a ceasefire.",
            ("Mexico, Brazil, Argentina", "REQUEST", "Israel", "stated"),
        ),
        ("In concert with Peru, Chile condemned Evo Morales.", ("Chile, Peru", "ACCUSE", "Evo Morales", "stated")),
        ("Mexico, along with Peru, condemned Evo Morales.", ("Mexico, Peru", "ACCUSE", "Evo Morales", "stated")),
        # whoever took part in protests
        ("The decision sparked protests in Bolivia.", ("Bolivian protesters", "PROTEST", "", "stated")),
        # who is told apart from a group
        (
            "The list of those sanctioned by the United States includes Diosdado Cabello.",
            ("United States", "COERCE", "Diosdado Cabello", "stated"),
        ),
        (
            "Among those jailed by Daniel Ortega are Dora María Téllez and Hugo Torres.",
            ("Daniel Ortega", "COERCE", "Dora María Téllez, Hugo Torres", "stated"),
        ),
        # what is promised of whom, and given to whom
        (
            "Javier Milei vowed to sever ties with China.",
            ("Javier Milei", "THREATEN", "China", "stated"),
        ),
        ("Venezuela promised to send Cuba oil.", ("Venezuela", "AGREE", "Cuba", "stated")),
        ("The United States gave $52,500 to Fundamedios.", ("United States", "AID", "Fundamedios", "stated")),
        (
            "The Zapatista Army of National Liberation declared war on Mexico.",
            ("Zapatista Army of National Liberation", "THREATEN", "Mexico", "stated"),
        ),
        (
            "Norway brokered talks in Barbados between Peru and Chile.",
            ("Norway", "CONSULT", "Peru, Chile", "stated"),
        ),
        # removed from office, and not a name from a wall
        (
            "The Algerian army removed Abdelaziz Bouteflika.",
            ("Army of Algeria", "COERCE", "Abdelaziz Bouteflika", "stated"),
        ),
        # ties
        (
            "Relations between Nicaragua and the United States have reached their lowest point.",
            ("Nicaragua", "opposes", "United States", "stated"),
        ),
        ("Moscow has turned Nicaragua into its outpost.", ("Government of Russia", "controls", "Nicaragua", "stated")),
        (
            "Without the support of Russia, Bashar al-Assad could not have survived.",
            ("Russia", "supports", "Bashar al-Assad", "stated"),
        ),
        (
            "Lula took the place of Jair Bolsonaro.",
            ("Luiz Inácio Lula da Silva", "succeeds", "Jair Bolsonaro", "stated"),
        ),
        ("Behind Juan Guaidó stood the United States.", ("United States", "SUPPORT", "Juan Guaidó", "stated")),
    ],
)
def test_what_a_long_sentence_tells(find: Find, sentence: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in told(find, sentence)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("In response to Russia's invasion of Ukraine, Germany imposed sanctions.", ("Russia", "ASSAULT", "Germany")),
        ("The hotel removed Bill Clinton's name from the wall.", ("hotel", "COERCE", "Bill Clinton")),
        ("With help from Peru, Chile has withstood years of Russian sanctions.", ("Russia", "COERCE", "Peru")),
        ("The party flew Evo Morales to Mexico.", ("party", "CONSULT", "Evo Morales")),
        ("Peru armed the rebels, a charge that Chile denied.", ("Chile", "REJECT", "rebels")),
        ("Peru stood by Evo Morales through sanctions.", ("Peru", "COERCE", "Evo Morales")),
        ("Peru did not respond to requests for comment from Chile.", ("Chile", "REQUEST", "Peru")),
    ],
)
def test_what_it_does_not_tell(find: Find, sentence: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in {told[:3] for told in told(find, sentence)}
