// What is to be drawn, whoever draws it.

import type { NetworkView } from "../../api/model";
import type { Show } from "./asking";
import { COLOURS, type Sides, key } from "./camps";
import type { Places } from "./layout";

type Pair = NetworkView["pairs"][number];

export interface Spot {
  id: string;
  name: string;
  x: number;
  y: number;
  /** Radius in pixels. */
  size: number;
  weight: number;
  /** Of its camp's colour; null without a camp. */
  camp: number | null;
  letter: string;
  swing: boolean;
  faded: boolean;
  chosen: boolean;
  /** Above 0 where most of its ties go to the right: its name stands better on its left. */
  lean: number;
}

export interface Line {
  a: Spot;
  b: Spot;
  pair: Pair;
  width: number;
  misfit: boolean;
  faded: boolean;
  chosen: boolean;
}

export interface Scene {
  spots: Spot[];
  lines: Line[];
  /** Those that are not faded, the widest first. */
  widest: readonly Line[];
  /** The area of all that is ever drawn, so that nothing moves in time. */
  frame: { left: number; right: number; top: number; bottom: number };
  /** From 1 for few actors down: by how much all is drawn smaller. */
  crowd: number;
}

export interface Chosen {
  actor: string | null;
  tie: readonly [string, string] | null;
}

/** Of a line that is looked at, in pixels. */
const LEAST = 2;

export function shown(view: NetworkView, show: Show, sides: Sides | null): Pair[] {
  const id = (at: number) => view.nodes[at]?.id ?? "";
  return view.pairs.filter((pair) => {
    if (show === "friendly") return pair.sign > 0;
    if (show === "hostile") return pair.sign < 0;
    if (show === "contested") return pair.contested;
    if (show === "misfits") return sides?.misfits.has(key(id(pair.a), id(pair.b))) ?? false;
    return true;
  });
}

export function sceneOf(
  view: NetworkView,
  pairs: readonly Pair[],
  places: Places,
  sides: Sides | null,
  chosen: Chosen,
): Scene {
  const drawn = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const near = new Set(chosen.tie ?? (chosen.actor ? [chosen.actor] : []));
  const tie = chosen.tie ? key(...chosen.tie) : null;
  if (chosen.actor && !tie) {
    for (const { a, b } of pairs) {
      const [one, other] = [view.nodes[a]?.id ?? "", view.nodes[b]?.id ?? ""];
      if (one === chosen.actor) near.add(other);
      else if (other === chosen.actor) near.add(one);
    }
  }
  const crowd = Math.max(0.3, Math.min(1, Math.sqrt(80 / Math.max(view.nodes.length, 1))));
  const spots = new Map<number, Spot>();
  view.nodes.forEach((node, at) => {
    const place = places.get(node.id);
    if (!place) return;
    const camp = sides?.of.get(node.id);
    spots.set(at, {
      id: node.id,
      name: node.name,
      ...place,
      size: Math.min(22, 4.5 + 2.2 * Math.sqrt(node.ties)) * crowd,
      weight: node.weight,
      camp: camp && camp.place < COLOURS ? camp.place : null,
      letter: camp?.letter ?? "",
      swing: Boolean(camp) && (sides?.swing.has(node.id) ?? false),
      faded: near.size > 0 ? !near.has(node.id) : !drawn.has(at),
      chosen: chosen.tie ? chosen.tie.includes(node.id) : node.id === chosen.actor,
      lean: 0,
    });
  });
  const heaviest = pairs.reduce((most, pair) => Math.max(most, pair.weight), 0.01);
  const lines = pairs.flatMap((pair): Line[] => {
    const [a, b] = [spots.get(pair.a), spots.get(pair.b)];
    if (!a || !b) return [];
    a.lean += Math.sign(b.x - a.x);
    b.lean += Math.sign(a.x - b.x);
    const name = key(a.id, b.id);
    const named = tie ? name === tie : a.id === chosen.actor || b.id === chosen.actor;
    const width = (1.3 + 4.2 * Math.sqrt(pair.weight / heaviest)) * crowd;
    return [
      {
        a,
        b,
        pair,
        width: near.size > 0 && named ? Math.max(width, LEAST) : width,
        misfit: sides?.misfits.has(name) ?? false,
        faded: near.size > 0 && !named,
        chosen: name === tie,
      },
    ];
  });
  lines.sort((one, other) => Number(other.faded) - Number(one.faded));
  const widest = lines.filter((line) => !line.faded).sort((one, other) => other.width - one.width);
  return { spots: [...spots.values()], lines, widest, frame: frameOf(places), crowd };
}

function frameOf(places: Places): Scene["frame"] {
  const frame = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y } of places.values()) {
    frame.left = Math.min(frame.left, x);
    frame.right = Math.max(frame.right, x);
    frame.top = Math.min(frame.top, y);
    frame.bottom = Math.max(frame.bottom, y);
  }
  return Number.isFinite(frame.left) ? frame : { left: 0, right: 1, top: 0, bottom: 1 };
}
