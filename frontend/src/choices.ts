// What a reader chose once for all pages: language and light or dark. Kept in this browser.

import { effect, signal } from "@preact/signals";

export type Language = "en" | "es";
export type Theme = "auto" | "light" | "dark";

function kept<T extends string>(key: string, known: readonly T[], otherwise: T): T {
  try {
    const value = localStorage.getItem(key);
    return known.find((one) => one === value) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows and pages opened from a file may not keep anything.
  }
}

export const language = signal<Language>(
  kept("dissensus.language", ["en", "es"], navigator.language.startsWith("es") ? "es" : "en"),
);
export const theme = signal<Theme>(kept("dissensus.theme", ["auto", "light", "dark"], "auto"));

/** Whether single letters decide in the review queue: those who speak to their computer, or hit keys by chance, turn it off. */
export const letterKeys = signal(kept("dissensus.keys", ["on", "off"], "on") === "on");

effect(() => keep("dissensus.keys", letterKeys.value ? "on" : "off"));
effect(() => {
  document.documentElement.lang = language.value;
  keep("dissensus.language", language.value);
});
effect(() => {
  document.documentElement.dataset["theme"] = theme.value;
  keep("dissensus.theme", theme.value);
});
