// The pages, in the order of the menu. Each has its folder, with its words and its look beside it.

import type { ComponentType } from "preact";
import { words } from "../words/words";
import { Actors } from "./actors";
import { Add } from "./add";
import { Documents } from "./documents";
import { Matters } from "./matters";
import { Network } from "./network";
import { Overview } from "./overview";
import { Reviewing } from "./review";
import { Sources } from "./sources";
import { Statements } from "./statements";
import { TimelineAndMap } from "./timeline";

export interface Page {
  /** The first part of its address; empty for the overview. */
  path: string;
  title: () => string;
  View: ComponentType;
  inMenu: boolean;
  /** Whether it is of use only where the record can be written to. */
  writes?: boolean;
  /** Whether it has pictures of its own to save, or nothing to save. */
  savesItself?: boolean;
}

const titles = words({
  en: { overview: "Overview", matters: "Matters", actors: "Actors", network: "Network", timeline: "Timeline", sources: "Sources", documents: "Documents", statements: "Statements", review: "Review", add: "Add texts" },
  es: { overview: "Resumen", matters: "Asuntos", actors: "Actores", network: "Red", timeline: "Cronología", sources: "Fuentes", documents: "Documentos", statements: "Enunciados", review: "Revisión", add: "Añadir textos" },
});

export const PAGES: readonly Page[] = [
  { path: "", title: () => titles().overview, View: Overview, inMenu: true },
  { path: "matters", title: () => titles().matters, View: Matters, inMenu: true },
  { path: "actors", title: () => titles().actors, View: Actors, inMenu: true },
  { path: "network", title: () => titles().network, View: Network, inMenu: true, savesItself: true },
  { path: "timeline", title: () => titles().timeline, View: TimelineAndMap, inMenu: true, savesItself: true },
  { path: "sources", title: () => titles().sources, View: Sources, inMenu: true },
  { path: "documents", title: () => titles().documents, View: Documents, inMenu: true },
  { path: "statements", title: () => titles().statements, View: Statements, inMenu: true },
  { path: "review", title: () => titles().review, View: Reviewing, inMenu: true, writes: true },
  { path: "add", title: () => titles().add, View: Add, inMenu: true, savesItself: true, writes: true },
];

export function pageAt(path: readonly string[]): Page | undefined {
  return PAGES.find((page) => page.path === (path[0] ?? ""));
}
