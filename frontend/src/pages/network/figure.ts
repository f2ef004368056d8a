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
  text: string;
  x: number;
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

const LINE = 14;
const NAMES = 140;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The names that can be read, the weightiest actors' first. */
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
  const spots = [...scene.spots].sort((one, other) => rank(other) - rank(one));
  const strong = new Set(spots.slice(0, 60));
  for (const spot of spots) {
    const { x, y } = project(spot);
    if (x < -20 || y < -20 || x > size.width + 20 || y > size.height + 20) continue;
    if (strong.has(spot)) boxes.push(around(x, y, spot.size * scale * 0.7));
  }
  let tried = 0;
  for (const spot of spots) {
    if (placed.length >= NAMES || tried > 600) break;
    // In a crowd, those who are not looked at keep quiet.
    if (spot.faded && scene.crowd < 0.7 && !besides.includes(spot.id)) continue;
    const { x, y } = project(spot);
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    tried += 1;
    const wide = measure(spot.name);
    const far = spot.size * scale + 4;
    const wanted = spot.chosen || besides.includes(spot.id);
    const sides: [number, number, Name["anchor"]][] = [
      [x + far, y, "start"],
      [x - far, y, "end"],
    ];
    if (spot.lean > 0) sides.reverse();
    sides.push([x, y + far + LINE / 2, "middle"], [x, y - far - LINE / 2, "middle"]);
    for (const [nx, ny, anchor] of sides) {
      const left = anchor === "start" ? nx : anchor === "end" ? nx - wide : nx - wide / 2;
      const box = { left: left - 2, right: left + wide + 2, top: ny - LINE / 2, bottom: ny + LINE / 2 };
      const inside = box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height;
      if (!inside || (!wanted && boxes.some((other) => meet(box, other)))) continue;
      boxes.push(box);
      placed.push({
        text: spot.name,
        x: nx,
        y: ny,
        anchor,
        faded: spot.faded && !besides.includes(spot.id),
        strong: wanted,
      });
      break;
    }
  }
  return placed;
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
