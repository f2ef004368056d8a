// Data of pages without a server, as `dissensus publish` wrote it: answers to what pages ask, and lists that are
// filtered here.

import { Lists } from "./published-lists";
import { Statements } from "./published-statements";
import { Shelves } from "./shelves";
import { type DataSource, type Query, Refused, asked } from "./source";

export function published(): DataSource | null {
  const index = window.dissensusData;
  if (!index) return null;
  const shelves = new Shelves(index);
  const lists = new Lists(shelves);
  const statements = new Statements(shelves, lists);

  async function answer(path: string, query: URLSearchParams): Promise<unknown> {
    const [room = "", id] = path.split(/\/(.*)/s);
    if (room === "statements") {
      return id === "count" ? statements.count(query) : id ? statements.one(id, query) : statements.list(query);
    }
    if (path === "actors") return lists.actors(query);
    if (path === "documents") return lists.documents(query);
    const found = await shelves.shared("answers", keyOf(path, query));
    if (found !== undefined) return found;
    const matter = room === "matters" && id ? (await statements.place(id))?.[1] : null;
    const told = matter ? await shelves.shared("answers", `matters/${matter}`) : undefined;
    if (told !== undefined) return told;
    throw new Refused(`${path}: not published`, 404);
  }

  return {
    published: true,
    compared: index.compared,
    get<T>(path: string, query: Query = {}): Promise<T> {
      return answer(decodeURIComponent(path), new URLSearchParams(asked(query))) as Promise<T>;
    },
    send(): Promise<never> {
      return Promise.reject(new Refused("these pages were published and cannot be written to", 403));
    },
  };
}

/** As the publisher names answers: see src/dissensus/web/shelves.py. */
function keyOf(path: string, query: URLSearchParams): string {
  const pairs = [...query].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return pairs.length ? `${path}?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}` : path;
}
