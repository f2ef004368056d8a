// Who decides: the name that is kept with every review and decision, remembered in this browser.

import { effect, signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { words } from "../words/words";

const own = words({
  en: { name: "Your name", why: "It is kept with what you decide." },
  es: { name: "Su nombre", why: "Se guarda con lo que usted decide." },
});

const KEY = "dissensus.reviewer";

function remembered(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

export const reviewer = signal(remembered());

effect(() => {
  const name = reviewer.value;
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Nothing may be kept here; the name lasts as long as the page.
  }
});

export function NameOfReviewer() {
  const id = useId();
  return (
    <p class="row">
      <label for={id}>{own().name}</label>
      <input
        id={id}
        autocomplete="name"
        maxLength={100}
        value={reviewer.value}
        onInput={(event) => (reviewer.value = event.currentTarget.value)}
      />
      <span class="small soft">{own().why}</span>
    </p>
  );
}
