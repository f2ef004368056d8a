// What a view of the network asks for: read off the address, written as the API wants it, with no defaults.

import { data } from "../../api/data";
import { address, go, route } from "../../route";

export const MOST = 2000;

export const SHOWS = ["all", "friendly", "hostile", "contested", "misfits"] as const;
export type Show = (typeof SHOWS)[number];

export interface Asked {
  /** Which statements count, at what time; how many ties. */
  network: URLSearchParams;
  /** The same at all times. */
  always: URLSearchParams;
  /** All that the record tells on that level: it says where each actor stands in the picture. */
  base: URLSearchParams;
  camps: string | null;
  show: Show;
}

const TIMES = ["at", "since", "until"];
const NARROWING = ["told_by", "relation", "type", "commitment", "min_confidence", "level", "most"];

/** Published pages hold the network as a whole, of each year, and by each source; nothing else can be asked there. */
export function askedOf(query: URLSearchParams): Asked {
  const show = SHOWS.find((one) => one === query.get("show")) ?? "all";
  if (data().published) {
    const year = /^\d{4}$/.exec(query.get("at") ?? "")?.[0];
    const network = new URLSearchParams(year ? { at: year } : picked(query, ["told_by"], 1));
    return { network, always: picked(network, ["told_by"], 1), base: new URLSearchParams(), camps: null, show };
  }
  return {
    network: picked(query, [...TIMES, ...NARROWING]),
    always: picked(query, NARROWING),
    base: picked(query, ["level", "most"]),
    camps: query.get("camps"),
    show,
  };
}

/** The camps of what is asked for; how many ties are drawn is nothing to them. */
export function campsOf(network: URLSearchParams, camps: string | null): URLSearchParams {
  const query = without(network, ["most"]);
  if (camps) query.set("camps", camps);
  return query;
}

/** The two in the order of the network, which is the order in which published pages know them. */
export function pairOf(network: URLSearchParams, a: string, b: string): URLSearchParams {
  const rest = data().published ? [] : [...without(network, ["most"])];
  return new URLSearchParams([["a", a], ["b", b], ...rest]);
}

export function without(query: URLSearchParams, names: readonly string[]): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => !names.includes(name)));
}

/** Change what the address asks for; several values where the filter takes several. */
export function askFor(changes: Record<string, string | readonly string[] | null>): void {
  const next = without(route.value.query, Object.keys(changes));
  for (const [name, value] of Object.entries(changes)) {
    for (const one of typeof value === "string" ? [value] : (value ?? [])) if (one) next.append(name, one);
  }
  go(address(route.value.path, next), { replace: true });
}

function picked(query: URLSearchParams, names: readonly string[], most = Infinity): URLSearchParams {
  return new URLSearchParams(
    names.flatMap((name) =>
      query
        .getAll(name)
        .slice(0, most)
        .map((value) => [name, value]),
    ),
  );
}
