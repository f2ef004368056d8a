// The camps as they are shown. Parts of a network that no tie connects are split each for itself, and a camp keeps its letter in time.

import type { CampsView, NetworkView } from "../../api/model";
import { partsOf } from "./parts";

/** Camps that have a colour of their own. */
export const COLOURS = 6;

export interface Camp {
  letter: string;
  /** From 0; its colour is `--camp-N` as long as there are as many. */
  place: number;
  members: string[];
}

export interface Sides {
  camps: Camp[];
  /** Camp of each member. */
  of: ReadonlyMap<string, Camp>;
  /** How many parts of the network, with no tie between them, have camps. */
  parts: number;
  /** Who has no camp: a pair by itself, or ties without a sign only. */
  apart: string[];
  settled: ReadonlySet<string>;
  swing: ReadonlySet<string>;
  /** Pairs that do not fit, as `key` writes them. */
  misfits: ReadonlySet<string>;
}

const LEAST = 3;

export function key(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Camps with letters; those that go on from camps of `before` have theirs. */
export function sidesOf(view: NetworkView, split: CampsView, before: Sides | null): Sides {
  const groups = groupsOf(view, split);
  const large = groups.filter(({ whole }) => whole >= LEAST);
  const kept = large.map(({ members }) => members);
  const places = placesOf(kept, before);
  const camps = kept
    .map((members, at) => ({ letter: letter(places[at] ?? at), place: places[at] ?? at, members }))
    .sort((one, other) => one.place - other.place);
  const of = new Map(camps.flatMap((camp) => camp.members.map((id) => [id, camp] as const)));
  return {
    camps,
    of,
    parts: new Set(large.map(({ part }) => part)).size,
    apart: view.nodes.filter((node) => !of.has(node.id)).map((node) => node.id),
    settled: new Set(split.settled),
    swing: new Set(split.swing),
    misfits: new Set(split.misfits.map((misfit) => key(misfit.source, misfit.target))),
  };
}

interface Group {
  members: string[];
  part: number;
  /** How many hang together with them. */
  whole: number;
}

/** The members of each camp in each part, the largest first. Of a network not drawn whole, the parts cannot be told. */
function groupsOf(view: NetworkView, split: CampsView): Group[] {
  const all = view.pairs.length === view.pairs_in_all;
  const part = partsOf(
    view.nodes.length,
    view.pairs.filter((pair) => pair.sign !== 0),
  );
  const partOf = new Map(view.nodes.map((node, at) => [node.id, all ? (part[at] ?? 0) : 0]));
  const size = new Map<number, number>();
  for (const members of split.camps) {
    for (const id of members) size.set(partOf.get(id) ?? 0, (size.get(partOf.get(id) ?? 0) ?? 0) + 1);
  }
  const groups = split.camps.flatMap((members) => {
    const parts = new Map<number, string[]>();
    for (const id of members) {
      const one = partOf.get(id) ?? 0;
      parts.set(one, [...(parts.get(one) ?? []), id]);
    }
    return [...parts].map(([one, list]) => ({ members: list, part: one, whole: size.get(one) ?? 0 }));
  });
  return groups.sort((one, other) => other.whole - one.whole || other.members.length - one.members.length);
}

function placesOf(groups: readonly string[][], before: Sides | null): number[] {
  const places: (number | undefined)[] = groups.map(() => undefined);
  const taken = new Set<number>();
  const shared = groups.flatMap((members, at) => {
    const counts = new Map<number, number>();
    for (const id of members) {
      const camp = before?.of.get(id);
      if (camp) counts.set(camp.place, (counts.get(camp.place) ?? 0) + 1);
    }
    return [...counts].map(([place, count]) => ({ at, place, count }));
  });
  for (const { at, place } of shared.sort((one, other) => other.count - one.count || one.place - other.place)) {
    if (places[at] !== undefined || taken.has(place)) continue;
    places[at] = place;
    taken.add(place);
  }
  let next = before?.camps.length ?? 0;
  return places.map((place) => place ?? next++);
}

/** A, B, … Z, AA, AB, … */
function letter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letter(Math.floor(place / 26) - 1) + last;
}
