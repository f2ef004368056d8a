"""What looks like an event or tie and is none, or has other parties than those who stand nearest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Kind, Statement

Find = Callable[..., list[Statement]]


def events(statements: list[Statement]) -> list[tuple[str, set[str], set[str]]]:
    return [
        (s.event.type.value, {a.name for a in s.event.actors}, {r.name for r in s.event.recipients})
        for s in statements
        if s.event
    ]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Norway broke down barriers with Kenya.", "REJECT"),
        ("Norway was pressed in an interview about Kenya.", "REQUEST"),
        ("Norway deployed its savings in Kenya.", "MOBILIZE"),
        ("Angela Merkel has demonstrated a love of Kenya.", "PROTEST"),
        ("Angela Merkel wins by ten points in the latest poll.", "OTHER"),
        ("Angela Merkel has been fighting all her life.", "ACCUSE"),
        ("The death of Angela Merkel left the court divided.", "SANCTION"),
    ],
)
def test_no_event(find: Find, sentence: str, type_: str) -> None:
    assert type_ not in {type_ for type_, _, _ in events(find(sentence))}


def test_who_stands_for_the_person_and_not_for_the_body_within(find: Find) -> None:
    made = events(find("Ann Cole, a delegate from Kenya who has accused Angela Merkel, left."))
    assert ("ACCUSE", {"Ann Cole"}, {"Angela Merkel"}) in made


def test_our_generals_are_not_the_speaker(find: Find) -> None:
    made = events(find('"Angela Merkel lashed out at our nation\'s generals," Ann Cole said.'))
    assert all("Ann Cole" not in recipients for _, _, recipients in made)


def test_those_lobbied_for_someone_are_not_that_someone(find: Find) -> None:
    made = events(find("Norway lobbied dozens of ministers for Angela Merkel."))
    assert all("Angela Merkel" not in recipients for _, _, recipients in made)


def test_where_an_attack_was_is_not_whom_it_struck(find: Find) -> None:
    made = events(find("A shooting in Nairobi, Kenya, killed ten."))
    assert all("Kenya" not in recipients for type_, _, recipients in made if type_ == "ASSAULT")


def test_a_list_does_not_share_the_phrase_of_its_last_member(find: Find) -> None:
    ties = [s.tie for s in find("The Pentagon, the Department of State and the agencies of Spain met.") if s.tie]
    assert all(t.b.name != "Spain" for t in ties)


def test_what_the_writer_puts_in_brackets_is_the_writers(find: Find) -> None:
    statements = find("Angela Merkel (who leads the United Nations) must resign, Ann Cole said.")
    assert all(s.holder.is_author for s in statements if s.kind is Kind.TIE)


def test_an_office_in_anothers_indirect_words_is_the_writers(find: Find) -> None:
    statements = find("Ann Cole said that Kenyan President William Ruto had left.")
    assert all(s.holder.is_author for s in statements if s.tie and s.tie.relation == "leads")


def test_the_commitment_of_a_figure_is_that_of_its_clause(find: Find) -> None:
    figures = [s for s in find("About 40 percent of the miners will leave Kenya.") if s.figure]
    assert [s.commitment.value for s in figures] == ["predicted"]
