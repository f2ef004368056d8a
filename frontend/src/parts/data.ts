// Data on its way: asked for when what is asked changes, dropped when the view has gone.

import { useEffect, useState } from "preact/hooks";
import { type Query, asked } from "../api/source";
import { data } from "../api/data";
import { useAsShown } from "./answers";
import { whyOf } from "./states";

export type Data<T> =
  | { state: "waiting"; value: T | null }
  | { state: "here"; value: T }
  | { state: "failed"; value: null; why: string };

/** What is at a path of the API; `null` asks nothing. While a new answer is awaited, the old one stays as `value`. */
export function useData<T>(path: string | null, query: Query = {}, again = 0): Data<T> {
  const [told, setTold] = useState<Data<T>>({ state: "waiting", value: null });
  const wanted = path === null ? null : `${path}?${asked(query)}`;
  useEffect(() => {
    if (path === null) return;
    const control = new AbortController();
    setTold((before) => ({ state: "waiting", value: before.value }));
    data()
      .get<T>(path, query, control.signal)
      .then((value) => setTold({ state: "here", value }))
      .catch((error: unknown) => {
        if (!control.signal.aborted) setTold({ state: "failed", value: null, why: whyOf(error) });
      });
    return () => control.abort();
  }, [wanted, again]);
  useAsShown(wanted?.replace(/\?$/, "") ?? null, told.state === "here" ? told.value : null);
  return told;
}
