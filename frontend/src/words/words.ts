// The program's own words in both languages. Each part and page keeps its words beside it, as `words({ en: {...}, es: {...} })`.

import { language } from "../choices";

/** The words of a part in the language chosen; a page drawn with them is drawn anew when another is chosen. */
export function words<T extends object>(both: { en: T; es: { [K in keyof T]: T[K] } }): () => T {
  return () => both[language.value];
}

const LOCALES = { en: "en-GB", es: "es-419" } as const;

export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(LOCALES[language.value], options).format(value);
}

/** An ISO 8601 day, month or year in words, as closely as it is told. */
export function date(iso: string | null | undefined): string {
  if (!iso) return "";
  const [year, month, day] = iso.split("-").map(Number);
  if (!year) return iso;
  if (!month) return String(year);
  const at = new Date(Date.UTC(2000, month - 1, day ?? 1));
  at.setUTCFullYear(year);
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric", month: "short" };
  if (day) options.day = "numeric";
  return new Intl.DateTimeFormat(LOCALES[language.value], options).format(at);
}

/** A stretch of time, open where an end is not told. */
export function stretch(start: string | null | undefined, end: string | null | undefined): string {
  if (start && end) return start === end ? date(start) : `${date(start)} – ${date(end)}`;
  return start ? `${date(start)} –` : end ? `– ${date(end)}` : "";
}

export function compare(a: string, b: string): number {
  return new Intl.Collator(LOCALES[language.value], { sensitivity: "base", numeric: true }).compare(a, b);
}
