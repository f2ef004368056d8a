"""Asking a record: filters, searches, single things, contexts, figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_fakes import fake

from dissensus.errors import DissensusError, NotFoundError
from dissensus.model import ActorType, Commitment, EventType, Kind, Origin, Relation, ReviewState, Statement
from dissensus.reading.metadata import Metadata
from dissensus.record.filters import StatementFilter
from dissensus.record.order import Order
from dissensus.record.record import Record

TEXT = """Report of the week

Arde supports Belma in 2012.

Corvo says Arde attacked Dunia in 2015.

Estro denies Arde attacked Dunia in 2015.

Estro alleges Arde opposes Belma.

Belma counts 1200 in 2013.

Fonda murdered Belma.

Arde met Dunia.
"""


@pytest.fixture
def asked(tmp_path: Path) -> Record:
    folder = tmp_path / "two"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT)
    (folder / "two.txt").write_text("Garba supports Belma in 2020. Hésta leads Garba.")
    opened = Record(tmp_path / "asked.db", create=True)
    opened.read(folder / "one.txt", analyser=fake, defaults=Metadata(source="El País", date="2016-02"))
    opened.read(folder / "two.txt", analyser=fake, defaults=Metadata(source="The Post"))
    return opened


def quotes(record: Record, **wanted: object) -> list[str]:
    return [s.evidence.quote for s in record.statements(StatementFilter(**wanted))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, 9),
        ({"kinds": (Kind.TIE,)}, 4),
        ({"kinds": (Kind.TIE, Kind.LABEL)}, 5),
        ({"actor": "found:dunia"}, 3),
        ({"actor": "DUNIA"}, 3),
        ({"actor": "estro"}, 0),
        ({"pair": ("Arde", "Belma")}, 2),
        ({"pair": ("belma", "arde"), "kinds": (Kind.EVENT,)}, 0),
        ({"source": "el pais"}, 7),
        ({"holder": "author"}, 6),
        ({"holder": "Estro"}, 2),
        ({"holder": "found:corvo"}, 1),
        ({"commitments": (Commitment.DENIED, Commitment.ALLEGED)}, 2),
        ({"event_types": (EventType.ASSAULT,)}, 2),
        ({"relations": (Relation.SUPPORTS,)}, 2),
        ({"sign": -1}, 2),
        ({"sign": 0}, 1),
        ({"since": "2015"}, 2),
        ({"until": "2013-06"}, 1),
        ({"since": "2013-07", "until": "2013-08"}, 1),
        ({"since": "2014", "until": "2014"}, 0),
        ({"text": "attack*"}, 2),
        ({"text": "dunia attacked"}, 2),
        ({"text": '"attacked Dunia"'}, 2),
        ({"text": '"Dunia attacked"'}, 0),
        ({"text": '"unfinished OR ( NEAR'}, 0),
        ({"text": "???"}, 0),
        ({"min_confidence": 0.95}, 0),
        ({"min_confidence": 0.0}, 9),
        ({"document": "one.txt"}, 0),
        ({"review": ReviewState.UNREVIEWED}, 9),
        ({"review": ReviewState.ACCEPTED}, 0),
        ({"limit": 3}, 3),
        ({"limit": 3, "offset": 7}, 2),
        ({"offset": 7}, 2),
        ({"limit": 0}, 0),
    ],
)
def test_filters(asked: Record, wanted: dict[str, object], expected: int) -> None:
    if wanted.get("document"):
        document = next(asked.documents()).document
        wanted, expected = {"document": document.path}, 7
    assert len(quotes(asked, **wanted)) == expected
    if "limit" not in wanted and "offset" not in wanted:
        assert asked.count(StatementFilter(**wanted)) == expected  # type: ignore[arg-type]


def test_reading_order_is_that_of_the_texts(asked: Record) -> None:
    found = [(s.document.path, s.evidence.start) for s in asked.statements()]
    assert found == sorted(found, key=lambda place: (str(place[0]).endswith("two.txt"), place[1]))


def test_date_order_puts_unknown_dates_last(asked: Record) -> None:
    dates = [
        s.event.date.start or "none" if s.event else s.figure.date or "none" if s.figure else "none"
        for s in asked.statements(StatementFilter(order=Order.DATE))
    ]
    assert dates == sorted(dates)


def test_confidence_order_begins_with_the_surest(asked: Record) -> None:
    sure = [s.confidence for s in asked.statements(StatementFilter(order=Order.CONFIDENCE))]
    assert sure == sorted(sure, reverse=True)


def test_statements_come_back_as_they_were_found(asked: Record) -> None:
    document = next(asked.documents()).document
    found = fake(()).analyse(document).statements
    assert list(asked.statements(StatementFilter(document=document.id))) == found
    for statement in found:
        assert document.text[statement.evidence.start : statement.evidence.end] == statement.evidence.quote


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"actor": "Nobody"}, "no actor 'Nobody'"),
        ({"source": "Tass"}, "its sources are: El País, The Post"),
        ({"holder": "Zorro"}, "nobody called 'Zorro'"),
        ({"document": "zzzz"}, "no such document"),
    ],
)
def test_unknown_names_are_told(asked: Record, wanted: dict[str, str], message: str) -> None:
    with pytest.raises(NotFoundError, match=message):
        quotes(asked, **wanted)


@pytest.mark.parametrize("date", ["yesterday", "2019-13", "2019-02-30", "19", "2019-1-1"])
def test_dates_must_be_dates(asked: Record, date: str) -> None:
    with pytest.raises(DissensusError, match="is no date"):
        quotes(asked, since=date)


def test_single_statement_by_id_or_its_beginning(asked: Record) -> None:
    statement = next(asked.statements())
    assert asked.statement(statement.id) == statement
    assert asked.statement(statement.id[:8]) == statement
    for unknown in ("zzzzzzzz", statement.id[:2], "", "%"):
        with pytest.raises(NotFoundError, match=r"no such statement|several"):
            asked.statement(unknown)


def test_single_document(asked: Record) -> None:
    listed = next(asked.documents())
    document = listed.document
    assert document.text == TEXT
    assert (document.source, document.date, document.language) == ("El País", "2016-02", "en")
    assert (
        asked.document(document.id) == asked.document(document.id[:6]) == asked.document(str(document.path)) == document
    )
    assert (listed.statements, listed.words, listed.analysed) == (7, len(TEXT.split()), True)
    with pytest.raises(NotFoundError, match="no such document"):
        asked.document("nothing")


def test_single_actor(asked: Record) -> None:
    assert asked.actor("found:hésta").name == asked.actor("hesta").name == "Hésta"
    with pytest.raises(NotFoundError, match="no actor"):
        asked.actor("Zorro")


def test_a_name_of_several_actors_is_not_guessed(asked: Record) -> None:
    for id in ("one", "two"):
        known = asked.actor("Arde").model_copy(update={"id": id, "name": "Union of Workers", "aliases": {}})
        asked.import_actors([known])
    with pytest.raises(NotFoundError, match=r"several actors are called so; give one of these ids: one, two"):
        asked.actor("workers")


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"search": "ard"}, ["Arde"]),
        ({"search": "hesta"}, ["Hésta"]),
        ({"search": "100%"}, []),
        ({"country": "BOL"}, []),
        ({"origin": Origin.IMPORTED}, []),
        ({"limit": 1}, ["Arde"]),
    ],
)
def test_actors_are_listed_and_searched(asked: Record, wanted: dict[str, object], names: list[str]) -> None:
    assert [counted.actor.name for counted in asked.actors(**wanted)] == names  # type: ignore[arg-type]


def test_actors_are_counted(asked: Record) -> None:
    counted = {found.actor.name: (found.documents, found.statements) for found in asked.actors()}
    assert counted["Arde"] == (1, 5)
    assert counted["Belma"] == (2, 4)
    assert counted["Estro"] == (1, 0)
    assert all(found.actor.type in ActorType for found in asked.actors(type=asked.actor("Arde").type))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [({"text": "murder*"}, 1), ({"text": "report"}, 1), ({"source": "THE POST"}, 1), ({"language": "fr"}, 0), ({}, 2)],
)
def test_documents_are_searched(asked: Record, wanted: dict[str, str], expected: int) -> None:
    assert len(list(asked.documents(**wanted))) == expected


@pytest.mark.parametrize("width", [0, 5, 30, 1000])
def test_context_holds_the_quote_and_whole_words(asked: Record, width: int) -> None:
    for statement in asked.statements():
        context = asked.context(statement, width)
        assert context.quote == statement.evidence.quote
        text = asked.document(statement.document.id).text
        around = context.before.removeprefix("…") + context.quote + context.after.removesuffix("…")
        assert around in text
        assert len(context.before) <= width + 1
        words = set(text.split())
        assert set(context.before.removeprefix("…").split()[1:]) <= words
    assert asked.context(next(asked.statements()), 1000).before == "Report of the week\n\n"


def test_info_counts(asked: Record) -> None:
    info = asked.info()
    assert (info.documents, info.failed, info.first_date, info.last_date) == (2, 0, "2016-02", "2016-02")
    assert info.statements == {"event": 3, "tie": 4, "figure": 1, "label": 1}
    assert info.sources == {"El País": 1, "The Post": 1}
    assert info.actors == {"found": 8}
    assert info.size > 0
    assert info.made_by.startswith("dissensus ")


def test_review_is_written_and_logged(asked: Record) -> None:
    statement = next(asked.statements())
    asked.review(statement.id, ReviewState.REJECTED, by="Ana", note="not said so")
    assert asked.statement(statement.id).review is ReviewState.REJECTED
    assert asked.count(StatementFilter(review=ReviewState.REJECTED)) == 1
    with pytest.raises(NotFoundError, match="no such statement"):
        asked.review("nothing", ReviewState.ACCEPTED, by="Ana")


def test_statements_are_typed(asked: Record) -> None:
    assert all(isinstance(statement, Statement) for statement in asked.statements())
