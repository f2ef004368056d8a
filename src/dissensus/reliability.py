"""How far coders agree beyond chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def krippendorff_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha of nominal values, from coincidences.

    Krippendorff, K. 2011. "Computing Krippendorff's Alpha-Reliability". University of Pennsylvania.

    Args:
        units: of each unit the values that its coders gave; a coder that gave none is left out.

    Returns:
        1 for full agreement, 0 for agreement as by chance; None where no two coders met on a unit or all values are
        the same, so that nothing can be told from chance.
    """
    seen: Counter[Hashable] = Counter()
    apart = 0.0
    for values in units:
        if len(values) < 2:
            continue
        counts = Counter(values)
        seen.update(counts)
        pairs = len(values) ** 2 - sum(count * count for count in counts.values())
        apart += pairs / (len(values) - 1)
    n = sum(seen.values())
    by_chance = n * n - sum(count * count for count in seen.values())
    if not by_chance:
        return None
    return 1 - (n - 1) * apart / by_chance
