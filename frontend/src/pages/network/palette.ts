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
  const probe = element.appendChild(document.createElement("i"));
  const look = getComputedStyle(probe);
  const colour = (name: string) => {
    probe.style.color = `var(${name})`;
    return hex(look.color);
  };
  const found = {
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
  probe.remove();
  return found;
}

/** `rgb(1, 2, 3)` as `#010203`. */
function hex(rgb: string): string {
  const parts = rgb.match(/[\d.]+/g) ?? [];
  return written([0, 1, 2].map((at) => Math.round(Number(parts[at] ?? 0))));
}

function written(parts: readonly number[]): string {
  return `#${parts.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** A colour on its way to another, both `#rrggbb`. */
export function mixed(from: string, to: string, share: number): string {
  const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const other = parts(to);
  return written(parts(from).map((value, at) => Math.round(value + ((other[at] ?? 0) - value) * share)));
}
