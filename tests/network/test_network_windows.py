"""Stretches of time: their names, and how one follows another."""

from __future__ import annotations

import datetime

import pytest

from dissensus.errors import DissensusError
from dissensus.network.windows import Window, sweep


def window(first: str, last: str, memory: int = 0) -> Window:
    days = [datetime.date.fromisoformat(day).toordinal() for day in (first, last)]
    return Window(days[0], days[1], memory)


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2019-01-01", "2019-12-31", "2019"),
        ("2019-01-01", "2020-12-31", "2019/2020"),
        ("2019-02-01", "2019-02-28", "2019-02"),
        ("2019-10-01", "2020-03-31", "2019-10/2020-03"),
        ("2019-10-05", "2019-10-05", "2019-10-05"),
        ("2019-10-05", "2019-10-31", "2019-10-05/2019-10-31"),
    ],
)
def test_windows_are_named_as_briefly_as_can_be(first: str, last: str, name: str) -> None:
    assert window(first, last).name == name


def test_memory_reaches_back_whole_months() -> None:
    assert window("2020-03-31", "2020-03-31", 1).remembered == window("2020-02-29", "2020-02-29").first
    assert window("2020-01-15", "2020-01-15", 12).remembered == window("2019-01-15", "2019-01-15").first
    assert window("0001-06-01", "0001-06-01", 60).remembered == 1


@pytest.mark.parametrize(
    ("since", "until", "months", "step", "names"),
    [
        ("2019", "2020", 12, None, ["2019", "2020"]),
        ("2019-11", "2020-02-10", 2, None, ["2019-11/2019-12", "2020-01/2020-02"]),
        ("2019-11", "2020-02", 3, 1, ["2019-11/2020-01", "2019-12/2020-02"]),
        ("2019-11-20", "2019-11-21", 1, 1, ["2019-11"]),
        ("9999-11", "9999-12", 12, None, ["9999-11/9999-12"]),
    ],
)
def test_windows_cover_the_whole_stretch(
    since: str, until: str, months: int, step: int | None, names: list[str]
) -> None:
    assert [one.name for one in sweep(since, until, months=months, step=step)] == names


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": "2020", "until": "2019"},
        {"since": "0001", "until": "9999", "months": 1},
        {"since": "2019", "until": "2020", "months": 0},
        {"since": "2019", "until": "2020", "step": 0},
    ],
)
def test_what_cannot_be_swept_is_told(wrong: dict[str, object]) -> None:
    with pytest.raises(DissensusError):
        list(sweep(**wrong))  # type: ignore[arg-type]
