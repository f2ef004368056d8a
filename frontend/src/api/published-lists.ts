// Published lists of actors and documents, filtered here as the server does it.

import type { ActorLine, DocumentLine, Page, RecordInfo } from "./model";
import { firstDay, fold, lastDay, searcher, tokens } from "./searching";
import type { Shelves } from "./shelves";
import { Refused } from "./source";

/** Lines of one script. */
const LINES = 500;

type Named = readonly [ActorLine, readonly string[]];

export class Lists {
  private named: Promise<Named[]> | null = null;
  private words: Promise<string[][]> | null = null;

  constructor(private readonly shelves: Shelves) {}

  async actors(query: URLSearchParams): Promise<Page<ActorLine>> {
    const [search, types, country, origin] = [query.get("search"), query.getAll("type"), query.get("country"), query.get("origin")];
    if (!search && !types.length && !country && !origin) {
      return this.unfiltered(query, "actors", this.shelves.index.actors, ([line]: Named) => line);
    }
    const piece = fold(search ?? "");
    const found = (await this.allActors()).filter(
      ([line, names]) =>
        (!search || line.id === search || names.some((name) => name.includes(piece))) &&
        (!types.length || types.includes(line.type)) &&
        (!country || line.country === country.toUpperCase()) &&
        (!origin || line.origin === origin),
    );
    return page(found.map(([line]) => line), query);
  }

  async documents(query: URLSearchParams): Promise<Page<DocumentLine>> {
    const [text, source, language] = [query.get("text"), query.get("source"), query.get("language")];
    if (!text && !source && !language) {
      return this.unfiltered(query, "lines", this.shelves.index.lines, (line: DocumentLine) => line);
    }
    if (source) await this.knownSource(source);
    const lines = await this.allLines();
    const words = text ? await this.allWords() : [];
    const matches = searcher(text ?? "");
    const found = lines.filter(
      (line, place) =>
        (!text || matches(...(words[place] ?? []))) &&
        (!source || (line.source !== null && fold(line.source) === fold(source))) &&
        (!language || line.language === language),
    );
    return page(found, query);
  }

  /** Ids of the actors that a person means: by id, else by name, else by whole words of a name. */
  async findActors(name: string): Promise<Set<string>> {
    const { leads } = this.shelves.index;
    const actors = await this.allActors();
    const id = name.trim();
    if (Object.hasOwn(leads, id)) return new Set([leads[id] as string]);
    if (actors.some(([line]) => line.id === id)) return new Set([id]);
    const wanted = fold(name);
    const alike = [(one: string) => one === wanted, (one: string) => ` ${one} `.includes(` ${wanted} `)];
    for (const is of alike) {
      const found = actors.filter(([, names]) => names.some(is)).map(([line]) => line.id);
      if (found.length) return new Set(found);
    }
    throw new Refused(`the record knows no actor '${name}'`, 404);
  }

  /** The folded name of a source of which there are documents. */
  async knownSource(source: string): Promise<string> {
    const info = await this.shelves.shared<RecordInfo>("answers", "record");
    const wanted = fold(source);
    if (Object.keys(info?.sources ?? {}).some((name) => name && fold(name) === wanted)) return wanted;
    throw new Refused(`the record has no source '${source}'`, 404);
  }

  /** The id of a document given by its id, the beginning of it, or its path. */
  async knownDocument(id: string): Promise<string> {
    const lines = await this.allLines();
    const found = lines.filter((line) => line.id === id || line.path === id || (id.length >= 4 && line.id.startsWith(id)));
    const exact = found.find((line) => line.id === id);
    const one = exact ?? (found.length === 1 ? found[0] : undefined);
    if (one) return one.id;
    throw new Refused(found.length ? `several documents are called '${id}'` : `the record holds no document '${id}'`, 404);
  }

  private allActors(): Promise<Named[]> {
    this.named ??= this.shelves
      .all<Named[]>("actors", this.shelves.index.actors)
      .then((scripts) => scripts.flat().map(([line, names]) => [line, names.map(fold)] as const));
    return this.named;
  }

  private async allLines(): Promise<DocumentLine[]> {
    return (await this.shelves.all<DocumentLine[]>("lines", this.shelves.index.lines)).flat();
  }

  private allWords(): Promise<string[][]> {
    this.words ??= this.shelves
      .all<string[][]>("words", this.shelves.index.words)
      .then((scripts) => scripts.flat().map((columns) => columns.map(tokens)));
    return this.words;
  }

  /** A page of a whole list: only the scripts it stands in are loaded. */
  private async unfiltered<Line, Item>(
    query: URLSearchParams,
    folder: string,
    scripts: number,
    item: (line: Line) => Item,
  ): Promise<Page<Item>> {
    const { size, from } = asked(query);
    const first = Math.floor(from / LINES);
    const last = Math.min(scripts - 1, Math.floor((from + size) / LINES));
    const lines: Line[] = [];
    for (let number = first; number <= last; number++) lines.push(...(await this.shelves.script<Line[]>(`${folder}/${number}`)));
    const start = from - first * LINES;
    return {
      items: lines.slice(start, start + size).map(item),
      next: lines.length > start + size ? String(from + size) : null,
    };
  }
}

/** A page of a list that is here. */
export function page<Item>(items: readonly Item[], query: URLSearchParams): Page<Item> {
  const { size, from } = asked(query);
  return { items: items.slice(from, from + size), next: items.length > from + size ? String(from + size) : null };
}

/** Cursors of published lists are plain numbers. */
function asked(query: URLSearchParams): { size: number; from: number } {
  const after = query.get("after");
  if (after !== null && !/^\d+$/.test(after)) throw new Refused("this is no cursor of this list; ask for its first page", 400);
  return { size: Number(query.get("size") ?? 50), from: Number(after ?? 0) };
}

/** Days between which something must lie. */
export function stretch(query: URLSearchParams): { since: string | null; until: string | null } {
  const [since, until] = [query.get("since"), query.get("until")];
  const days = { since: since && firstDay(since), until: until && lastDay(until) };
  if (days.since && days.until && days.since > days.until) throw new Refused(`since ${since} is after until ${until}`, 400);
  return days;
}
