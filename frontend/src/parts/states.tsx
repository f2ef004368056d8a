// What stands where data is on its way, missing or refused.

import type { ComponentChildren } from "preact";
import { words } from "../words/words";
import { Refused } from "../api/source";
import type { Data } from "./data";

const own = words({
  en: { waiting: "Loading…", failed: "This did not work.", missing: "The record holds nothing of this name or address.", nothing: "Nothing here." },
  es: { waiting: "Cargando…", failed: "Esto no funcionó.", missing: "El registro no contiene nada con este nombre o dirección.", nothing: "No hay nada aquí." },
});

export function Waiting() {
  return (
    <p class="soft" role="status">
      {own().waiting}
    </p>
  );
}

export function Problem({ why }: { why: string }) {
  return (
    <div class="problem" role="alert">
      <strong>{own().failed}</strong> <span>{why}</span>
    </div>
  );
}

/** Why something did not work, for people: what the command line advises is nothing to them. */
export function whyOf(error: unknown): string {
  if (error instanceof Refused && error.status === 404) return own().missing;
  return String((error as Error).message).replace(/; [^;]*`dissensus [^;]*$/, "");
}

export function Nothing({ children }: { children?: ComponentChildren }) {
  return <p class="soft">{children ?? own().nothing}</p>;
}

/** The data once it is here, and until then what it waits for. */
export function Shown<T>({ data, children }: { data: Data<T>; children: (value: T) => ComponentChildren }) {
  if (data.state === "failed") return <Problem why={data.why} />;
  if (data.value === null) return <Waiting />;
  return <div aria-busy={data.state === "waiting"}>{children(data.value)}</div>;
}
