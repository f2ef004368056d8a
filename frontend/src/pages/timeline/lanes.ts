// Lanes of marks: events of one day and sign share a mark; marks that would touch stand below each other.

import type { ScaleTime } from "d3-scale";
import { recordWords } from "../../words/record";
import { compare } from "../../words/words";
import type { By } from "./asking";
import { type Told, dated, parties, within } from "./events";

export interface Lane {
  id: string;
  name: string;
  /** Events in all, also at other times than the one drawn. */
  total: number;
  events: Told[];
}

export interface Mark {
  key: string;
  events: Told[];
  /** Pixels; both the same where it is a day. */
  left: number;
  right: number;
  /** Middle of what is seen of it. */
  middle: number;
  radius: number;
  row: number;
  open: "start" | "end" | null;
}

export interface Drawn {
  marks: Mark[];
  rows: number;
  /** Events for which there is no room. */
  crowded: number;
}

const MOST_ROWS = 5;
const FADE = 0.15;
/** How far beyond the drawing bars reach, so that their ends are not seen. */
const EDGE = 20;
const NOBODY = "";

export function lanesOf(events: readonly Told[], by: By): Lane[] {
  const words = recordWords();
  const lanes = new Map<string, Lane>();
  function put(id: string, name: string, event: Told): void {
    const lane = lanes.get(id) ?? { id, name, total: 0, events: [] };
    lane.total += 1;
    lane.events.push(event);
    lanes.set(id, lane);
  }
  for (const event of events.filter(dated)) {
    if (by === "type") put(event.type, words.eventNames[event.type], event);
    else {
      const involved = parties(event);
      for (const { id, name } of involved) put(id, name, event);
      if (!involved.length) put(NOBODY, words.nobody, event);
    }
  }
  const order = Object.keys(words.eventNames);
  return [...lanes.values()].sort((one, other) =>
    by === "type" ? order.indexOf(one.id) - order.indexOf(other.id) : other.total - one.total || compare(one.name, other.name),
  );
}

export function drawn(events: readonly Told[], scale: ScaleTime<number, number>): Drawn {
  const [low = 0, high = 0] = scale.range();
  const [begin, end] = scale.domain();
  const time = { from: begin?.getTime() ?? 0, to: end?.getTime() ?? 0 };
  const groups = new Map<string, Told[]>();
  for (const event of events) {
    if (!within(event, time)) continue;
    const key = [event.start, event.end, event.sign, event.firm].join("|");
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  // A stretch whose end is not told has faded away before a much later time.
  const marks = [...groups]
    .map(([key, group]) => mark(key, group, scale, low, high))
    .filter(({ left, right }) => right >= low && left <= high);
  marks.sort((one, other) => first(one) - first(other) || (one.key < other.key ? -1 : 1));
  const ends: number[] = [];
  let crowded = 0;
  const placed = marks.filter((one) => {
    let row = ends.findIndex((end) => end < first(one));
    if (row < 0) row = ends.length;
    if (row >= MOST_ROWS) {
      crowded += one.events.length;
      return false;
    }
    one.row = row;
    ends[row] = last(one) + 1;
    return true;
  });
  return { marks: placed, rows: Math.max(ends.length, 1), crowded };
}

function mark(key: string, events: Told[], scale: ScaleTime<number, number>, low: number, high: number): Mark {
  const { from, to, precision } = events[0] as Told;
  const fade = (high - low) * FADE;
  let left = from === null ? scale(to ?? 0) - fade : scale(from);
  let right = to === null ? scale(from ?? 0) + fade : scale(to);
  if (precision === "day") left = right = (left + right) / 2;
  const radius = events.length > 1 ? Math.min(7 + Math.log2(events.length), 11) : 6.5;
  const middle = (Math.max(left, low) + Math.min(right, high)) / 2;
  return {
    key,
    events,
    left: Math.max(left, low - EDGE),
    right: Math.min(right, high + EDGE),
    middle,
    radius,
    row: 0,
    open: from === null ? "start" : to === null ? "end" : null,
  };
}

function first({ left, middle, radius }: Mark): number {
  return Math.min(left, middle - radius);
}

function last({ right, middle, radius }: Mark): number {
  return Math.max(right, middle + radius);
}
