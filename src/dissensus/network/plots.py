"""Pictures of signed networks as SVG or PNG, drawn with matplotlib and without a screen or browser.

Friendly ties are drawn through and blue, hostile ones dashed and orange, so that colour is never the only cue; both
colours are of Okabe and Ito's palette, which is safe for most who see colours differently. Camps have a colour, a shape
and a hull. Labels are put where they cover nothing; those for which there is no room are left out and counted below the
picture.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from dissensus.errors import DissensusError
from dissensus.network.graph import SignedGraph
from dissensus.network.layout import Points, arrange

FORMATS: Final = ("svg", "png")

_FRIENDLY, _HOSTILE = "#0072B2", "#D55E00"
_CAMPS: Final = ("#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#F0E442", "#999999")
_SHAPES: Final = ("o", "s", "^", "D", "v", "P")
_WIDEST: Final = 18.0
_ABOVE, _BELOW = 0.75, 0.55
"""Inches: of a picture at most, and kept for what stands above and below it."""

_INK, _PALE = "#222222", "#666666"
_AROUND: Final = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
"""Where a label may stand beside its node."""


def plot(
    graph: SignedGraph,
    camp: NDArray[np.int64],
    to: Path | BinaryIO,
    *,
    names: Mapping[str, str] | None = None,
    title: str = "",
    note: str = "",
    contested: frozenset[tuple[str, str]] = frozenset(),
    most: int = 200,
    format: str | None = None,
) -> None:
    """Draw a network and its camps. Ties that do not fit the camps are thicker.

    Args:
        graph: actors and ties.
        camp: the number of each actor's camp.
        to: a file whose name ends in .svg or .png, or a stream.
        names: of the actors by id; the ids themselves unless given.
        title: above the picture.
        note: below it.
        contested: pairs of ids on which sources vote for and against: they get a cross in the middle.
        most: actors drawn, those with ties of most weight; the picture says how many there are.
        format: `svg` or `png`, where the name does not say it.

    Raises:
        DissensusError: matplotlib is not installed, there is nothing to draw, no such format, or the file cannot be
            written.
    """
    format = format or (to.suffix.lstrip(".").lower() if isinstance(to, Path) else "svg")
    if format not in FORMATS:
        raise DissensusError(f"pictures are drawn as .svg or .png, not .{format}; give the file such a name")
    if not graph.n:
        raise DissensusError("there is nothing to draw: no two actors have a tie with a sign")
    try:
        import matplotlib
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise DissensusError("matplotlib is not installed; `pip install dissensus[plots]` brings it") from None

    every = graph.n
    graph, camp = _chief(graph, camp, most)
    # A fixed salt and no date: the same network gives the same file.
    with matplotlib.rc_context({"svg.hashsalt": "dissensus", "font.family": "DejaVu Sans", "svg.fonttype": "path"}):
        at, within = arrange(graph, camp)
        wide, high = np.ptp(at[:, 0]) + 6.0, np.ptp(at[:, 1]) + 1.6
        unit = min(0.62, _WIDEST / wide, _WIDEST / high)
        size = max(wide * unit, 8.0), max(high * unit, 3.0) + _ABOVE + _BELOW
        figure = Figure(figsize=size)
        canvas: Any = FigureCanvasAgg(figure)
        axes = figure.add_axes((0.01, _BELOW / size[1], 0.98, 1 - (_ABOVE + _BELOW) / size[1]))
        axes.set_axis_off()
        inches = 0.98 * size[0], size[1] - _ABOVE - _BELOW
        span = max(wide / inches[0], high / inches[1])
        middle = (at.min(axis=0) + at.max(axis=0)) / 2
        axes.set_xlim(middle[0] - span * inches[0] / 2, middle[0] + span * inches[0] / 2)
        axes.set_ylim(middle[1] - span * inches[1] / 2, middle[1] + span * inches[1] / 2)
        heading = "\n".join(textwrap.wrap(title, int(size[0] * 9)))
        figure.text(0.015, 1 - 0.1 / size[1], heading, fontsize=13, color=_INK, weight="bold", va="top")
        unfit = graph.frustrated(camp)
        _hulls(axes, at, camp, within)
        _ties(axes, graph, at, unfit, contested)
        sizes = _actors(axes, graph, at, camp, within)
        canvas.draw()
        left_out = _labels(axes, graph, at, sizes, names or {})
        _legend(figure, bool(unfit.any()), bool(contested), bool((~within).any()))
        said = [note] if note else []
        if graph.n < every:
            said.append(f"the {graph.n} actors with ties of most weight, of {every:,}")
        if left_out:
            said.append(f"{left_out} of {graph.n} names left out for want of room")
        figure.text(0.015, 0.06 / size[1], " · ".join(said), fontsize=8.5, color=_PALE, va="bottom")
        metadata = {"Date": None, "Creator": "Dissensus"} if format == "svg" else {"Software": "Dissensus"}
        try:
            figure.savefig(to, format=format, metadata=metadata, dpi=130, facecolor="white")
        except OSError as error:
            reason = (error.strerror or "it cannot be written").lower()
            raise DissensusError(
                f"the picture cannot be written ({reason}); choose another file", where=str(to)
            ) from error


def _chief(graph: SignedGraph, camp: NDArray[np.int64], most: int) -> tuple[SignedGraph, NDArray[np.int64]]:
    """The actors with ties of most weight, and these ties."""
    while graph.n > most:
        weight = _weights(graph)
        kept = np.sort(np.lexsort((np.arange(graph.n), -weight))[:most])
        graph, camp = graph.subgraph(kept), camp[kept]
        tied = np.flatnonzero(_weights(graph))
        graph, camp = graph.subgraph(tied), camp[tied]
    return graph, camp


def _weights(graph: SignedGraph) -> NDArray[np.float64]:
    """The weight of the ties of each actor."""
    ends = np.bincount(graph.source, graph.weight, graph.n) + np.bincount(graph.target, graph.weight, graph.n)
    return np.asarray(ends, dtype=np.float64)


def _hulls(axes: Any, at: Points, camp: NDArray[np.int64], within: NDArray[np.bool_]) -> None:
    """A rounded shape behind the members of each camp of the largest part."""
    from matplotlib.patches import Polygon
    from scipy.spatial import ConvexHull

    turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1) * 0.55
    for number, one in enumerate(np.unique(camp)):
        inside = at[(camp == one) & within]
        if len(inside) < 2:
            continue
        cloud = (inside[:, None, :] + ring[None, :, :]).reshape(-1, 2)
        outline = cloud[ConvexHull(cloud).vertices]
        colour = _CAMPS[number % len(_CAMPS)]
        axes.add_patch(Polygon(outline, closed=True, facecolor=colour, alpha=0.13, edgecolor=colour, lw=1.2, zorder=0))


def _ties(
    axes: Any, graph: SignedGraph, at: Points, unfit: NDArray[np.bool_], contested: frozenset[tuple[str, str]]
) -> None:
    from matplotlib.collections import LineCollection

    lines = np.stack([at[graph.source], at[graph.target]], axis=1)
    strength = graph.weight / graph.weight.max(initial=1.0)
    dense = min(1.0, max(0.2, 300 / graph.m))
    for sign, colour, style in ((1, _FRIENDLY, "solid"), (-1, _HOSTILE, (0, (4, 2)))):
        for misfit in (False, True):
            kept = (graph.sign == sign) & (unfit == misfit)
            if not kept.any():
                continue
            widths = (0.7 + 2.3 * strength[kept]) * max(dense, 0.5) + (1.2 * dense if misfit else 0.0)
            alpha = (0.95 if misfit else 0.6) * dense
            drawn = LineCollection(
                list(lines[kept]), colors=colour, linestyles=[style], linewidths=widths, alpha=alpha, zorder=2 + misfit
            )
            axes.add_collection(drawn)
    crossed = [
        (at[a] + at[b]) / 2
        for a, b in zip(graph.source.tolist(), graph.target.tolist(), strict=True)
        if (graph.nodes[a], graph.nodes[b]) in contested or (graph.nodes[b], graph.nodes[a]) in contested
    ]
    if crossed:
        points = np.array(crossed)
        axes.scatter(points[:, 0], points[:, 1], marker="x", s=46 * dense, c=_INK, linewidths=1.6 * dense, zorder=4)


def _actors(
    axes: Any, graph: SignedGraph, at: Points, camp: NDArray[np.int64], within: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Draw the actors, larger the more is told of them; returns their sizes in square points."""
    weight = _weights(graph)
    sizes = 36 + 220 * np.sqrt(weight / max(float(weight.max(initial=0.0)), 1e-9))
    groups = [(camp == one) & within for one in np.unique(camp)]
    looks = [(_SHAPES[number % len(_SHAPES)], _CAMPS[number % len(_CAMPS)]) for number in range(len(groups))]
    for inside, (shape, colour) in zip([*groups, ~within], [*looks, ("o", "#FFFFFF")], strict=True):
        axes.scatter(
            at[inside, 0],
            at[inside, 1],
            s=sizes[inside],
            marker=shape,
            c=colour,
            edgecolors=_INK,
            linewidths=0.8,
            zorder=5,
        )
    return np.asarray(sizes)


def _labels(axes: Any, graph: SignedGraph, at: Points, sizes: NDArray[np.float64], names: Mapping[str, str]) -> int:
    """Put names beside their actors, the chief ones first, where they cover nothing; returns how many found no room."""
    figure = axes.figure
    renderer = figure.canvas.get_renderer()
    scale = figure.dpi / 72
    middle = axes.transData.transform(at)
    radius = np.sqrt(sizes / np.pi) * scale
    taken = np.concatenate([middle - radius[:, None], middle + radius[:, None]], axis=1)
    window = axes.get_window_extent(renderer)
    boxes = [tuple(row) for row in taken.tolist()]
    left_out = 0
    for node in np.lexsort((np.arange(graph.n), -sizes)).tolist():
        name = _short(names.get(graph.nodes[node], graph.nodes[node]))
        text = axes.text(0, 0, name, fontsize=8.5 if graph.n < 120 else 7, color=_INK, zorder=6, ha="left", va="bottom")
        extent = text.get_window_extent(renderer)
        spot = _free(middle[node], float(radius[node]), extent.width, extent.height, boxes, node, window)
        if spot is None:
            text.remove()
            left_out += 1
            continue
        boxes.append((spot[0], spot[1], spot[0] + extent.width, spot[1] + extent.height))
        text.set_position(axes.transData.inverted().transform(spot))
        text.set_bbox({"facecolor": "white", "alpha": 0.6, "edgecolor": "none", "pad": 0.3})
    return left_out


def _free(
    middle: NDArray[np.float64],
    radius: float,
    width: float,
    height: float,
    boxes: list[tuple[float, ...]],
    node: int,
    window: Any,
) -> tuple[float, float] | None:
    """The lower left corner of a label where it covers no actor and no label, as near its actor as can be."""
    taken = np.array(boxes)
    for further in (1.0, 2.2, 3.6):
        for right, up in _AROUND:
            gap = radius * 0.6 + 3 * further
            away = gap if right and up else radius + 3 * further
            x = middle[0] + (away if right > 0 else -away - width if right < 0 else -width / 2)
            y = middle[1] + (away if up > 0 else -away - height if up < 0 else -height / 2)
            if x < window.x0 or y < window.y0 or x + width > window.x1 or y + height > window.y1:
                continue
            meets = (taken[:, 0] < x + width) & (taken[:, 2] > x) & (taken[:, 1] < y + height) & (taken[:, 3] > y)
            meets[node] = False
            if not meets.any():
                return float(x), float(y)
    return None


def _short(name: str) -> str:
    return name if len(name) <= 34 else name[:32].rstrip() + "…"


def _legend(figure: Any, unfit: bool, contested: bool, apart: bool) -> None:
    from matplotlib.lines import Line2D

    entries = [
        Line2D([], [], color=_FRIENDLY, lw=2, label="friendly"),
        Line2D([], [], color=_HOSTILE, lw=2, ls=(0, (4, 2)), label="hostile"),
    ]
    if unfit:
        entries.append(Line2D([], [], color=_INK, lw=4, label="thick: does not fit the camps"))
    if contested:
        entries.append(Line2D([], [], color=_INK, marker="x", lw=0, label="sources disagree"))
    if apart:
        entries.append(
            Line2D(
                [],
                [],
                color="none",
                marker="o",
                markeredgecolor=_INK,
                lw=0,
                label="white: not connected with the camps",
            )
        )
    figure.legend(handles=entries, loc="lower right", ncols=len(entries), frameon=False, fontsize=9)
