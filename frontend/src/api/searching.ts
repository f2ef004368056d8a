// How the record compares what people type with what it holds: the same as src/dissensus/record/words.py and SQLite's
// tokenizer `unicode61`.

import { Refused } from "./source";

/** A form in which case, accents and runs of white space make no difference. */
export function fold(text: string): string {
  const caseless = text.normalize("NFKD").toUpperCase().toLowerCase().replaceAll("ς", "σ");
  return caseless.normalize("NFKD").replace(/\p{Mn}/gu, "").split(/\s+/).filter(Boolean).join(" ");
}

/** The words of a text between blanks: ` every word `. */
export function tokens(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{Mn}/gu, "").normalize("NFC").toLowerCase();
  return ` ${plain.split(/[^\p{L}\p{N}\p{Co}]+/u).filter(Boolean).join(" ")} `;
}

/** Whether all the words asked for stand in what `tokens` gave, "several words" next to each other, `word*` beginning. */
export function searcher(asked: string): (...columns: readonly string[]) => boolean {
  const terms: string[] = [];
  for (const [, phrase, word] of asked.matchAll(/"([^"]*)"?|(\S+)/g)) {
    const term = phrase || word || "";
    if (!/[\p{L}\p{N}]/u.test(term)) continue;
    const begins = !phrase && term.endsWith("*");
    terms.push(begins ? tokens(term).trimEnd() : tokens(term));
  }
  return (...columns) => terms.length > 0 && terms.every((term) => columns.some((column) => column.includes(term)));
}

export function firstDay(date: string): string {
  const [year, month, day] = parts(date);
  return `${year}-${month ?? "01"}-${day ?? "01"}`;
}

export function lastDay(date: string): string {
  const [year, month, day] = parts(date);
  return `${year}-${month ?? "12"}-${day ?? days(year, month ?? "12")}`;
}

function parts(date: string): [string, string | undefined, string | undefined] {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  const wrong =
    !year ||
    year === "0000" ||
    (month && (month < "01" || month > "12")) ||
    (month && day && (day < "01" || Number(day) > days(year, month)));
  if (wrong) throw new Refused(`'${date}' is no date; write 2019, 2019-10 or 2019-10-20`, 400);
  return [year, month, day];
}

function days(year: string, month: string): number {
  const last = new Date(0);
  last.setUTCFullYear(Number(year), Number(month), 0);
  return last.getUTCDate();
}
