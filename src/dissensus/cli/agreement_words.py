"""Agreement between sources in words."""

from __future__ import annotations

from dissensus.cli.output import count
from dissensus.matters.agreement import ENOUGH, Agreement, PairAgreement

TOO_FEW = f"Fewer than {ENOUGH} shared matters are too few to tell agreement from chance."

MEANING = (
    "alpha is agreement beyond chance (Krippendorff): 1 always the same side, 0 as by chance, below 0 less than that."
)


def pair(found: PairAgreement) -> str:
    """How far two sources agree: counts, and alpha where there is enough to tell."""
    if not found.shared:
        return "There is no matter on which both take a side."
    told = f"They take the same side on {found.agreed} of {count(found.shared, 'shared matter')}"
    if found.shared < ENOUGH:
        return f"{told}. {TOO_FEW}"
    return f"{told}; {beyond_chance(found)}."


def beyond_chance(found: PairAgreement) -> str:
    """Alpha, or in a word why it is not told."""
    if found.alpha is not None:
        return f"alpha {found.alpha:.2f}"
    return "too few" if found.shared < ENOUGH else "never another side, so chance cannot be told"


def whole(found: Agreement) -> str:
    """How far all sources agree together."""
    told = f"All sources, on {count(found.matters, 'matter')} on which two or more take a side"
    if found.alpha is None:
        return f"{told}: nothing can be told from chance."
    return f"{told}: alpha {found.alpha:.2f}. {MEANING}"
