"""How well statements are grouped into matters and sources' positions told, against what was planted.

B-cubed: Bagga and Baldwin, Algorithms for Scoring Coreference Chains, 1998. For each statement, precision is the part
of its found matter that belongs with it, recall the part of its true matter that was found with it; both are averaged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import NamedTuple

from dissensus.matters.planted import Truth
from dissensus.matters.store import bring_up_to_date
from dissensus.record.record import Record


class BCubed(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def b_cubed(truth: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> BCubed:
    """Score a grouping. Both map the same items to the name of their group."""
    both = Counter((truth[item], found[item]) for item in truth)
    true, told = Counter(truth.values()), Counter(found[item] for item in truth)
    precision = sum(count * count / told[group] for (_, group), count in both.items()) / len(truth)
    recall = sum(count * count / true[group] for (group, _), count in both.items()) / len(truth)
    return BCubed(precision, recall, 2 * precision * recall / (precision + recall))


def found_matters(record: Record) -> dict[str, int]:
    """The matter of every statement, by their ids."""
    bring_up_to_date(record)
    query = "SELECT s.id, t.matter FROM matter_statements t JOIN statements s ON s.number = t.statement"
    with record.reading() as connection:
        return {row.id: row.matter for row in connection.exec_driver_sql(query)}


def position_accuracy(record: Record, truth: Truth) -> float:
    """The part of the planted positions that are told right, in the matter that holds most of the planted one."""
    found = found_matters(record)
    held: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for id, matter in truth.matters.items():
        held[matter][found[id]] += 1
    home = {matter: min(counts, key=lambda one: (-counts[one], one)) for matter, counts in held.items()}
    with record.reading() as connection:
        rows = connection.exec_driver_sql("SELECT matter, source, stance FROM matter_positions")
        told = {(row.matter, row.source): row.stance for row in rows}
    right = sum(told.get((home[matter], source)) == stance for (matter, source), stance in truth.stances.items())
    return right / len(truth.stances)
