// The countries of the world, their outlines and where they lie.
// Outlines: Natural Earth 1:110m (public domain), by world-atlas (ISC). Codes: ISO 3166-1; middles: the program's table of states.

import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-110m.json";
import type { Placed } from "../../api/model";
import { CODES } from "../../words/countries";

/** Longitude and latitude, degrees. */
export type Point = readonly [number, number];

export interface Area {
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface Country {
  /** ISO 3166-1 alpha-3; null of lands that have none. */
  code: string | null;
  outline: Feature<Geometry>;
}

let known: Country[] | null = null;

export function countries(): Country[] {
  if (known) return known;
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const byNumber = new Map(Object.entries(CODES).map(([code, [, number]]) => [number, code]));
  known = feature(topology, topology.objects.countries).features.map((outline) => {
    const number = outline.id === undefined ? null : String(outline.id);
    const code = number ? byNumber.get(number) : outline.properties.name === "Kosovo" ? "XKX" : undefined;
    return { code: code ?? null, outline };
  });
  return known;
}

/** The middle of a country. */
export function middle(code: string): Point | null {
  const found = CODES[code];
  return found ? [found[3], found[2]] : null;
}

/** Where it happened: the town, else the middle of the country. */
export function pointOf({ lat, lon, country }: Placed): Point | null {
  if (lat !== null && lon !== null) return [lon, lat];
  return country ? middle(country) : null;
}

export function inside({ west, south, east, north }: Area, [lon, lat]: Point): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

export function areaOf(text: string | null): Area | null {
  const [west, south, east, north] = (text ?? "").split(",").map(Number);
  if (![west, south, east, north].every((one) => one !== undefined && Number.isFinite(one))) return null;
  return { west, south, east, north } as Area;
}

export function areaText({ west, south, east, north }: Area): string {
  return [west, south, east, north].map((one) => one.toFixed(1)).join(",");
}
