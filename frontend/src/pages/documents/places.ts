// Where words stand: offsets of the record count Unicode code points, those of the browser UTF-16 code units.

export interface Place<T> {
  start: number;
  end: number;
  of: T;
}

export interface Block {
  start: number;
  text: string;
}

/** From offsets in code points to offsets in code units. */
export function codeUnits(text: string): (offset: number) => number {
  const wide: number[] = [];
  let points = 0;
  for (const letter of text) {
    if (letter.length > 1) wide.push(points);
    points += 1;
  }
  if (!wide.length) return (offset) => offset;
  return (offset) => {
    let low = 0;
    let high = wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wide[middle] ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
}

/** The text in paragraphs: what stands between blank lines, and single lines where there are none. */
export function paragraphs(text: string): Block[] {
  const apart = /\n\s*\n/.test(text) ? /\n[^\S\n]*(?:\n[^\S\n]*)+/g : /\n/g;
  const found: Block[] = [];
  let start = 0;
  for (const gap of text.matchAll(apart)) {
    found.push({ start, text: text.slice(start, gap.index) });
    start = gap.index + gap[0].length;
  }
  found.push({ start, text: text.slice(start) });
  return found.filter((block) => block.text.trim());
}

/** Of the places that hold an offset the shortest. */
export function innermost<T>(places: readonly Place<T>[], at: number): Place<T> | undefined {
  let best: Place<T> | undefined;
  for (const place of places) {
    if (place.start <= at && at <= place.end && (!best || place.end - place.start < best.end - best.start)) best = place;
  }
  return best;
}

/** A block cut where marks begin and end, each piece with the shortest mark that covers it. */
export function pieces<T>(block: Block, places: readonly Place<T>[]): { start: number; text: string; of: T | null }[] {
  const end = block.start + block.text.length;
  const inside = places.filter((place) => place.start < end && place.end > block.start);
  const cuts = new Set([block.start, end]);
  for (const place of inside) {
    cuts.add(Math.max(place.start, block.start));
    cuts.add(Math.min(place.end, end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, place) => {
    const stop = sorted[place + 1] ?? end;
    const covering = inside.filter((one) => one.start <= start && one.end >= stop);
    const of = innermost(covering, start)?.of ?? null;
    return { start, text: block.text.slice(start - block.start, stop - block.start), of };
  });
}

/** From offsets in code units to offsets in code points. */
export function codePoints(text: string): (offset: number) => number {
  return (offset) => [...text.slice(0, offset)].length;
}
