// What the address asks for.

import type { Commitment, EventType } from "../../api/model";
import { address, go, route } from "../../route";
import type { Narrowing, Where } from "./events";
import { type Stretch, covered } from "./times";
import { areaOf } from "./world";

export const NARROWING = ["actor", "type", "commitment", "source", "min_confidence"] as const;
export const TIME = ["since", "until"] as const;
export const WHERE = ["country", "place", "area"] as const;

export type By = "actor" | "type";

export interface Asked {
  by: By;
  allLanes: boolean;
  near: boolean;
  narrowing: Narrowing;
  where: Where;
  /** Null where no time is chosen. */
  time: Partial<Stretch> | null;
  /** A statement of the mark that is looked at. */
  event: string;
}

export function askedOf(query: URLSearchParams): Asked {
  const text = (name: string) => query.get(name) ?? "";
  const from = covered(text("since"))?.from;
  const to = covered(text("until"))?.to;
  return {
    by: text("lanes") === "actor" ? "actor" : "type",
    allLanes: query.has("all"),
    near: text("map") === "near",
    narrowing: {
      actor: text("actor"),
      type: text("type") as EventType | "",
      commitment: text("commitment") as Commitment | "",
      source: text("source"),
      min_confidence: text("min_confidence"),
    },
    where: { countries: query.getAll("country").filter(Boolean), place: text("place"), area: areaOf(query.get("area")) },
    time: from === undefined && to === undefined ? null : { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    event: text("event"),
  };
}

/** Put a country among those chosen, or take it away. */
export function turnCountry(code: string): void {
  const { path, query } = route.value;
  const chosen = query.getAll("country");
  const next = new URLSearchParams([...query].filter(([name]) => name !== "country" && name !== "place"));
  const kept = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
  for (const one of kept) next.append("country", one);
  go(address(path, next), { replace: true });
}
