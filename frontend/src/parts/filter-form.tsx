// The fields that narrow a view down; where there is little room, behind a button.

import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { words } from "../words/words";

const own = words({ en: { filters: "Filters" }, es: { filters: "Filtros" } });

export function FilterForm({ children }: { children: ComponentChildren }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="unfold" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">{open ? "▴" : "▾"}</span> {own().filters}
      </button>
      <form
        id={id}
        class={open ? "row filters" : "row filters folded"}
        role="search"
        onSubmit={(event) => event.preventDefault()}
      >
        {children}
      </form>
    </>
  );
}
