// Where things fall in a picture of a certain size: hulls, marks, names that do not cover one another, and what lies at a point.

import { polygonHull } from "d3-polygon";
import type { Line, Scene, Spot } from "./scene";

export interface At {
  x: number;
  y: number;
}

export interface Hull {
  camp: number | null;
  letter: string;
  points: [number, number][];
  /** Of its letter. */
  at: At;
}

export interface Name {
  /** Its lines, one below the other. */
  lines: readonly string[];
  x: number;
  /** Of the middle of all lines. */
  y: number;
  anchor: "start" | "middle" | "end";
  faded: boolean;
  strong: boolean;
}

export type Project = (spot: At) => At;

const PAD = 12;
const ROUND = 10;

export function hulls(scene: Scene, project: Project, scale = 1): Hull[] {
  const camps = new Map<string, Spot[]>();
  for (const spot of scene.spots) {
    if (!spot.letter) continue;
    const members = camps.get(spot.letter);
    if (members) members.push(spot);
    else camps.set(spot.letter, [spot]);
  }
  const taken: Box[] = [];
  return [...camps].flatMap(([letter, members]): Hull[] => {
    // Of the many, only those on the outside need a rim.
    const centres = members.map((spot): [number, number, number] => {
      const { x, y } = project(spot);
      return [x, y, spot.size * scale + PAD];
    });
    const outer =
      centres.length > 2 ? (polygonHull(centres as unknown as [number, number][]) as typeof centres | null) : null;
    const rim = (outer ?? centres).flatMap(([x, y, far]) =>
      Array.from({ length: ROUND }, (_, turn): [number, number] => {
        const angle = (2 * Math.PI * turn) / ROUND;
        return [x + far * Math.cos(angle), y + far * Math.sin(angle)];
      }),
    );
    const points = polygonHull(rim);
    if (!points || members.length < 2) return [];
    const at = besides(points, taken);
    taken.push(around(at.x, at.y, 9));
    return [{ camp: members[0]?.camp ?? null, letter, points, at }];
  });
}

/** Where on its rim a hull's letter stands: at the top unless another's stands there. */
function besides(points: readonly [number, number][], taken: readonly Box[]): At {
  const [cx, cy] = [0, 1].map((axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length);
  const spots = [...points]
    .sort((one, other) => one[1] - other[1])
    .map(([x, y]) => {
      const far = Math.hypot(x - (cx ?? 0), y - (cy ?? 0)) || 1;
      return { x: x + ((x - (cx ?? 0)) / far) * 9, y: y + ((y - (cy ?? 0)) / far) * 9 + 5 };
    });
  const free = spots.find(({ x, y }) => !taken.some((box) => meet(around(x, y, 9), box)));
  return free ?? spots[0] ?? { x: 0, y: 0 };
}

/** Half the width of the mark on a contested tie. */
export function markSize(scene: Scene): number {
  return 2 + 3 * scene.crowd;
}

export const LINE = 14;
const LONG = 14;
const NAMES = 140;
const OBSTACLES = 250;
/** Beyond so many lines, names cannot keep off them. */
const HEEDED = 500;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Place extends At {
  lines: readonly string[];
  anchor: Name["anchor"];
  box: Box;
}

/** The names that can be read, the weightiest actors' first: none on another or on an actor, and off the lines where that can be. */
export function names(
  scene: Scene,
  project: Project,
  size: { width: number; height: number },
  measure: (text: string) => number,
  { scale = 1, taken = [] as Box[], besides = [] as readonly string[] } = {},
): Name[] {
  const boxes: Box[] = [...taken];
  const placed: Name[] = [];
  const rank = (spot: Spot) => (spot.chosen || besides.includes(spot.id) ? 2e9 : spot.faded ? 0 : 1e9) + spot.weight;
  const seen = [...scene.spots]
    .map((spot) => ({ spot, at: project(spot) }))
    .filter(({ at: { x, y } }) => x > -20 && y > -20 && x < size.width + 20 && y < size.height + 20)
    .sort((one, other) => rank(other.spot) - rank(one.spot));
  const radius = (spot: Spot) => spot.size * scale + (spot.swing || spot.chosen ? 4 : 1);
  for (const { spot, at } of seen.slice(0, OBSTACLES)) boxes.push(around(at.x, at.y, radius(spot) * 0.85));
  const lines = scene.lines.length > HEEDED ? [] : scene.lines.filter((line) => !line.faded);
  const segments = lines.map(({ a, b }) => [project(a), project(b)] as const);
  let tried = 0;
  for (const { spot, at } of seen) {
    if (placed.length >= NAMES || tried > 600) break;
    const wanted = spot.chosen || besides.includes(spot.id);
    // In a crowd, those who are not looked at keep quiet.
    if (spot.faded && scene.crowd < 0.7 && !wanted) continue;
    if (at.x < 0 || at.y < 0 || at.x > size.width || at.y > size.height) continue;
    tried += 1;
    const inside = written(spot.name).flatMap((lines) =>
      sides(at, radius(spot) + 2, lines, measure, spot.lean > 0).filter(
        ({ box }) => box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height,
      ),
    );
    const free = inside.filter(({ box }) => !boxes.some((other) => meet(box, other)));
    const best = least(free, ({ box }, place) => place / 4 + crossings(box, segments)) ?? (wanted ? inside[0] : undefined);
    if (!best) continue;
    boxes.push(best.box);
    placed.push({
      lines: best.lines,
      x: best.x,
      y: best.y,
      anchor: best.anchor,
      faded: spot.faded && !besides.includes(spot.id),
      strong: wanted,
    });
  }
  return placed;
}

/** A name in one line, and where it is long in two as even as can be. */
function written(name: string): string[][] {
  if (name.length < LONG) return [[name]];
  const gaps = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = least(gaps, (gap) => Math.abs(gap - name.length / 2));
  return middle === undefined ? [[name]] : [[name], [name.slice(0, middle), name.slice(middle + 1)]];
}

/** Where a name may stand about its actor, the best first: beside it, above and below, aslant. */
function sides(
  { x, y }: At,
  far: number,
  lines: readonly string[],
  measure: (text: string) => number,
  leftFirst: boolean,
): Place[] {
  const wide = Math.max(...lines.map(measure));
  const tall = LINE * lines.length;
  const slant = far * 0.7;
  const right: [number, number, Name["anchor"]][] = [
    [x + far, y, "start"],
    [x + slant, y - slant - tall / 3, "start"],
    [x + slant, y + slant + tall / 3, "start"],
  ];
  const left = right.map(([px, py]): [number, number, Name["anchor"]] => [2 * x - px, py, "end"]);
  const middle: [number, number, Name["anchor"]][] = [
    [x, y + far + tall / 2, "middle"],
    [x, y - far - tall / 2, "middle"],
  ];
  const [first, second] = leftFirst ? [left, right] : [right, left];
  return [first[0], second[0], ...middle, ...first.slice(1), ...second.slice(1)].flatMap((one) => {
    if (!one) return [];
    const [px, py, anchor] = one;
    const start = anchor === "start" ? px : anchor === "end" ? px - wide : px - wide / 2;
    const box = { left: start - 2, right: start + wide + 2, top: py - tall / 2, bottom: py + tall / 2 };
    return { lines, x: px, y: py, anchor, box };
  });
}

function least<T>(list: readonly T[], cost: (one: T, place: number) => number): T | undefined {
  let [best, lowest]: [T | undefined, number] = [undefined, Infinity];
  list.forEach((one, place) => {
    const value = cost(one, place);
    if (value < lowest) [best, lowest] = [one, value];
  });
  return best;
}

/** How many lines pass through a box. */
function crossings({ left, right, top, bottom }: Box, segments: readonly (readonly [At, At])[]): number {
  let count = 0;
  for (const [a, b] of segments) {
    // Liang and Barsky: the share of the line that lies within all four sides.
    let [from, to] = [0, 1];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    for (const [step, room] of [
      [-dx, a.x - left],
      [dx, right - a.x],
      [-dy, a.y - top],
      [dy, bottom - a.y],
    ] as const) {
      if (step === 0) {
        if (room < 0) to = -1;
      } else if (step < 0) from = Math.max(from, room / step);
      else to = Math.min(to, room / step);
    }
    if (from < to) count += 1;
  }
  return count;
}

export function around(x: number, y: number, far: number): Box {
  return { left: x - far, right: x + far, top: y - far, bottom: y + far };
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export type Hit = { spot: Spot } | { line: Line } | null;

/** What lies at a point: an actor before a tie, the nearest of each. */
export function hit(scene: Scene, project: Project, { x, y }: At, scale = 1, reach = 7): Hit {
  let nearest: Hit = null;
  let least = Infinity;
  for (const spot of scene.spots) {
    const at = project(spot);
    const far = Math.hypot(at.x - x, at.y - y);
    if (far <= Math.max(spot.size * scale, 8) + 3 && far < least) [nearest, least] = [{ spot }, far];
  }
  if (nearest) return nearest;
  for (const line of scene.lines) {
    const far = distance({ x, y }, project(line.a), project(line.b)) - (line.width * scale) / 2;
    if (far <= reach && far + (line.faded ? reach : 0) < least)
      [nearest, least] = [{ line }, far + (line.faded ? reach : 0)];
  }
  return nearest;
}

function distance(point: At, a: At, b: At): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length ? Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length)) : 0;
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}

/** How a layout is fitted into a picture. */
export function fitted(frame: Scene["frame"], width: number, height: number, margin: number): Project {
  const scale = Math.min(
    (width - 2 * margin) / Math.max(frame.right - frame.left, 1e-6),
    (height - 2 * margin) / Math.max(frame.bottom - frame.top, 1e-6),
  );
  const [cx, cy] = [(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2];
  return ({ x, y }) => ({ x: width / 2 + (x - cx) * scale, y: height / 2 + (y - cy) * scale });
}
