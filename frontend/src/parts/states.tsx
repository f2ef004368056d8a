// What stands where data is on its way, missing or refused.

import type { ComponentChildren } from "preact";
import { words } from "../words/words";
import type { Data } from "./data";

const own = words({
  en: { waiting: "Loading…", failed: "This could not be loaded.", nothing: "Nothing here." },
  es: { waiting: "Cargando…", failed: "No se pudo cargar.", nothing: "No hay nada aquí." },
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

export function Nothing({ children }: { children?: ComponentChildren }) {
  return <p class="soft">{children ?? own().nothing}</p>;
}

/** The data once it is here, and until then what it waits for. */
export function Shown<T>({ data, children }: { data: Data<T>; children: (value: T) => ComponentChildren }) {
  if (data.state === "failed") return <Problem why={data.why} />;
  if (data.value === null) return <Waiting />;
  return <div aria-busy={data.state === "waiting"}>{children(data.value)}</div>;
}
