// Long lists page by page.

import { useEffect, useState } from "preact/hooks";
import { data } from "../api/data";
import type { Page } from "../api/model";
import { useAsShown } from "./answers";
import { whyOf } from "./states";
import { type Query, asked } from "../api/source";

export interface Pages<T> {
  items: T[];
  waiting: boolean;
  problem: string | null;
  /** Fetches the following page; null at the end. */
  more: (() => void) | null;
}

export function usePages<T>(path: string, query: Query, again = 0): Pages<T> {
  const wanted = `${path}?${asked(query)}`;
  const [told, setTold] = useState<{ items: T[]; next: string | null; waiting: boolean; problem: string | null }>({
    items: [],
    next: null,
    waiting: true,
    problem: null,
  });

  function fetch(after: string | null, before: T[], signal?: AbortSignal): void {
    const params = new URLSearchParams(asked(query));
    if (after) params.set("after", after);
    data()
      .get<Page<T>>(path, params, signal)
      .then((page) => setTold({ items: [...before, ...page.items], next: page.next, waiting: false, problem: null }))
      .catch((error: unknown) => {
        if (!signal?.aborted) setTold({ items: [], next: null, waiting: false, problem: whyOf(error) });
      });
  }

  useEffect(() => {
    const control = new AbortController();
    setTold((before) => ({ ...before, waiting: true }));
    fetch(null, [], control.signal);
    return () => control.abort();
  }, [wanted, again]);

  const { items, next, waiting, problem } = told;
  useAsShown(wanted.replace(/\?$/, ""), waiting ? null : items);
  return { items, waiting, problem, more: next && !waiting ? () => fetch(next, items) : null };
}
