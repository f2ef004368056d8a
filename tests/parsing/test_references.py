"""What pronouns stand for."""

import pytest

from dissensus.model import Turn


def read(parsed):
    """Each reference as (pronoun, antecedent)."""
    return [(parsed.text(found.pronoun), parsed.text(found.antecedent)) for found in parsed.references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Roth says her party will win.", ("her", "Anna Roth")),
        ("Anna Roth leads the union. She expects a strike.", ("She", "Anna Roth")),
        ("President Juan Ruiz met Maria Lopez. He gave her a book.", ("He", "Juan Ruiz")),
        ("President Juan Ruiz met Maria Lopez. He gave her a book.", ("her", "Maria Lopez")),
        ("Mr. Soto resigned on Monday. His deputy stayed.", ("His", "Soto")),
        ("The spokeswoman left early. She took no questions.", ("She", "The spokeswoman")),
        ("The army that took the city burned the bridge.", ("that", "The army")),
        ("The farmers who fled came back.", ("who", "The farmers")),
        ("The treaty, which Congress rejected, is dead.", ("which", "The treaty")),
        ("The general blamed himself.", ("himself", "The general")),
        ("Bolivia recalled its ambassador.", ("its", "Bolivia")),
        ("The court was content with Bolivia and its president.", ("its", "Bolivia")),
        ("The government said it would resign.", ("it", "The government")),
        ("The workers left their factory.", ("their", "The workers")),
        ("Officials said they had no list.", ("they", "Officials")),
        ("The council met on Monday. It rejected the plan.", ("It", "The council")),
        ("The soldiers who lost their homes wept.", ("their", "The soldiers")),
        ("The firm that sold its mines left.", ("its", "The firm")),
        ("The officer who praised himself left.", ("himself", "The officer")),
        ("Anna Roth won and praised herself.", ("herself", "Anna Roth")),
        ("Pedro Soto noted that Juan Ruiz lost his seat.", ("his", "Juan Ruiz")),
        ("The leader of the union who lost the vote left.", ("who", "The leader of the union")),
        ("Juan Ruiz was guilty of the crimes Mr. Soto reported. He had lied.", ("He", "Juan Ruiz")),
        ("Peru condemned Chile for its raids on the ports.", ("its", "Chile")),
        ("Pedro Soto praised Juan Ruiz for his courage.", ("his", "Juan Ruiz")),
        ("“We had no choice,” said Juan Ruiz.", ("We", "Juan Ruiz")),
        ("“I will go,” said Maria Lopez.", ("I", "Maria Lopez")),
    ],
)
def test_what_it_stands_for(parse, text, expected):
    assert expected in read(parse(text))


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Pedro Soto told Juan Ruiz that he had lost.", "he"),
        ("It is clear that it rained.", "it"),
        ("He came in late.", "He"),
        ("When she arrived, Anna Roth was tired.", "she"),
        ("Anna Roth left the room. He stayed.", "He"),
        ("Peru and Chile signed. It was a long night.", "It"),
        ("The former won and the latter lost.", "former"),
        ("We will see.", "We"),
        ("The ministry named the group's leaders and its bankers.", "its"),
        ("She praised herself.", "herself"),
        ("The bathroom that matches their wishes is closed.", "their"),
    ],
)
def test_it_abstains(parse, text, pronoun):
    assert pronoun not in [found for found, _ in read(parse(text))]


def test_a_chain_leads_to_a_name_never_to_a_pronoun(parse):
    parsed = parse("Anna Roth won. She thanked the voters. She then left. Her deputy stayed.")
    assert read(parsed) == [("She", "Anna Roth"), ("She", "Anna Roth"), ("Her", "Anna Roth")]


def test_an_object_is_not_the_subject_of_its_verb(parse):
    parsed = parse("Juan Ruiz spoke first. Pedro Soto thanked him.")
    assert ("him", "Pedro Soto") not in read(parsed)


def test_a_speaker_does_not_call_himself_he(parse):
    parsed = parse("“He is a thief,” said Juan Ruiz.")
    assert ("He", "Juan Ruiz") not in read(parsed)


def test_the_pronoun_that_speaks_leads_to_a_name(parse):
    parsed = parse("Maria Lopez met the press. “I will run again,” she said.")
    assert read(parsed) == [("I", "Maria Lopez"), ("she", "Maria Lopez")]


def test_a_couple_with_one_surname_is_two_persons(parse):
    parsed = parse("Mr. Soto and Mrs. Soto both ran. Mrs. Soto won. She took office in May.")
    assert ("She", "Soto") in read(parsed)
    she = next(found for found in parsed.references if parsed.text(found.pronoun) == "She")
    assert parsed.sentences[1].span.start <= she.antecedent.start < parsed.sentences[1].span.end


def test_the_gender_of_a_full_name_holds_for_the_surname(parse):
    parsed = parse("Maria Soto won the vote in Lima. Juan Ruiz lost. Soto thanked the crowd before she left.")
    assert ("she", "Soto") in read(parsed)


def test_who_goes_to_the_person_past_the_place(parse):
    assert ("who", "A farmer") in read(parse("A farmer in the Andes region who lost two sons spoke."))


def test_the_first_person_of_a_turn_is_its_speaker(parse):
    text = "Juan Ruiz met the paper in Lima.\n\nI never signed the order."
    answer = text.index("I never")
    parsed = parse(text, turns=(Turn(start=answer, end=len(text), speaker="Juan Ruiz"),))
    assert ("I", "Juan Ruiz") in read(parsed)


def test_an_empty_document_has_none(parse):
    assert parse("").references == []
