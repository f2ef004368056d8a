// Years and months to walk through, and how much is told of each.

export type Unit = "year" | "month";

export interface Period {
  /** `2019` or `2019-10`. */
  name: string;
  told: number;
}

export interface Span {
  periods: Period[];
  /** Whether earlier ones are left out, of which little is told. */
  cut: boolean;
}

const LITTLE = 0.05;

/**
 * All periods from the first to the last of which anything is told; without the sparse early ones unless `all`, and
 * without those of which nothing is told if only the told ones can be asked for.
 */
export function spanOf(told: Record<string, number>, all: boolean, onlyTold = false): Span {
  const names = Object.keys(told).sort();
  const last = names.at(-1);
  let first = names[0];
  if (!first || !last) return { periods: [], cut: false };
  const total = names.reduce((sum, name) => sum + (told[name] ?? 0), 0);
  let early = 0;
  let cut = false;
  if (!all) {
    for (const name of names) {
      early += told[name] ?? 0;
      if (early / total > LITTLE) {
        cut = name !== first;
        first = name;
        break;
      }
    }
  }
  const periods: Period[] = [];
  for (let name = first; name <= last; name = next(name)) {
    if (!onlyTold || told[name]) periods.push({ name, told: told[name] ?? 0 });
  }
  return { periods, cut };
}

/** Where nothing says how much is told: the years between two days. */
export function yearsBetween(first: string | null, last: string | null): Record<string, number> {
  const years: Record<string, number> = {};
  if (!first || !last) return years;
  for (let year = first.slice(0, 4); year <= last.slice(0, 4); year = next(year)) years[year] = 1;
  return years;
}

function next(name: string): string {
  const year = Number(name.slice(0, 4));
  const month = name.length > 4 ? Number(name.slice(5, 7)) : null;
  const begin = (one: number) => String(one).padStart(4, "0");
  if (month === null) return begin(year + 1);
  return month === 12 ? `${begin(year + 1)}-01` : `${begin(year)}-${String(month + 1).padStart(2, "0")}`;
}
