// The colours of the page as numbers, for canvases, which know no style sheets.

import { COLOURS } from "./camps";

export interface Palette {
  ink: string;
  soft: string;
  paper: string;
  card: string;
  accent: string;
  friendly: string;
  hostile: string;
  misfit: string;
  camps: string[];
}

export function palette(element: Element): Palette {
  const look = getComputedStyle(element);
  const colour = (name: string) => look.getPropertyValue(name).trim();
  return {
    ink: colour("--ink"),
    soft: colour("--soft"),
    paper: colour("--paper"),
    card: colour("--card"),
    accent: colour("--accent"),
    friendly: colour("--for"),
    hostile: colour("--against"),
    misfit: colour("--misfit"),
    camps: Array.from({ length: COLOURS }, (_, place) => colour(`--camp-${place}`)),
  };
}

/** A colour on its way to another, both `#rrggbb` or `#rgb`. */
export function mixed(from: string, to: string, share: number): string {
  const parts = (hex: string) => {
    const long = hex.length === 4 ? hex.replace(/[^#]/g, "$&$&") : hex;
    return [1, 3, 5].map((at) => Number.parseInt(long.slice(at, at + 2), 16) || 0);
  };
  const [one, other] = [parts(from), parts(to)];
  const mix = one.map((value, at) => Math.round(value + ((other[at] ?? 0) - value) * share));
  return `#${mix.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
