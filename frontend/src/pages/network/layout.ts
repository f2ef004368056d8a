// Where each actor stands in the picture: friends near each other, the sides apart, the same each time.

import Graph from "graphology";
import helpers from "graphology-layout-forceatlas2/helpers.js";
import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { CampsView, NetworkView } from "../../api/model";
import { partsOf } from "./parts";

export interface Point {
  x: number;
  y: number;
}

export type Places = ReadonlyMap<string, Point>;

const FLOATS = 10;
const MASS = 6;
const BREATH = 12;
const HOSTILE = 0.08;
const HOME = 0.3;
const ACROSS = 0.3;
const TURN = Math.PI * (3 - Math.sqrt(5));

const SETTINGS = { gravity: 1, scalingRatio: 6, strongGravityMode: false, edgeWeightInfluence: 1, barnesHutTheta: 0.7 };

/** Works in pieces of a few milliseconds; rejects when the signal says that nobody waits any more. Without camps, all are one. */
export async function arrange(view: NetworkView, split: CampsView | null, signal: AbortSignal): Promise<Places> {
  const { nodes, pairs } = view;
  const camp = new Map(split?.camps.flatMap((members, one) => members.map((id) => [id, one] as const)));
  const group = nodes.map((node) => camp.get(node.id) ?? 0);
  const graph = started(view, group);
  const matrices = helpers.graphToByteArrays(graph, (_, data) => data.weight);
  for (let at = nodes.length; at < graph.order; at += 1) matrices.nodes[at * FLOATS + MASS] = 1;
  const steps = nodes.length < 300 ? 800 : Math.max(120, Math.round(240_000 / nodes.length));
  const settings = {
    ...SETTINGS,
    slowDown: 1 + Math.log(graph.order + 1),
    barnesHutOptimize: graph.order > 600,
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
  };
  let begun = performance.now();
  for (let step = 0; step < steps; step += 1) {
    iterate(settings, matrices.nodes, matrices.edges);
    if (performance.now() - begun > BREATH) {
      await new Promise((done) => setTimeout(done));
      signal.throwIfAborted();
      begun = performance.now();
    }
  }
  const points = nodes.map((_, at) => ({
    x: matrices.nodes[at * FLOATS] ?? 0,
    y: matrices.nodes[at * FLOATS + 1] ?? 0,
  }));
  const placed = packed(spread(points), partsOf(nodes.length, pairs));
  return new Map(nodes.map((node, at) => [node.id, placed[at] ?? { x: 0, y: 0 }]));
}

/** The actors about the middles of their camps, each of which is a node of its own that draws them together. */
function started(view: NetworkView, group: readonly number[]): Graph {
  const graph = new Graph({ type: "undirected" });
  const { nodes, pairs } = view;
  const middles = group.reduce((most, one) => Math.max(most, one), 0) + 1;
  const radius = 10 * Math.sqrt(nodes.length + 1);
  const middle = (one: number): Point => {
    const angle = (2 * Math.PI * one) / Math.max(middles, 2);
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  };
  nodes.forEach((_, at) => {
    const { x, y } = middle(group[at] ?? 0);
    const away = 3 * Math.sqrt(at + 1);
    graph.addNode(at, { x: x + away * Math.cos(at * TURN), y: y + away * Math.sin(at * TURN) });
  });
  for (let one = 0; one < middles; one += 1) graph.addNode(`middle ${one}`, middle(one));
  for (const { a, b, sign, weight } of pairs) {
    const across = group[a] === group[b] ? 1 : ACROSS;
    graph.addEdge(a, b, { weight: sign > 0 ? across * (0.35 + 0.5 * Math.log1p(weight)) : HOSTILE });
  }
  const home = HOME * Math.max(1, pairs.length / nodes.length / 2);
  group.forEach((one, at) => graph.addEdge(at, `middle ${one}`, { weight: home }));
  return graph;
}

/** In a unit in which actors stand about 1 apart, those that stood on one another moved aside. */
function spread(points: readonly Point[]): Point[] {
  const scale = typical(points) || 1;
  return parted(points.map(({ x, y }) => ({ x: x / scale, y: y / scale })));
}

function parted(points: readonly Point[]): Point[] {
  const at = points.map((point) => ({ ...point }));
  for (let pass = 0; pass < PASSES; pass += 1) {
    const cells = new Map<number, number[]>();
    const cell = (x: number, y: number) => Math.floor(x / APART) * WIDE + Math.floor(y / APART);
    at.forEach(({ x, y }, one) => {
      const here = cells.get(cell(x, y));
      if (here) here.push(one);
      else cells.set(cell(x, y), [one]);
    });
    let moved = false;
    for (const [key, here] of cells) {
      for (const beside of [0, 1, WIDE - 1, WIDE, WIDE + 1]) {
        const there = cells.get(key + beside);
        if (!there) continue;
        for (const one of here) {
          for (const other of there) {
            if (beside || other > one) moved = part(at[one], at[other], one) || moved;
          }
        }
      }
    }
    if (!moved) break;
  }
  return at;
}

const APART = 1.2;
const PASSES = 30;
/** Cells in a row, more than any layout has. */
const WIDE = 1_000_000;

function part(one: Point | undefined, other: Point | undefined, turn: number): boolean {
  if (!one || !other) return false;
  let dx = other.x - one.x;
  let dy = other.y - one.y;
  let far = Math.hypot(dx, dy);
  if (far >= APART) return false;
  if (far < 1e-6) [dx, dy, far] = [Math.cos(turn * TURN), Math.sin(turn * TURN), 1];
  const move = (APART - Math.min(far, APART)) / 2 / far;
  one.x -= dx * move;
  one.y -= dy * move;
  other.x += dx * move;
  other.y += dy * move;
  return true;
}

/** The middle one of the distances from each to its nearest, of some. */
function typical(points: readonly Point[]): number {
  const step = Math.ceil(points.length / 200);
  const nearest = points
    .filter((_, at) => at % step === 0)
    .map((one) =>
      points.reduce(
        (least, other) => (one === other ? least : Math.min(least, Math.hypot(one.x - other.x, one.y - other.y))),
        Infinity,
      ),
    )
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return nearest[Math.floor(nearest.length / 2)] ?? 1;
}

const GAP = 1.6;
const ROOM = 6;
/** How much wider than high the picture is. */
const WIDER = 1.85;

/** What no tie connects with the largest part stands in rows below it: nobody says how it stands to these. */
function packed(points: readonly Point[], part: readonly number[]): Point[] {
  const members = new Map<number, number[]>();
  part.forEach((one, at) => {
    const list = members.get(one);
    if (list) list.push(at);
    else members.set(one, [at]);
  });
  const placed = [...points];
  const chief = box((members.get(0) ?? []).map((at) => points[at] ?? { x: 0, y: 0 }));
  const right = Math.max(chief.right, chief.left + Math.max(12, (chief.bottom - chief.top) * WIDER));
  let x = chief.left;
  let y = chief.bottom + GAP;
  let row = 0;
  for (let one = 1; one < members.size; one += 1) {
    const list = members.get(one) ?? [];
    const shape = small(list.map((at) => points[at] ?? { x: 0, y: 0 }));
    const { left, right: end, top, bottom } = box(shape);
    const wide = end - left + ROOM;
    if (x > chief.left && x + wide > right + ROOM) {
      x = chief.left;
      y += row + GAP;
      row = 0;
    }
    shape.forEach((point, at) => (placed[list[at] ?? 0] = { x: x + point.x - left, y: y + point.y - top }));
    x += wide;
    row = Math.max(row, bottom - top);
  }
  return placed;
}

/** A part by itself, drawn small: a pair lies flat. */
function small(points: readonly Point[]): Point[] {
  if (points.length === 2)
    return [
      { x: 0, y: 0 },
      { x: 1.8, y: 0 },
    ];
  const { left, right, top, bottom } = box(points);
  const scale = Math.min(1, (1.6 * Math.sqrt(points.length)) / Math.max(right - left, bottom - top, 1e-6));
  return parted(points.map(({ x, y }) => ({ x: x * scale, y: y * scale })));
}

function box(points: readonly Point[]) {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const least = (list: number[]) => list.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (list: number[]) => list.reduce((a, b) => Math.max(a, b), -Infinity);
  return { left: least(xs), right: most(xs), top: least(ys), bottom: most(ys) };
}

/** Places for those of another time whom the arranged network does not hold: beside someone they have a tie with. */
export function completed(places: Places, view: NetworkView): Places {
  const all = new Map(places);
  const untold = view.nodes.filter((node) => !all.has(node.id));
  if (!untold.length) return places;
  const beside = new Map<string, Point>();
  for (const { a, b } of view.pairs) {
    const one = view.nodes[a];
    const other = view.nodes[b];
    if (!one || !other) continue;
    const [at, by] = [places.get(one.id), places.get(other.id)];
    if (!at && by) beside.set(one.id, by);
    if (!by && at) beside.set(other.id, at);
  }
  const edge = [...places.values()].reduce((low, { y }) => Math.max(low, y), 0) + GAP;
  untold.forEach((node, turn) => {
    const near = beside.get(node.id);
    const angle = turn * TURN;
    all.set(node.id, near ? { x: near.x + Math.cos(angle), y: near.y + Math.sin(angle) } : { x: turn, y: edge });
  });
  return all;
}
