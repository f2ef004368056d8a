// Data of pages without a server. `dissensus publish` writes each answer as a script (`data/….js`) that hands it over, because
// a page opened from a file may not fetch, but may load scripts beside it.

import { type DataSource, type Query, Refused, asked } from "./source";

interface Shelf {
  /** Answers by what was asked: `statements?kind=tie` to the script that holds it. */
  index: Record<string, string>;
  take(script: string, answers: Record<string, unknown>): void;
}

declare global {
  interface Window {
    dissensusData?: Record<string, string>;
    dissensusTake?: Shelf["take"];
  }
}

export function published(): DataSource | null {
  const index = window.dissensusData;
  if (!index) return null;
  const here = new Map<string, Record<string, unknown>>();
  const coming = new Map<string, Promise<void>>();
  window.dissensusTake = (script, answers) => here.set(script, answers);

  function load(script: string): Promise<void> {
    let load = coming.get(script);
    if (!load) {
      load = new Promise((done, fail) => {
        const element = document.createElement("script");
        element.src = `data/${script}`;
        element.onload = () => done();
        element.onerror = () => fail(new Refused(`data/${script} is missing`, 404));
        document.head.append(element);
      });
      coming.set(script, load);
    }
    return load;
  }

  return {
    published: true,
    async get<T>(path: string, query: Query = {}): Promise<T> {
      const wanted = asked(query);
      const key = wanted ? `${path}?${wanted}` : path;
      const script = index[key];
      if (!script) throw new Refused(`${key}: not published`, 404);
      await load(script);
      const answers = here.get(script);
      if (!answers || !(key in answers)) throw new Refused(`${key}: not published`, 404);
      return answers[key] as T;
    },
    send(): Promise<never> {
      return Promise.reject(new Refused("these pages were published and cannot be written to", 403));
    },
  };
}
