"""Confidence from how a statement was found."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from dissensus.finding.analyse import Analyser, everything
from dissensus.finding.calibration import probability, traits, weights
from dissensus.finding.scene import Scene
from dissensus.model import Commitment, Kind, Statement
from tests.making import make_document

Find = Callable[..., list[Statement]]


def told(analyser: Analyser, text: str, kind: Kind, commitment: Commitment = Commitment.STATED) -> dict[str, float]:
    parsed = analyser.parser.parse(make_document(text))
    scene = Scene(parsed, analyser.resolver.resolve(parsed))
    return next(traits(scene, found, commitment) for found in everything(scene) if found.kind is kind)


def test_the_weights_hold_a_bias_and_every_kind() -> None:
    assert {"=bias", *(kind.value for kind in Kind)} <= set(weights())


def test_traits_of_an_event(analyser: Analyser) -> None:
    got = told(analyser, "Peru condemned Chile.", Kind.EVENT, Commitment.DENIED)
    assert got["event"] == got["event: verb"] == got["type: ACCUSE"] == got["both sides told"] == 1.0
    assert got["not plainly stated"] == 1.0
    assert got["quotation depth"] == got["party by reference"] == 0.0


def test_traits_of_speech_and_pronouns(analyser: Analyser) -> None:
    got = told(analyser, "Peru's minister said that Chile had condemned Brazil.", Kind.EVENT)
    assert got["quotation depth"] == 1.0


def test_traits_of_a_figure(analyser: Analyser) -> None:
    got = told(analyser, "Exactly 450 miners were hurt in Peru.", Kind.FIGURE)
    assert got["figure"] == 1.0
    assert "figure: own measure" in got
    assert not any(name.startswith("event") for name in got)


def test_what_is_known_only_here_is_less_sure() -> None:
    assert probability({"event": 1.0, "party known only here": 1.0}) < probability({"event": 1.0})


def test_statements_carry_it(find: Find) -> None:
    statements = find("Peru condemned Chile. He attacked the rebels' base, and 30 soldiers died.")
    assert statements
    assert all(0.02 <= s.confidence <= 0.98 for s in statements)


@given(st.dictionaries(st.sampled_from([*weights(), "never seen"]), st.floats(-20, 20)))
def test_it_is_a_probability(values: dict[str, float]) -> None:
    assert 0.02 <= probability(values) <= 0.98
