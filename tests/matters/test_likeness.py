"""When one statement tells of just what another foretells."""

from __future__ import annotations

import pytest

from dissensus.matters.likeness import alike
from dissensus.model import (
    ActorRef,
    ActorType,
    Commitment,
    Context,
    DocumentRef,
    Event,
    EventType,
    Evidence,
    Explanation,
    Extractor,
    Figure,
    Holder,
    Kind,
    Label,
    Relation,
    Statement,
    Tie,
)


def party(name: str, type: ActorType = ActorType.COUNTRY, country: str | None = None) -> ActorRef:
    return ActorRef(id=name.lower(), name=name, type=type, country=country)


PERU, CHILE, MALI = party("Peru", country="PER"), party("Chile", country="CHL"), party("Mali", country="MLI")
ARMY = party("Peruvian Army", ActorType.MILITARY, "PER")
UNION = party("Miners' Union", ActorType.UNION, "PER")


def statement(lexicon: str | None = None, **body: object) -> Statement:
    [name] = body
    return Statement(
        id="s",
        kind=Kind(name),
        document=DocumentRef(id="d"),
        evidence=Evidence(start=0, end=1, quote="x"),
        holder=Holder(name="the author", is_author=True),
        commitment=Commitment.STATED,
        confidence=0.5,
        extractor=Extractor(name="test", version="1"),
        explanation=Explanation(rule="test", lexicon=lexicon),
        **body,  # type: ignore[arg-type]
    )


def event(
    *actors: ActorRef,
    to: tuple[ActorRef, ...] = (),
    type: EventType = EventType.ASSAULT,
    lexicon: str | None = None,
    **known: object,
) -> Statement:
    return statement(lexicon, event=Event(actors=actors, recipients=to, type=type, **known))  # type: ignore[arg-type]


def test_events() -> None:
    foretold = event(PERU, to=(CHILE,))
    same = alike(foretold, event(ARMY, to=(CHILE,)))
    assert same is not None
    assert same.agrees
    assert "Peru (Peruvian Army) and Chile" in same.why
    assert alike(foretold, event(MALI, to=(CHILE,))) is None
    assert alike(foretold, event(UNION, to=(CHILE,))) is None
    assert alike(foretold, event(PERU, to=(CHILE,), type=EventType.CONSULT)) is None
    aerial = event(PERU, to=(CHILE,), mode="aerial")
    assert alike(aerial, event(PERU, to=(CHILE,), mode="drone")) is None
    assert alike(aerial, event(to=(CHILE,), mode="aerial")) is None
    assert alike(event(to=(CHILE,), mode="aerial"), aerial) is not None


def test_events_that_name_one_side_only_must_be_of_one_kind_more_closely() -> None:
    assert alike(event(PERU), event(PERU)) is None
    coup = {"type": EventType.COERCE, "contexts": (Context.COUP,)}
    assert alike(event(PERU, **coup), event(PERU, **coup)) is not None  # type: ignore[arg-type]
    vote = {"type": EventType.OTHER}
    assert alike(event(PERU, lexicon="e:vote", **vote), event(PERU, lexicon="e:die", **vote)) is None  # type: ignore[arg-type]
    assert alike(event(PERU, lexicon="e:vote", **vote), event(PERU, lexicon="e:vote", **vote)) is not None  # type: ignore[arg-type]


def test_what_several_do_together() -> None:
    together = {"type": EventType.CONSULT}
    foretold = event(PERU, CHILE, **together)  # type: ignore[arg-type]
    assert alike(foretold, event(CHILE, to=(PERU,), **together)) is not None  # type: ignore[arg-type]
    assert alike(foretold, event(PERU, to=(MALI,), **together)) is None  # type: ignore[arg-type]


def test_what_was_promised_is_known_by_its_word() -> None:
    promised = event(PERU, to=(CHILE,), type=EventType.AGREE, lexicon="e:send relief")
    assert alike(promised, event(PERU, to=(CHILE,), type=EventType.AID, lexicon="e:send relief")) is not None
    assert alike(promised, event(PERU, to=(CHILE,), type=EventType.AID, lexicon="e:train")) is None


def tie(a: ActorRef, relation: Relation, b: ActorRef, sign: int) -> Statement:
    return statement(tie=Tie(a=a, relation=relation, b=b, sign=sign))  # type: ignore[arg-type]


def test_ties() -> None:
    foretold = tie(PERU, Relation.ALLY_OF, CHILE, 1)
    turned = alike(foretold, tie(CHILE, Relation.ALLY_OF, PERU, 1))
    contrary = alike(foretold, tie(PERU, Relation.OPPOSES, CHILE, -1))
    assert turned is not None
    assert contrary is not None
    assert (turned.agrees, contrary.agrees) == (True, False)
    assert alike(foretold, tie(PERU, Relation.FUNDS, CHILE, 1)) is None
    leads = tie(PERU, Relation.FUNDS, CHILE, 1)
    assert alike(leads, tie(CHILE, Relation.FUNDS, PERU, 1)) is None


@pytest.mark.parametrize(("value", "agrees"), [(100.0, True), (109.0, True), (140.0, False)])
def test_figures(value: float, agrees: bool) -> None:
    def figure(number: float, measure: str = "Inflation", unit: str = "percent") -> Statement:
        return statement(figure=Figure(subject=PERU, measure=measure, value=number, unit=unit))

    found = alike(figure(100), figure(value, "inflation"))
    assert found is not None
    assert found.agrees is agrees
    assert alike(figure(100), figure(value, unit="dollars")) is None


def test_labels_and_different_kinds() -> None:
    label = statement(label=Label(target=PERU, term="Regime", valence=-1))
    assert alike(label, statement(label=Label(target=PERU, term="regime", valence=-1))) is not None
    assert alike(label, statement(label=Label(target=CHILE, term="regime", valence=-1))) is None
    assert alike(label, event(PERU)) is None
