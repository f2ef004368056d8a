// Events as the pictures and the list use them, and which of them are chosen.

import type { Commitment, EventType, Placed } from "../../api/model";
import { type Stretch, covered } from "./times";
import { type Area, inside, pointOf } from "./world";

export interface Told extends Placed {
  /** Null where it is not told; `to` is the moment after. */
  from: number | null;
  to: number | null;
  sign: -1 | 0 | 1;
  /** Whether it is said to have happened, by whomever. */
  firm: boolean;
}

const FIRM: readonly Commitment[] = ["stated", "alleged"];

export function told(event: Placed): Told {
  return {
    ...event,
    from: covered(event.start)?.from ?? null,
    to: covered(event.end)?.to ?? null,
    sign: Math.sign(event.score ?? 0) as -1 | 0 | 1,
    firm: FIRM.includes(event.commitment),
  };
}

export function dated(event: Told): boolean {
  return event.from !== null || event.to !== null;
}

/** What is known of its time; an end that is not told is taken for the other. */
export function timeOf(event: Told): Stretch | null {
  const from = event.from ?? event.to;
  const to = event.to ?? event.from;
  return from === null || to === null ? null : { from, to };
}

/** As the record's own filter: events that fall into the time or touch it; a missing end is open. */
export function within(event: Told, time: Partial<Stretch>): boolean {
  if (!dated(event)) return false;
  return (event.to ?? Infinity) > (time.from ?? -Infinity) && (event.from ?? -Infinity) < (time.to ?? Infinity);
}

export interface Narrowing {
  actor: string;
  type: EventType | "";
  commitment: Commitment | "";
  source: string;
  min_confidence: string;
}

export function like(event: Told, { actor, type, commitment, source, min_confidence }: Narrowing): boolean {
  return (
    (!type || event.type === type) &&
    (!commitment || event.commitment === commitment) &&
    (!source || event.source?.toLowerCase() === source.toLowerCase()) &&
    (!min_confidence || event.confidence >= Number(min_confidence)) &&
    (!actor || parties(event).some(({ id, name }) => id === actor || name.toLowerCase() === actor.toLowerCase()))
  );
}

export interface Where {
  countries: readonly string[];
  place: string;
  area: Area | null;
}

export function at(event: Told, { countries, place, area }: Where): boolean {
  if (place && event.place !== place) return false;
  if (countries.length && !countries.includes(event.country ?? "")) return false;
  if (!area) return true;
  const point = pointOf(event);
  return point !== null && inside(area, point);
}

/** Who acts and who is acted upon, each once. */
export function parties(event: Placed): { id: string; name: string }[] {
  const seen = new Map([...event.actors, ...event.recipients].map((actor) => [actor.id, actor]));
  return [...seen.values()];
}
