// Dates as stretches of time. Milliseconds since 1970, UTC; ends are the moment after.

export interface Stretch {
  from: number;
  to: number;
}

const DAY = 86_400_000;
const SHORTEST = 7 * DAY;
const MARGIN = 0.03;

/** The stretch that an ISO 8601 day, month or year covers; null when it is none. */
export function covered(iso: string | null | undefined): Stretch | null {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso ?? "");
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((part) => (part ? Number(part) : null)) as [number, number | null, number | null];
  if (day !== null && month !== null) return { from: utc(year, month, day), to: utc(year, month, day + 1) };
  if (month !== null) return { from: utc(year, month, 1), to: utc(year, month + 1, 1) };
  return { from: utc(year, 1, 1), to: utc(year + 1, 1, 1) };
}

function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** A stretch as the address writes it, in whole days, with months and years where it is made of these. */
export function written({ from, to }: Stretch): { since: string; until: string } {
  const first = iso(Math.round(from / DAY) * DAY);
  const after = Math.max(Math.round(to / DAY) * DAY, Math.round(from / DAY) * DAY + DAY);
  const last = iso(after - DAY);
  const since = first.endsWith("-01-01") ? first.slice(0, 4) : first.endsWith("-01") ? first.slice(0, 7) : first;
  const next = iso(after);
  const until = next.endsWith("-01-01") ? last.slice(0, 4) : next.endsWith("-01") ? last.slice(0, 7) : last;
  return { since, until };
}

/** The day of a moment. */
export function iso(moment: number): string {
  const at = new Date(moment);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(at.getUTCFullYear()).padStart(4, "0")}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}

/** The stretch drawn at first: most of them, with what lies far before or after left out lest it squeeze the rest. */
export function mostOf(times: readonly Stretch[]): Stretch {
  const froms = times.map(({ from }) => from).sort((a, b) => a - b);
  const tos = times.map(({ to }) => to).sort((a, b) => a - b);
  const few = Math.floor(times.length * 0.05);
  const full = { from: froms[0] ?? 0, to: tos.at(-1) ?? 1 };
  const core = { from: froms[few] ?? full.from, to: tos.at(-1 - few) ?? full.to };
  const length = Math.max(core.to - core.from, SHORTEST);
  const from = core.from - full.from > length / 2 ? core.from : full.from;
  const to = full.to - core.to > length / 2 ? core.to : full.to;
  return widened(from < to ? { from, to } : full);
}

export function widened({ from, to }: Stretch): Stretch {
  const margin = Math.max((to - from) * MARGIN, (SHORTEST - (to - from)) / 2, DAY);
  return { from: from - margin, to: to + margin };
}

export function joined(one: Stretch, other: Stretch): Stretch {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

/** Closer by a factor (wider below 1) around a point of the stretch, 0 to 1; never beyond what there is. */
export function zoomed({ from, to }: Stretch, factor: number, at: number, full: Stretch): Stretch {
  const length = Math.min(Math.max((to - from) / factor, SHORTEST), (full.to - full.from) * 1.5);
  const middle = from + (to - from) * at;
  return kept({ from: middle - length * at, to: middle + length * (1 - at) }, full);
}

/** Moved by a share of its length. */
export function moved({ from, to }: Stretch, share: number, full: Stretch): Stretch {
  const step = (to - from) * share;
  return kept({ from: from + step, to: to + step }, full);
}

/** At least its middle stays where something is. */
function kept({ from, to }: Stretch, full: Stretch): Stretch {
  const half = (to - from) / 2;
  const middle = Math.min(Math.max(from + half, full.from), full.to);
  return { from: middle - half, to: middle + half };
}
