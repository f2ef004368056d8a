// Countries by their codes, and as people call them.

import codes from "./countries.json";
import { compare, formatter } from "./words";

/** ISO 3166-1 alpha-2, ISO 3166-1 numeric, latitude, longitude; by alpha-3. */
export const CODES = codes as unknown as Record<string, readonly [string, string, number, number]>;

/** A country's name in the language chosen. */
export function countryName(code: string): string {
  const two = CODES[code]?.[0];
  if (!two) return code;
  const options = { type: "region" } as const;
  return formatter("region", options, (locale) => new Intl.DisplayNames(locale, options)).of(two) ?? code;
}

/** Codes and names of all, in order of name. */
export function countryNames(): (readonly [string, string])[] {
  return Object.keys(CODES)
    .map((code) => [code, countryName(code)] as const)
    .sort(([, one], [, other]) => compare(one, other));
}
