"""Agreement between sources, held against published worked examples."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissensus.matters.agreement import ENOUGH, agreement, side
from dissensus.matters.matter import Aspect, NamedActor, Position, Source, SourceKind, Stance, Version
from dissensus.reliability import krippendorff_alpha


def of_coders(*coders: str) -> list[list[str]]:
    """Units from what each coder gave, `.` for nothing."""
    return [[value for value in unit if value != "."] for unit in zip(*coders, strict=True)]


def test_alpha_is_that_of_the_worked_examples() -> None:
    # Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", sections A, B and C.
    assert krippendorff_alpha(of_coders("0100000010", "1110010000")) == pytest.approx(0.095, abs=0.0005)
    assert krippendorff_alpha(of_coders("aabbdcccedda", "babbbccceddd")) == pytest.approx(0.692, abs=0.0005)
    observers = of_coders("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    assert krippendorff_alpha(observers) == pytest.approx(0.743, abs=0.0005)


def test_alpha_where_chance_cannot_be_told() -> None:
    assert krippendorff_alpha([]) is None
    assert krippendorff_alpha([("so",), ("not so",)]) is None
    assert krippendorff_alpha([("so", "so"), ("so", "so")]) is None


units = st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=12)


@given(units, st.randoms(use_true_random=False))
def test_alpha_does_not_hang_on_order(told: list[list[str]], dice: random.Random) -> None:
    mixed = [dice.sample(unit, len(unit)) for unit in told]
    dice.shuffle(mixed)
    one, other = krippendorff_alpha(told), krippendorff_alpha(mixed)
    assert one == other if one is None or other is None else one == pytest.approx(other)
    assert one is None or one <= 1


def source(name: str) -> Source:
    return Source(key=f"publisher:{name.lower()}", name=name, kind=SourceKind.PUBLISHER)


def position(matter: str, name: str, stance: Stance, *differs: Aspect, **version: object) -> Position:
    said = Stance.STATES if stance is Stance.DIFFERS else stance
    told = Version(**version)  # type: ignore[arg-type]
    return Position(matter=matter, source=source(name), stance=stance, says=said, differs=differs, version=told)


def test_sides() -> None:
    army, police = NamedActor(id="a", name="Army"), NamedActor(id="p", name="Police")
    blames = [
        position("m1", name, Stance.DIFFERS, Aspect.WHO, who=who)
        for name, who in zip("XYZ", [(army,), (army,), (police,)], strict=True)
    ]
    assert side(blames[0]) == side(blames[1]) != side(blames[2])
    assert side(position("m1", "X", Stance.STATES)) == side(position("m2", "Y", Stance.ALLEGES))
    assert side(position("m1", "X", Stance.DENIES)) != side(position("m1", "X", Stance.MIXED))
    for stance in (Stance.SILENT, Stance.PREDICTS, Stance.DEMANDS, Stance.ASKS):
        assert side(position("m1", "X", stance)) is None
    other_matter = position("m2", "X", Stance.DIFFERS, Aspect.WHO, who=(army,))
    assert side(other_matter) != side(blames[0])


@pytest.mark.parametrize(
    ("aspect", "one", "other"),
    [
        (Aspect.WHAT, {"what": "COERCE"}, {"what": "ASSAULT"}),
        (Aspect.HOW_MUCH, {"how_much": (19.0,), "unit": "people"}, {"how_much": (27.0,), "unit": "people"}),
        (Aspect.WHEN, {"start": "2019-11-10"}, {"start": "2019-11-11"}),
        (Aspect.HOW_CALLED, {"how_called": ("coup",)}, {"how_called": ("resignation",)}),
    ],
)
def test_versions_are_told_apart(aspect: Aspect, one: dict[str, object], other: dict[str, object]) -> None:
    first, again, second = (position("m1", "X", Stance.DIFFERS, aspect, **told) for told in (one, one, other))
    assert side(first) == side(again) != side(second)


def two_camps(matters: int) -> list[Position]:
    """A and B say what C and D deny; E speaks once, of something that nobody else speaks of."""
    told = [
        position(f"m{number}", name, Stance.STATES if (name in "AB") == bool(number % 2) else Stance.DENIES)
        for number in range(matters)
        for name in "ABCD"
    ]
    return [*told, position("alone", "E", Stance.STATES)]


def test_who_sides_with_whom() -> None:
    found = agreement(two_camps(6))
    assert found.matters == 6
    assert [[member.name for member in group] for group in found.groups] == [["A", "B"], ["C", "D"]]
    by_names = {(pair.first.name, pair.second.name): pair for pair in found.pairs}
    assert (by_names["A", "B"].shared, by_names["A", "B"].agreed, by_names["A", "B"].alpha) == (6, 6, 1.0)
    apart = by_names["A", "C"]
    assert (apart.agreed, apart.parted, apart.parted_on) == (0, 6, tuple(f"m{number}" for number in range(6)))
    assert apart.alpha is not None
    assert apart.alpha < 0
    assert not any("E" in names for names in by_names)


def test_who_speaks_for_another_is_one_with_it() -> None:
    told = two_camps(6)
    spokesman = Source(key="holder:x", name="X", kind=SourceKind.HOLDER)
    told += [p.model_copy(update={"source": spokesman}) for p in told if p.source.name == "A"]
    pair = frozenset({"holder:x", "publisher:a"})
    apart, one = agreement(told), agreement(told, one_voice={pair})
    assert {frozenset((p.first.key, p.second.key)) for p in apart.pairs} - {
        frozenset((p.first.key, p.second.key)) for p in one.pairs
    } == {pair}
    assert any({"A", "X"} <= {member.name for member in group} for group in one.groups)
    assert one.alpha == agreement(two_camps(6)).alpha != apart.alpha


def test_too_few_shared_matters_have_no_alpha() -> None:
    for pair in agreement(two_camps(ENOUGH - 1)).pairs:
        assert (pair.shared, pair.alpha) == (ENOUGH - 1, None)


def test_what_divides_most_comes_first() -> None:
    told = [position("one", name, Stance.DENIES if name == "A" else Stance.STATES) for name in "ABCD"]
    told += [position("two", name, Stance.DENIES if name in "AB" else Stance.STATES) for name in "ABCD"]
    told += [position("none", name, Stance.STATES) for name in "ABCD"]
    dividers = agreement(told).dividers
    assert [divider.matter for divider in dividers] == ["two", "one"]
    assert [[member.name for member in party.sources] for party in dividers[1].sides] == [["B", "C", "D"], ["A"]]
    assert [party.stance for party in dividers[1].sides] == [Stance.STATES, Stance.DENIES]


@given(
    st.lists(
        st.tuples(
            st.sampled_from("12345678"), st.sampled_from("ABCDE"), st.sampled_from([Stance.STATES, Stance.DENIES])
        ),
        unique_by=lambda row: row[:2],
    ),
    st.randoms(use_true_random=False),
)
def test_agreement_does_not_hang_on_order(rows: list[tuple[str, str, Stance]], dice: random.Random) -> None:
    told = [position(*row) for row in rows]
    mixed = dice.sample(told, len(told))
    one, other = agreement(told), agreement(mixed)
    assert one.model_copy(update={"alpha": None}) == other.model_copy(update={"alpha": None})
    for pair in one.pairs:
        assert pair.shared == pair.agreed + pair.parted == len(pair.agreed_on) + len(pair.parted_on)
    grouped = [member.key for group in one.groups for member in group]
    assert len(grouped) == len(set(grouped))
