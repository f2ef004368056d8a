// The data source of these pages: files where they were published with them, else the server.

import { published } from "./published";
import { server } from "./server";
import type { DataSource } from "./source";

let chosen: DataSource | null = null;

export function data(): DataSource {
  chosen ??= published() ?? server;
  return chosen;
}
