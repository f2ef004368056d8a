// The address of a view: `#/actors/bolivia?since=2019`. All that a view shows hangs on it, so that it can be sent on.

import { computed, signal } from "@preact/signals";

export interface Route {
  /** `["actors", "bolivia"]`; the overview is `[]`. */
  path: string[];
  query: URLSearchParams;
}

export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#?\/?/, "").split("?", 2);
  return { path: path.split("/").filter(Boolean).map(decoded), query: new URLSearchParams(query) };
}

export function address(path: string[], query: Record<string, string | null | undefined> | URLSearchParams = {}): string {
  const given = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  const kept = new URLSearchParams(given.filter((pair): pair is [string, string] => Boolean(pair[1])));
  const asked = kept.toString();
  return `#/${path.map(encodeURIComponent).join("/")}${asked ? `?${asked}` : ""}`;
}

const hash = signal(location.hash);
addEventListener("hashchange", () => (hash.value = location.hash));

export const route = computed(() => parse(hash.value));

export function go(to: string, options: { replace?: boolean } = {}): void {
  if (options.replace) {
    history.replaceState(null, "", to);
    hash.value = location.hash;
  } else {
    location.hash = to;
  }
}

/** Change some of what the address asks for and keep the rest; null takes away. Replaces: a slider is no journey. */
export function ask(changes: Record<string, string | null>): void {
  const { path, query } = route.value;
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  go(address(path, next), { replace: true });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
