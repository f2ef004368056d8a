"""What takes long is worked out once for a version of the record, and the heaviest of it does not pile up."""

from __future__ import annotations

from dissensus.web.cache import Cache


def test_the_answers_asked_for_last_are_kept_up_to_a_weight() -> None:
    made: list[int] = []

    def make(weight: int) -> int:
        made.append(weight)
        return weight

    cache = Cache(lambda: "one", 100, lambda answer: answer)
    for weight in (10, 11, 12, 13, 14, 15, 16):
        cache.get(weight, lambda weight=weight: make(weight))  # type: ignore[misc]
    assert cache.get(10, lambda: make(10)) == 10
    assert made == [10, 11, 12, 13, 14, 15, 16]
    cache.get("heavy", lambda: make(40))
    assert cache.get(10, lambda: make(10)) == 10
    assert len(made) == 8
    cache.get(11, lambda: make(11))
    assert made[-1] == 11


def test_a_few_are_kept_whatever_they_weigh() -> None:
    cache = Cache(lambda: "one", 1, lambda answer: answer)
    for key in range(6):
        cache.get(key, lambda: 50)
    assert [cache.get(key, lambda: 0) for key in range(6)] == [50] * 6
    cache.get("more", lambda: 50)
    assert cache.get(0, lambda: 0) == 0


def test_nothing_is_kept_when_the_record_changes() -> None:
    version = ["one"]
    cache = Cache(lambda: version[0])
    assert cache.get("a", lambda: 1) == 1
    version[0] = "two"
    assert cache.get("a", lambda: 2) == 2
