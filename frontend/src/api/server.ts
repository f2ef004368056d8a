// Data from the server beside the pages.

import { type DataSource, type Query, Refused, asked } from "./source";

const ROOT = "api/v1";
const TOKEN = "dissensus.token";

// A server that others can reach prints an address that ends in `#token=…`. It is kept for this tab and taken off.
const given = /^#token=([\w-]+)$/.exec(location.hash)?.[1];
if (given) {
  sessionStorage.setItem(TOKEN, given);
  history.replaceState(null, "", location.pathname);
}

function identified(): Record<string, string> {
  const token = sessionStorage.getItem(TOKEN);
  return token ? { Authorization: `Bearer ${token}` } : {};
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (response.status === 204 ? null : await response.json()) as T;
  const told: unknown = await response.json().catch(() => null);
  throw new Refused(message(told) ?? `${response.status} ${response.statusText}`, response.status);
}

function message(told: unknown): string | null {
  if (typeof told !== "object" || told === null || !("detail" in told)) return null;
  const { detail } = told;
  if (typeof detail === "string") return detail;
  const first: unknown = Array.isArray(detail) ? detail[0] : null;
  return typeof first === "object" && first !== null && "msg" in first ? String(first.msg) : null;
}

export const server: DataSource = {
  published: false,
  compared: Number.POSITIVE_INFINITY,
  async get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
    const wanted = asked(query);
    const address = `${ROOT}/${path}${wanted ? `?${wanted}` : ""}`;
    for (;;) {
      const response = await fetch(address, { headers: { Prefer: "respond-async" }, ...(signal ? { signal } : {}) });
      if (response.status !== 202) return answer<T>(response);
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(response.headers.get("Retry-After") ?? 1)));
    }
  },
  async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const plain = body instanceof FormData || body === undefined;
    return answer<T>(
      await fetch(`${ROOT}/${path}`, {
        method,
        ...(body === undefined ? {} : { body: plain ? (body as FormData) : JSON.stringify(body) }),
        headers: { ...identified(), ...(plain ? {} : { "Content-Type": "application/json" }) },
      }),
    );
  },
};
