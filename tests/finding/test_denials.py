"""What is said not to happen, what is only alleged, and what is given as known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Kind, Statement

Find = Callable[..., list[Statement]]


def told(statements: list[Statement], type_: str) -> set[tuple[str, str]]:
    """Commitment and holder of the events of a type."""
    return {
        (s.commitment.value, s.holder.name)
        for s in statements
        if s.kind is Kind.EVENT and s.event and s.event.type == type_
    }


@pytest.mark.parametrize(
    ("sentence", "type_", "commitment"),
    [
        ("Norway attacked neither Sudan nor Kenya.", "ASSAULT", "denied"),
        ("Neither Norway nor Sweden attacked Kenya.", "ASSAULT", "denied"),
        ("Nor did Norway invade Kenya.", "ASSAULT", "denied"),
        ("No Norwegian minister has condemned Kenya.", "ACCUSE", "denied"),
        ("Instead of condemning Kenya, Norway left.", "ACCUSE", "denied"),
        ("Norway praised Sudan rather than condemning Kenya.", "ACCUSE", "denied"),
        ("Rather than condemn Kenya, Norway praised Sudan.", "ACCUSE", "denied"),
        ("Norway showed no sign of attacking Kenya.", "ASSAULT", "denied"),
        ("It is unlikely that Norway will attack Kenya.", "ASSAULT", "denied"),
        ("Norway denied having attacked Kenya.", "ASSAULT", "denied"),
        ("Norway not only condemned Kenya but left the talks.", "ACCUSE", "stated"),
        ("Norway did not merely condemn Kenya, it left.", "ACCUSE", "stated"),
        ("Norway, which would later attack Kenya, signed the pact.", "ASSAULT", "stated"),
        ("Norway cannot afford to be silent about the attack on Kenya.", "ASSAULT", "stated"),
        ("Norway claimed that the attack on Kenya was illegal.", "ASSAULT", "stated"),
        ("Norway urged Kenya to end attacks on Sudan.", "ASSAULT", "stated"),
        ("It is not clear that Norway attacked Kenya.", "ASSAULT", "alleged"),
        ("A general is wanted for the murder of Ana Ruiz.", "ASSAULT", "alleged"),
        ("A Norwegian general was detained on suspicion of murdering Kenyan farmers.", "ASSAULT", "alleged"),
        ("Norwegian troops are accused of attacking Kenya.", "ASSAULT", "alleged"),
        ("Norway denied any part in the attack on Kenya.", "ASSAULT", "denied"),
        ("Norway is playing with the idea of condemning Kenya.", "ACCUSE", "conditional"),
        ("There is a risk of war between Norway and Kenya.", "ASSAULT", "conditional"),
        ("Norway can condemn Kenya.", "ACCUSE", "conditional"),
        ("Norway is going to condemn Kenya.", "ACCUSE", "predicted"),
        ("Norway will march to attack Kenya.", "ASSAULT", "predicted"),
        ("A senator argued for the assassination of Kenyan generals.", "ASSAULT", "demanded"),
    ],
)
def test_how_firmly(find: Find, sentence: str, type_: str, commitment: str) -> None:
    assert commitment in {firmness for firmness, _ in told(find(sentence), type_)}


def test_what_happens_in_its_place_has_the_same_doer(find: Find) -> None:
    made = [s.event for s in find("Instead of condemning Kenya, Norway praised Sudan.") if s.event]
    pairs = {(a.name, r.name) for e in made for a in e.actors for r in e.recipients}
    assert pairs == {("Norway", "Kenya"), ("Norway", "Sudan")}


def test_to_deny_a_deed_accuses_no_one_of_denial(find: Find) -> None:
    assert told(find("Norway denied having attacked Kenya."), "REJECT") == set()


def test_what_is_still_to_be_done_is_not_demanded(find: Find) -> None:
    ties = [s for s in find("Norway has yet to recognise Kenya.") if s.kind is Kind.TIE]
    assert [s.commitment.value for s in ties] == ["denied"]


def test_support_that_is_called_for_is_not_stated(find: Find) -> None:
    for sentence in (
        "Norway called on governments to act in support of Kenya.",
        "Norway called on all unions to voice their support for Kenya.",
    ):
        commitments = {s.commitment.value for s in find(sentence) if s.tie and s.tie.b.name == "Kenya"}
        assert commitments <= {"demanded"}, sentence
