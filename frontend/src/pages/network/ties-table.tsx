// The ties as a table: what the picture shows, for eyes, ears and keyboard.

import { useState } from "preact/hooks";
import type { NetworkView } from "../../api/model";
import { ActorLink } from "../../parts/actor-link";
import { Sign, signName } from "../../parts/sign";
import { compare, number } from "../../words/words";
import { type Sides, key } from "./camps";
import { own } from "./words";

type Pair = NetworkView["pairs"][number];
type Column = "a" | "sign" | "weight";

interface Props {
  view: NetworkView;
  pairs: readonly Pair[];
  sides: Sides | null;
  /** Only of this actor. */
  of?: string;
  onOpen: (a: string, b: string) => void;
}

const FIRST = 25;

export function TiesTable({ view, pairs, sides, of, onOpen }: Props) {
  const [rows, setRows] = useState(FIRST);
  const [by, setBy] = useState<Column>("weight");
  const node = (at: number) => view.nodes[at] ?? { id: "", name: "" };
  const kept = pairs
    .map((pair) => {
      const turned = of !== undefined && node(pair.b).id === of;
      return { pair, a: node(turned ? pair.b : pair.a), b: node(turned ? pair.a : pair.b) };
    })
    .filter(({ a, b }) => of === undefined || a.id === of || b.id === of);
  const heavier = (one: { pair: Pair }, other: { pair: Pair }) => other.pair.weight - one.pair.weight;
  kept.sort((one, other) => {
    if (by === "a") return compare(one.a.name, other.a.name) || compare(one.b.name, other.b.name);
    if (by === "sign") return one.pair.sign - other.pair.sign || heavier(one, other);
    return heavier(one, other);
  });
  const { columns } = own();
  const head = (column: Column, name: string, kind = "") => (
    <th
      scope="col"
      class={kind}
      aria-sort={by === column ? (column === "weight" ? "descending" : "ascending") : undefined}
    >
      <button type="button" class="bare head" onClick={() => setBy(column)}>
        {name} <span aria-hidden="true">{by === column ? (column === "weight" ? "▼" : "▲") : ""}</span>
      </button>
    </th>
  );
  return (
    <>
      <div class="scroll">
        <table class="ties">
          <thead>
            <tr>
              {of === undefined && head("a", columns.a)}
              <th scope="col">{columns.b}</th>
              {head("sign", columns.sign)}
              {head("weight", columns.weight, "number")}
              {of === undefined && <th scope="col">{columns.contested}</th>}
              {of === undefined && sides && <th scope="col">{columns.fits}</th>}
              <th scope="col">{own().quotes}</th>
            </tr>
          </thead>
          <tbody>
            {kept.slice(0, rows).map(({ pair, a, b }) => (
              <tr key={`${a.id} ${b.id}`}>
                {of === undefined && (
                  <td>
                    <ActorLink {...a} />
                  </td>
                )}
                <td>
                  <ActorLink {...b} />
                </td>
                <td class="sign-cell">
                  <Sign sign={pair.sign} /> {signName(pair.sign)}
                  {of !== undefined && pair.contested && ` · ${columns.contested.toLowerCase()}`}
                </td>
                <td class="number">{number(pair.weight, { maximumFractionDigits: 2, minimumFractionDigits: 2 })}</td>
                {of === undefined && <td>{pair.contested ? own().yes : own().no}</td>}
                {of === undefined && sides && <td>{fit(pair, a.id, b.id, sides)}</td>}
                <td>
                  <button
                    type="button"
                    class="small"
                    aria-label={own().quotesOf(a.name, b.name)}
                    onClick={() => onOpen(node(pair.a).id, node(pair.b).id)}
                  >
                    {own().quotes}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {kept.length > rows && (
        <p>
          <button type="button" onClick={() => setRows(rows * 4)}>
            {own().more}
          </button>
        </p>
      )}
    </>
  );
}

function fit(pair: Pair, a: string, b: string, sides: Sides): string {
  if (!pair.sign) return own().unknown;
  return sides.misfits.has(key(a, b)) ? own().no : own().yes;
}
