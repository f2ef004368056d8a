"""What is looked at together, what is joined, and what is not: blocks, kernels, comparisons, names and tables."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from typing import Any

import pytest
from matters_fakes import DAY, coup, fact, matters, resigned

from dissensus.matters.facts import DocumentFacts, Fact, SourceNote, unpacked
from dissensus.matters.kernels import kernels_of, unpacked_kernel
from dissensus.matters.making import make_facts
from dissensus.matters.themes import term_of, terms
from dissensus.matters.titles import titles_of


def event(number: int, **cells: Any) -> Fact:
    day = cells.pop("day", DAY)
    return fact("a", number=number, **{"first": day, "last": day, "precision": "day"} | cells)


def together(*facts: Fact) -> bool:
    return len(matters(*facts)) == 1


def test_days_that_can_be_the_same() -> None:
    assert together(event(1), event(2, day=DAY + 4))
    assert not together(event(1), event(2, day=DAY + 60))
    assert together(event(1), event(2, first=DAY - 12, last=DAY + 16))
    assert not together(event(1), event(2, first=DAY - 3000, last=DAY + 3000))


def test_a_series_of_days_is_not_one_endless_matter() -> None:
    days = [event(number, day=DAY + 6 * number) for number in range(60)]
    assert all(len(matter) <= 9 for matter in matters(*days))
    assert len(matters(*days)) > 6


def test_what_has_no_date_joins_what_was_going_on_when_it_was_told() -> None:
    undated = {"first": None, "last": None, "hint": DAY + 20}
    assert together(event(1), event(2, **undated))
    assert not together(event(1), event(2, **undated | {"hint": DAY - 400}))
    found = matters(event(1), event(2, day=DAY + 300), event(3, **undated), event(4, **undated | {"hint": DAY + 310}))
    assert found == [{"0001", "0003"}, {"0002", "0004"}]


def test_another_party_is_another_matter_but_for_a_deed_whose_culprit_is_in_dispute() -> None:
    other = {"agents": ("corv",)}
    assert not together(event(1, body="SANCTION"), event(2, body="SANCTION", **other))
    assert together(event(1, place="old bridge"), event(2, place="old bridge", **other))
    assert not together(event(1, place="old bridge"), event(2, place="market", **other))
    assert not together(event(1), event(2, objects=("corv",)))


def test_a_state_and_its_bodies() -> None:
    assert together(event(1, agents=("arda.military",)), event(2))


def test_one_deed_under_two_types() -> None:
    assert together(event(1, body="ASSAULT"), event(2, body="COERCE"))
    assert not together(event(1, body="ASSAULT"), event(2, body="AID"))
    assert not together(event(1, body="ASSAULT"), event(2, body="COERCE", day=DAY + 25))


def test_what_one_party_says_undated_is_not_the_same() -> None:
    alone = {"body": "REJECT", "objects": (), "first": None, "last": None, "named": ("arda",)}
    assert not together(event(1, **alone), event(2, **alone))


def test_common_nouns_are_not_the_same_in_two_documents() -> None:
    crowd = {"agents": ("~found.protesters",), "objects": (), "body": "PROTEST", "mode": "demo"}
    assert not together(event(1, **crowd), event(2, **crowd))
    assert together(event(1, **crowd, document=9), event(2, **crowd, document=9))


def test_a_coup_and_a_resignation() -> None:
    told = {"country": "ARD"}
    first = coup("a", number=1, objects=("ruiz",), **told)
    assert together(first, resigned("b", number=2, first=DAY, last=DAY, **told))
    assert not together(first, resigned("b", number=2, agents=("lopez",), first=DAY, last=DAY, **told))
    assert not together(first, resigned("b", number=2, country="COR", first=DAY, last=DAY))
    assert not together(first, resigned("b", number=2, first=DAY + 3000, last=DAY + 3000, **told))
    assert not together(coup("a", number=1, country="ARD"), coup("a", number=2, country="COR"))


def test_coups_of_which_nothing_tells_when() -> None:
    never = {"hint": None, "told": None, "country": "ARD"}
    assert not together(coup("a", number=1, objects=(), **never), coup("b", number=2, objects=(), **never))
    ruiz = {"objects": ("ruiz",)}
    assert together(coup("a", number=1, **ruiz, **never), coup("b", number=2, **ruiz, **never))


def test_ties() -> None:
    def tie(number: int, relation: str, a: str = "arda", b: str = "belm", **cells: Any) -> Fact:
        return fact("a", number=number, kind="tie", body=relation, agents=(a,), objects=(b,), value=1, **cells)

    assert together(tie(1, "supports"), tie(2, "opposes", "belm", "arda"))
    assert not together(tie(1, "supports"), tie(2, "leads"))
    assert not together(tie(1, "leads"), tie(2, "leads", "belm", "arda"))
    old = {"first": DAY - 9000, "last": DAY - 8000}
    assert not together(tie(1, "supports", first=DAY, last=DAY), tie(2, "supports", **old))


def test_figures() -> None:
    def figure(number: int, value: float, **cells: Any) -> Fact:
        plain = {"kind": "figure", "body": "deaths", "mode": "people", "objects": (), "value": value}
        return fact("a", number=number, **plain | {"first": DAY, "last": DAY} | cells)

    assert together(figure(1, 37), figure(2, 18))
    assert not together(figure(1, 37), figure(2, 37, agents=("corv",), country="COR"))
    assert not together(figure(1, 37), figure(2, 37, first=DAY + 90, last=DAY + 90))
    assert together(figure(1, 47.08), figure(2, 47.08, body="share"))
    assert not together(figure(1, 3), figure(2, 3, body="share", agents=("arda.police",)))


def test_facts_and_kernels_come_back_from_the_record() -> None:
    one = event(1, place="old bridge", value=3.5)
    assert unpacked(one.packed()) == one
    kernel = kernels_of(5, [one])[0][0]
    assert unpacked_kernel(kernel.packed()) == kernel


@pytest.mark.parametrize(
    ("entry", "term"),
    [
        ("coup", "coup"),
        ("orchestrate coup attempt", "coup"),
        ("oust from", "overthrow"),
        ("step down as", "resignation"),
        ("assume presidency", "succession"),
        ("election fraud", "fraud"),
        ("meet with", None),
    ],
)
def test_words_of_dispute(entry: str, term: str | None) -> None:
    found = term_of(f"events.tsv:{entry}")
    assert (found.term if found else None) == term


def test_every_term_stands_against_another() -> None:
    themes = {term.theme for term in terms()}
    for theme in themes:
        assert any(term.stands == "charge" for term in terms() if term.theme == theme)
    for one in terms():
        for entry in one.entries:
            assert entry == entry.lower()
            assert "*" not in entry.strip("*")


def _facts(bodies: Sequence[dict[str, Any]], **known: Any) -> list[Fact]:
    document = {"number": 1, "id": "d1", "source": "Herald", "author": None, "title": None, "path": "a.txt"}
    rows = [(number, f"s{number}", number * 100, json.dumps(body)) for number, body in enumerate(bodies)]
    notes: list[SourceNote] = []
    return make_facts(
        DocumentFacts(**document | {"date": "2019-11-20"} | known),
        rows,
        lambda *_: known.get("speaks", False),
        notes.append,
    )


def _coup(country: str | None = None, start: str | None = None, word: str = "coup", **holder: Any) -> dict[str, Any]:
    victim = {"id": "ruiz", "name": "Ruiz", "type": "person", "country": country}
    return {
        "kind": "event",
        "commitment": "stated",
        "confidence": 0.7,
        "holder": {"name": "the author", "is_author": True} | holder,
        "explanation": {"lexicon": "events.tsv:coup", "words": [word]},
        "event": {
            "type": "COERCE",
            "contexts": ["coup"],
            "recipients": [victim] if country else [],
            "date": {"start": start, "end": start, "precision": "day"} if start else {},
        },
    }


def test_a_coup_of_no_named_country_is_that_of_its_neighbour() -> None:
    first, second = _facts([_coup("ARD", "2019-11-10"), _coup()])
    assert (first.country, second.country) == ("ARD", "ARD")
    assert second.hint == first.first
    assert not second.dated


def test_coups_in_the_plural_are_no_one_coup() -> None:
    first, second = _facts([_coup("ARD"), _coup(word="coups")])
    assert first.country == "ARD"
    assert second.country == ""
    assert not together(first, second)


def test_the_coup_said_again_is_that_of_the_victim_named_beside_it() -> None:
    first, second = _facts([_coup("ARD"), _coup()], date=None)
    assert second.objects == first.objects == ("ruiz",)
    assert together(first, second)


def test_a_year_tells_not_when_its_neighbours_happened() -> None:
    year = _coup("ARD", "2017-01-01")
    year["event"]["date"] = {"start": "2017-01-01", "end": "2017-12-31", "precision": "year"}
    _, second = _facts([year, _coup("ARD")])
    assert second.hint == second.told


def test_what_is_done_to_a_region_is_no_one_invasion() -> None:
    victim = {"id": "africa", "name": "Africa", "type": "place", "country": None}
    invasion = _coup()
    invasion["explanation"]["lexicon"] = "events.tsv:invasion"
    invasion["event"] |= {"type": "ASSAULT", "contexts": [], "recipients": [victim]}
    assert _facts([invasion])[0].theme == ""
    invasion["event"]["recipients"] = [victim | {"id": "arda", "name": "Arda"}]
    assert _facts([invasion])[0].theme == "war"


def test_the_states_of_a_region_are_the_region() -> None:
    told = _coup()
    told["event"]["recipients"] = [{"id": "african-countries", "name": "African countries", "type": "bloc"}]
    assert _facts([told])[0].objects == ("africa",)


def test_undated_deaths_of_a_state_are_not_the_same() -> None:
    clash = {"theme": "killing", "term": "clash", "mode": "=clash", "agents": (), "country": "BELM", "first": None}
    assert not together(event(1, **clash, last=None), event(2, **clash, last=None))


def test_sources_of_a_statement() -> None:
    own, named, unnamed = _facts(
        [
            _coup("ARD"),
            _coup("ARD", id="lopez", name="Lopez", is_author=False),
            _coup("ARD", name="experts", is_author=False),
        ]
    )
    assert own.sources == ("publisher:herald",)
    assert named.sources == ("holder:lopez",)
    assert unnamed.sources == ("holder:~experts@d1",)
    assert _facts([_coup("ARD")], source=None, author="M. Diaz")[0].sources == ("author:m. diaz",)
    assert _facts([_coup("ARD")], source=None)[0].sources == ("document:d1",)


def test_titles_take_no_side() -> None:
    names = {"ard": "Arda", "arda": "Arda", "belm": "Belmia", "ruiz": "Ana Ruiz"}.get
    called = [coup("a", number=1, country="ARD", objects=("ruiz",), first=DAY, last=DAY)]
    assert titles_of(called, names)["en"].startswith("Whether what happened in Arda was a coup (")  # type: ignore[arg-type]
    denied = [coup("a", "denied", number=1, country="ARD", objects=("ruiz",))]
    assert titles_of(denied, names)["en"] == "Whether what happened in Arda was a coup"  # type: ignore[arg-type]
    tie = fact("a", number=1, kind="tie", body="opposes", value=-1)
    assert titles_of([tie], names)["en"] == "How Arda and Belmia stand to each other"  # type: ignore[arg-type]
    assert titles_of([event(1)], names)["en"].startswith("Use of force: Arda → Belmia (")  # type: ignore[arg-type]


def test_titles_in_spanish() -> None:
    names = {"ard": "Arda", "arda": "Arda", "belm": "Belmia", "ruiz": "Ana Ruiz", "iza": "Iza", "bel": "Bel"}
    october = {"first": datetime.date(2019, 10, 20).toordinal(), "last": datetime.date(2019, 11, 12).toordinal()}
    called = [coup("a", number=1, country="ARD", objects=("ruiz",), **october)]
    told = "Si lo ocurrido en Arda fue un golpe de Estado (octubre–noviembre de 2019)"
    assert titles_of(called, names.__getitem__)["es"] == told
    denied = [coup("a", "denied", number=1, country="", objects=("ruiz",))]
    assert titles_of(denied, names.__getitem__)["es"] == "Si lo ocurrido fue un golpe de Estado"
    tie = fact("a", number=1, kind="tie", body="opposes", value=-1, objects=("iza",))
    assert titles_of([tie], names.__getitem__)["es"] == "Cómo se relacionan Arda e Iza"
