"""Plain sentences of political news, as anyone would write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Kind, Statement

Find = Callable[..., list[Statement]]
Told = set[tuple[str, str, str, str]]


def told(find: Find, text: str) -> Told:
    """Each event as actors, type, recipients and holder, names joined by commas."""
    return {
        (
            ", ".join(a.name for a in s.event.actors),
            s.event.type.value,
            ", ".join(r.name for r in s.event.recipients),
            s.holder.name,
        )
        for s in find(text)
        if s.kind is Kind.EVENT and s.event
    }


@pytest.mark.parametrize(
    ("sentence", "actors", "type_", "recipients"),
    [
        # a longer phrase that lacks its parties leaves it to the word alone: "meet in", "free prisoner"
        ("Evo Morales met Gustavo Petro in Brasília.", "Evo Morales", "CONSULT", "Gustavo Petro"),
        ("Nicaragua freed 200 political prisoners.", "Nicaragua", "RETREAT", "political prisoners"),
        ("The United States warned Nicaragua of further sanctions.", "United States", "THREATEN", "Nicaragua"),
        ("Augusto Pinochet seized power in a coup backed by Peru.", "Augusto Pinochet", "COERCE", ""),
        # crowds without a name
        ("Thousands marched against the government of Peru.", "", "PROTEST", "Government of Peru"),
        ("Tens of thousands of people protested in La Paz against Evo Morales.", "", "PROTEST", "Evo Morales"),
        # critics and opponents
        ("Critics accuse Evo Morales of corruption.", "critics", "ACCUSE", "Evo Morales"),
        # who is seen, rather than where
        ("Gustavo Petro travelled to Caracas for talks with Evo Morales.", "Gustavo Petro", "CONSULT", "Evo Morales"),
        ("Washington plotted a coup against Evo Morales.", "Government of the United States", "COERCE", "Evo Morales"),
        # dismissals
        ("Luis Arce sacked Evo Morales.", "Luis Arce", "COERCE", "Evo Morales"),
        (
            "Gustavo Petro dismissed the head of the Colombian army.",
            "Gustavo Petro",
            "COERCE",
            "National Army of Colombia",
        ),
        # who is given or denied something
        ("Ecuador granted Assange political asylum.", "Ecuador", "AID", "Assange"),
        ("The Communist Party of Chile denounced that peasants were jailed.", "Communist Party of Chile", "ACCUSE", ""),
    ],
)
def test_a_plain_sentence(find: Find, sentence: str, actors: str, type_: str, recipients: str) -> None:
    assert (actors, type_, recipients) in {event[:3] for event in told(find, sentence)}


def test_a_month_is_no_march(find: Find) -> None:
    assert not any(type_ == "PROTEST" for _, type_, _, _ in told(find, "Hugo Chávez died in March 2013."))


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Brazil condemned the coup against Manuel Zelaya.", "author"),
        ("The coup against Manuel Zelaya was condemned by Brazil.", "author"),
        ("Brazil said that the coup against Manuel Zelaya had failed.", "Brazil"),
    ],
)
def test_what_someone_takes_a_stand_on_is_the_writers(find: Find, sentence: str, holder: str) -> None:
    assert [who for _, type_, whom, who in told(find, sentence) if (type_, whom) == ("COERCE", "Manuel Zelaya")] == [
        holder
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Communist Party of Chile rejects the amnesty. We call on the OAS to act.",
        "The Communist Party of Chile calls for peace.\n\nThe coup goes on. We urge the OAS to act.",
    ],
)
def test_we_are_the_body_that_declares(find: Find, text: str) -> None:
    assert ("Communist Party of Chile", "REQUEST", "Organization of American States", "author") in told(find, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Communist Party of Chile rejected the amnesty. We went to see the OAS.",
        'The Communist Party of Chile rejects the amnesty. A man shouted: "We call on the OAS to act!"',
    ],
)
def test_we_are_nobody_known_where_no_body_declares(find: Find, text: str) -> None:
    assert not any("Communist Party" in who and type_ != "REJECT" for who, type_, _, _ in told(find, text))


def test_who_accuses_right_behind_a_month(find: Find) -> None:
    text = "In December Mexico accused the government of Jeanine Áñez of harassing and intimidating its diplomats."
    assert ("Government of Bolivia", "COERCE", "diplomats", "Mexico") in told(find, text)
