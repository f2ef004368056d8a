// Scripts beside the pages that hand over data. A page opened from a file may not fetch, but may load scripts.

import { Refused } from "./source";

/** What `data/index.js` tells; see src/dissensus/web/published_answers.py. */
export interface Index {
  answers: number;
  places: number;
  lines: number;
  words: number;
  actors: number;
  leads: Record<string, string>;
  documents: number;
  statements: number;
  compared: number;
  keys: number;
  bodies: number;
}

declare global {
  interface Window {
    dissensusData?: Index;
    dissensusTake?: (key: string, answer: unknown) => void;
  }
}

export class Shelves {
  private readonly here = new Map<string, unknown>();
  private readonly coming = new Map<string, Promise<void>>();

  constructor(readonly index: Index) {
    window.dissensusTake = (key, answer) => this.here.set(key, answer);
  }

  /** What a script of its own holds: `bodies/3`. */
  async script<T>(name: string): Promise<T> {
    await this.load(name);
    return this.here.get(name) as T;
  }

  /** The same of all scripts of a folder, in order. */
  all<T>(folder: string, scripts: number): Promise<T[]> {
    return Promise.all(Array.from({ length: scripts }, (_, number) => this.script<T>(`${folder}/${number}`)));
  }

  /** One of the many answers that share scripts; undefined where it was not published. */
  async shared<T>(shelf: "answers" | "places", key: string): Promise<T | undefined> {
    await this.load(`${shelf}/${crc32(key) % this.index[shelf]}`);
    return this.here.get(key) as T | undefined;
  }

  private load(name: string): Promise<void> {
    let load = this.coming.get(name);
    if (!load) {
      load = new Promise((done, fail) => {
        const element = document.createElement("script");
        element.src = `data/${name}.js`;
        element.onload = () => done();
        element.onerror = () => {
          this.coming.delete(name);
          fail(new Refused(`data/${name}.js is missing`, 404));
        };
        document.head.append(element);
      });
      this.coming.set(name, load);
    }
    return load;
  }
}

/** The checksum of zlib and PNG (ISO 3309), by which the publisher chose the script. */
export function crc32(text: string): number {
  let sum = ~0;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
