"""Who is for or against whom, by the learned model."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest

from dissensus.actors.mentions import Resolved
from dissensus.finding.attitude_features import Place, features, path
from dissensus.finding.attitudes import CLASSES, REASONS, Judgement, judge, model
from dissensus.finding.between import attitude
from dissensus.finding.scene import Scene
from dissensus.parsing.parsed import Parsed, TokenSpan

Parse = Callable[..., Parsed]


def spans(parsed: Parsed, *names: str) -> list[TokenSpan]:
    words = [token.text for token in parsed.paragraphs[0].doc]
    return [TokenSpan(0, words.index(name), words.index(name) + 1) for name in names]


def judged(parse: Parse, text: str, first: str, second: str) -> Judgement:
    parsed = parse(text)
    scene = Scene(parsed, Resolved([]))
    one, two = (Place.of(scene.trees[0], span) for span in spans(parsed, first, second))
    return judge(scene, scene.trees[0], one, two)


def test_the_weights_are_whole() -> None:
    learned = model()
    assert learned.weights.shape == (len(learned.row), len(CLASSES))
    assert np.isfinite(learned.weights).all()
    assert learned.shift[0] == 0
    assert 0 < learned.sure < 1


def test_the_weights_know_no_one_by_name() -> None:
    words = {word for name in model().row for word in re.split(r"[\s:,^]+", name)}
    named = "trump clinton obama putin merkel russian chinese israeli iranian american muslim jewish democratic"
    assert words.isdisjoint(named.split())
    assert {"accuse", "praise", "against"} <= words


@pytest.mark.parametrize(
    ("text", "sign", "backwards"),
    [
        ("Norway strongly condemned Hungary on Monday.", -1, False),
        ("Norway was strongly condemned by Hungary on Monday.", -1, True),
        ("Norway praised Hungary for its courage.", 1, False),
        ("Norway lies to the north of Hungary.", 0, False),
    ],
)
def test_plain_attitudes(parse: Parse, text: str, sign: int, backwards: bool) -> None:
    told = judged(parse, text, "Norway", "Hungary")
    assert (told.sign, told.backwards) == (sign, backwards)


@pytest.mark.parametrize(
    "text",
    [
        "Norway strongly condemned Hungary on Monday.",
        "Norway was praised by Hungary.",
        "“Norway has failed us all,” said Hungary.",
        "Critics in Norway say that Hungary is right.",
    ],
)
def test_swapping_the_two_turns_the_direction_round(parse: Parse, text: str) -> None:
    straight = judged(parse, text, "Norway", "Hungary")
    crossed = judged(parse, text, "Hungary", "Norway")
    assert crossed.sign == straight.sign
    assert crossed.probability == pytest.approx(straight.probability)
    assert crossed.backwards == (straight.sign != 0 and not straight.backwards)
    assert crossed.in_words("Hungary", "Norway") == straight.in_words("Norway", "Hungary")


def test_a_decision_gives_its_reasons(parse: Parse) -> None:
    told = judged(parse, "Norway strongly condemned Hungary on Monday.", "Norway", "Hungary")
    assert 0 < len(told.reasons) <= REASONS
    assert [worth for _, worth in told.reasons] == sorted((worth for _, worth in told.reasons), reverse=True)
    assert "Norway" in told.in_words("Norway", "Hungary")
    assert "condemn" in told.in_words("Norway", "Hungary") or "hostile" in told.in_words("Norway", "Hungary")


def test_features_leave_names_out(parse: Parse) -> None:
    parsed = parse("Norway and Sweden accused Hungary of spying on Finland.")
    scene = Scene(parsed, Resolved([]))
    one, two = (Place.of(scene.trees[0], span) for span in spans(parsed, "Norway", "Hungary"))
    told = " ".join(features(scene, scene.trees[0], one, two, "none")).lower()
    assert "accuse" in told
    for name in ("norway", "sweden", "hungary", "finland"):
        assert name not in told


def test_a_speaker_and_whom_the_speech_is_of(parse: Parse) -> None:
    parsed = parse("Hungary said that Norway had lied.")
    scene = Scene(parsed, Resolved([]))
    one, two = (Place.of(scene.trees[0], span) for span in spans(parsed, "Norway", "Hungary"))
    assert "B speaks of A" in features(scene, scene.trees[0], one, two, "none")


def test_the_path_spells_out_prepositions(parse: Parse) -> None:
    parsed = parse("Norway fought against Hungary.")
    tree = Scene(parsed, Resolved([])).trees[0]
    one, two = spans(parsed, "Norway", "Hungary")
    way = path(tree, one.start, two.start)
    assert (tree.words[way.top or 0], way.up, way.down) == ("fought", ("nsubj",), ("against",))


def test_between_two_given_names(parse: Parse) -> None:
    parsed = parse("Norway strongly condemned Hungary on Monday.")
    first, second = spans(parsed, "Norway", "Hungary")
    assert attitude(parsed, Resolved([]), first, second) == (-1, False)
    assert attitude(parsed, Resolved([]), second, first) == (-1, True)
