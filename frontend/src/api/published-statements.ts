// Published statements, filtered, put in order and paged here as the server does it.

import type { InContext, OpenedDocument, Page, Statement } from "./model";
import { type Lists, page, stretch } from "./published-lists";
import { fold, searcher, tokens } from "./searching";
import type { Shelves } from "./shelves";
import { Refused } from "./source";

/** What filters look at, column by column; texts that come again stand as their place in `texts`. */
interface Keys {
  texts: string[];
  id: string[];
  kind: number[];
  what: (number | null)[];
  commitment: number[];
  review: number[];
  sign: (number | null)[];
  start: (string | null)[];
  end: (string | null)[];
  confidence: number[];
  document: number[];
  source: (number | null)[];
  holder: (number | null)[];
  holderName: number[];
  author: number[];
  about: number[][];
}

type Test = (place: number) => boolean;

const UNDATED = "~";

export class Statements {
  private keys: Promise<Keys[]> | null = null;
  private quotes: Promise<string[][]> | null = null;

  constructor(
    private readonly shelves: Shelves,
    private readonly lists: Lists,
  ) {}

  async list(query: URLSearchParams): Promise<Page<Statement>> {
    const found = page(await this.matching(query), query);
    const { bodies } = this.shelves.index;
    const items = await Promise.all(
      found.items.map(async (number) => {
        const script = await this.shelves.script<Statement[]>(`bodies/${Math.floor(number / bodies)}`);
        return script[number % bodies] as Statement;
      }),
    );
    return { items, next: found.next };
  }

  async count(query: URLSearchParams): Promise<{ matching: number; more: boolean; in_all: number }> {
    return { matching: (await this.matching(query)).length, more: false, in_all: this.shelves.index.statements };
  }

  async one(id: string, query: URLSearchParams): Promise<InContext> {
    const place = await this.place(id);
    if (!place) throw new Refused(`the record holds no statement '${id}'`, 404);
    const { bodies } = this.shelves.index;
    const script = await this.shelves.script<Statement[]>(`bodies/${Math.floor(place[0] / bodies)}`);
    const statement = script[place[0] % bodies] as Statement;
    const opened = await this.shelves.shared<OpenedDocument>("answers", `documents/${statement.document.id}`);
    return { statement, ...around([...(opened?.document.text ?? "")], statement, Number(query.get("width") ?? 160)) };
  }

  /** The number of a statement in the order of reading, and the id of its matter. */
  place(id: string): Promise<[number, string | null] | undefined> {
    return this.shelves.shared("places", `places/${id}`);
  }

  /** Numbers of the statements wanted, in the order wanted. */
  private async matching(query: URLSearchParams): Promise<number[]> {
    const order = query.get("order") ?? "reading";
    const tests = await this.tests(query);
    const { statements, keys: size } = this.shelves.index;
    if (!tests.length && order === "reading") return Array.from({ length: statements }, (_, number) => number);
    const keys = await this.allKeys();
    const found: number[] = [];
    keys.forEach((chunk, script) => {
      const asked = tests.map((test) => test(chunk, script));
      for (let place = 0; place < chunk.id.length; place++) {
        if (asked.every((passes) => passes(place))) found.push(script * size + place);
      }
    });
    return sorted(found, order, keys, size);
  }

  /** What the filter asks, made ready for each script of keys. */
  private async tests(query: URLSearchParams): Promise<((keys: Keys, script: number) => Test)[]> {
    const tests: ((keys: Keys, script: number) => Test)[] = [];
    const among = (column: "kind" | "commitment" | "what" | "review", wanted: readonly string[]) => {
      if (!wanted.length) return;
      tests.push((keys) => {
        const numbers = numbersOf(keys, (text) => wanted.includes(text));
        return (place) => numbers.has(keys[column][place] ?? null);
      });
    };
    among("kind", query.getAll("kind"));
    among("commitment", query.getAll("commitment"));
    among("what", query.getAll("type"));
    among("what", query.getAll("relation"));
    among("review", query.getAll("review"));
    for (const name of query.get("actor") ? ["actor", "other"] : []) {
      const value = query.get(name);
      if (!value) continue;
      const ids = await this.lists.findActors(value);
      tests.push((keys) => {
        const numbers = numbersOf(keys, (text) => ids.has(text));
        return (place) => (keys.about[place] ?? []).some((actor) => numbers.has(actor));
      });
    }
    const source = query.get("source");
    if (source) {
      const folded = await this.lists.knownSource(source);
      tests.push((keys) => {
        const numbers = numbersOf(keys, (text) => fold(text) === folded);
        return (place) => numbers.has(keys.source[place] ?? null);
      });
    }
    const holder = query.get("holder");
    if (holder) tests.push(await this.heldBy(holder));
    const sign = query.get("sign");
    if (sign) tests.push((keys) => (place) => keys.sign[place] === Number(sign));
    const { since, until } = stretch(query);
    const dated = (keys: Keys, place: number) => keys.start[place] !== null || keys.end[place] !== null;
    if (since) tests.push((keys) => (place) => dated(keys, place) && (keys.end[place] ?? "9999") >= since);
    if (until) tests.push((keys) => (place) => dated(keys, place) && (keys.start[place] ?? "0000") <= until);
    const text = query.get("text");
    if (text) {
      const quotes = await this.allQuotes();
      const matches = searcher(text);
      tests.push((_, script) => (place) => matches(quotes[script]?.[place] ?? ""));
    }
    const sure = query.get("min_confidence");
    if (sure) tests.push((keys) => (place) => (keys.confidence[place] ?? 0) >= Number(sure));
    const document = query.get("document");
    if (document) {
      const id = await this.lists.knownDocument(document);
      tests.push((keys) => {
        const numbers = numbersOf(keys, (one) => one === id);
        return (place) => numbers.has(keys.document[place] ?? null);
      });
    }
    return tests;
  }

  private async heldBy(holder: string): Promise<(keys: Keys) => Test> {
    const folded = fold(holder);
    if (folded === "author") return (keys) => (place) => keys.author[place] === 1;
    const ids = await this.lists.findActors(holder).catch(() => null);
    const test = (keys: Keys): Test => {
      const names = numbersOf(keys, (text) => fold(text) === folded);
      const known = numbersOf(keys, (text) => ids?.has(text) ?? false);
      return (place) => names.has(keys.holderName[place] ?? null) || known.has(keys.holder[place] ?? null);
    };
    if (!ids) {
      const keys = await this.allKeys();
      const said = keys.some((chunk) => {
        const passes = test(chunk);
        return chunk.id.some((_, place) => passes(place));
      });
      if (!said) throw new Refused(`nobody called '${holder}' says anything in this record`, 404);
    }
    return test;
  }

  private allKeys(): Promise<Keys[]> {
    this.keys ??= this.shelves.all<Keys>("keys", this.scripts());
    return this.keys;
  }

  private allQuotes(): Promise<string[][]> {
    this.quotes ??= this.shelves.all<string[]>("quotes", this.scripts()).then((all) => all.map((quotes) => quotes.map(tokens)));
    return this.quotes;
  }

  private scripts(): number {
    return Math.ceil(this.shelves.index.statements / this.shelves.index.keys);
  }
}

function numbersOf(keys: Keys, wanted: (text: string) => boolean): ReadonlySet<number | null> {
  const numbers = new Set<number | null>();
  keys.texts.forEach((text, number) => wanted(text) && numbers.add(number));
  return numbers;
}

function sorted(found: number[], order: string, keys: readonly Keys[], size: number): number[] {
  const at = <T>(number: number, column: (one: Keys) => readonly T[]) => {
    const chunk = keys[Math.floor(number / size)];
    return chunk && column(chunk)[number % size];
  };
  if (order === "date") {
    const date = (number: number) => at(number, (one) => one.start) ?? at(number, (one) => one.end) ?? UNDATED;
    const dates = new Map(found.map((number) => [number, date(number)]));
    return found.sort((one, other) => compared(dates.get(one) ?? "", dates.get(other) ?? "") || one - other);
  }
  if (order === "confidence" || order === "unsure") {
    const sign = order === "unsure" ? 1 : -1;
    const sure = (number: number) => at(number, (one) => one.confidence) ?? 0;
    return found.sort((one, other) => sign * (sure(one) - sure(other)) || one - other);
  }
  return found;
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The words around a quote, cut between words as the server does. */
function around(text: readonly string[], statement: Statement, width: number): { before: string; after: string } {
  const { start, end } = statement.evidence;
  let before = text.slice(Math.max(0, start - width), start).join("");
  let after = text.slice(end, end + width).join("");
  if (start > width && before.includes(" ")) before = `…${before.slice(before.indexOf(" "))}`;
  if (end + width < text.length && after.includes(" ")) after = `${after.slice(0, after.lastIndexOf(" ") + 1)}…`;
  return { before, after };
}
