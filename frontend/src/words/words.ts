// The program's own words in both languages. Each part and page keeps its words beside it, as `words({ en: {...}, es: {...} })`.

import { language } from "../choices";

/** The words of a part in the language chosen; a page drawn with them is drawn anew when another is chosen. */
export function words<T extends object>(both: { en: T; es: { [K in keyof T]: T[K] } }): () => T {
  return () => both[language.value];
}

const LOCALES = { en: "en-GB", es: "es-419" } as const;

/** Making a formatter takes far longer than formatting. */
const formatters = new Map<string, unknown>();

export function formatter<T>(kind: string, options: object, make: (locale: string) => T): T {
  const locale = LOCALES[language.value];
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  let found = formatters.get(key) as T | undefined;
  if (found === undefined) {
    found = make(locale);
    formatters.set(key, found);
  }
  return found;
}

export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return formatter("number", options, (locale) => new Intl.NumberFormat(locale, options)).format(value);
}

/** From 0 to 1, with two digits. */
export function share(value: number): string {
  return number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A language by its ISO 639-1 code. */
export function languageName(code: string): string {
  const options = { type: "language" } as const;
  return formatter("language", options, (locale) => new Intl.DisplayNames(locale, options)).of(code) ?? code;
}

/** What one is called, and what several are. */
export type OneMany = readonly [string, string];

/** How many of what: `1 event`, `2,000 events`. */
export function counted(count: number, [one, many]: OneMany): string {
  return `${number(count)} ${count === 1 ? one : many}`;
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
  return formatter("date", options, (locale) => new Intl.DateTimeFormat(locale, options)).format(at);
}

/** A stretch of time, open where an end is not told. */
export function stretch(start: string | null | undefined, end: string | null | undefined): string {
  if (start && end) return start === end ? date(start) : `${date(start)} – ${date(end)}`;
  return start ? `${date(start)} –` : end ? `– ${date(end)}` : "";
}

const lists = () => formatter("list", {}, (locale) => new Intl.ListFormat(locale));

/** A list as one writes it: `who, when and whether`. */
export function listed(names: readonly string[]): string {
  return lists().format(names);
}

/** What stands before each name of a list as one writes it: nothing, commas, `and`. */
export function joints(names: readonly string[]): string[] {
  const parts = lists().formatToParts(names);
  return ["", ...parts.filter((part) => part.type === "literal").map((part) => part.value)];
}

export function compare(a: string, b: string): number {
  const options = { sensitivity: "base", numeric: true } as const;
  return formatter("order", options, (locale) => new Intl.Collator(locale, options)).compare(a, b);
}
