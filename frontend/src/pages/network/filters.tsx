// What narrows the network down. Published pages hold few networks, so that they offer few filters.

import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { data } from "../../api/data";
import type { Commitment, NetworkView } from "../../api/model";
import { FilterForm } from "../../parts/filter-form";
import { FieldOfChoice } from "../../parts/fields";
import { route } from "../../route";
import { compare, number } from "../../words/words";
import { MOST, SHOWS, type Show, askFor } from "./asking";
import { own } from "./words";

const SURE = ["0.5", "0.6", "0.7", "0.8", "0.9"] as const;
const CAMPS = ["2", "3", "4", "5", "6"] as const;
const MANY = ["500", "2000", "10000"] as const;
const LEAST = ["stated", "alleged", "predicted", "conditional", "demanded", "asked"] as const satisfies Commitment[];
const FIELDS = ["told_by", "commitment", "min_confidence", "level", "camps", "most", "show"];

interface Props {
  base: NetworkView;
  view: NetworkView | null;
  onFind: (id: string) => void;
  children: ComponentChildren;
}

export function Filters({ base, view, onFind, children }: Props) {
  const { query } = route.value;
  const { published } = data();
  const show = (query.get("show") ?? "all") as Show;
  const free = query.get("camps") ?? "";
  return (
    <FilterForm>
      <Finder view={view ?? base} onFind={onFind} />
      <Tellers tellers={base.tellers} chosen={query.getAll("told_by")} single={published} />
      <FieldOfChoice
        label={own().show}
        value={show}
        choices={SHOWS.map((one) => [one, own().shows[one]] as const)}
        onChange={(one) => askFor({ show: one === "all" ? null : one })}
      />
      {!published && (
        <>
          <FieldOfChoice
            label={own().commitment}
            value={(query.get("commitment") ?? "alleged") as (typeof LEAST)[number]}
            choices={LEAST.map((one) => [one, own().least[one]] as const)}
            onChange={(one) => askFor({ commitment: one === "alleged" ? null : one })}
          />
          <FieldOfChoice
            label={own().confidence}
            value={query.get("min_confidence") ?? ""}
            any={own().any}
            choices={SURE.map((one) => [one, own().from(number(Number(one)))] as const)}
            onChange={(one) => askFor({ min_confidence: one })}
          />
          <FieldOfChoice
            label={own().level}
            value={(query.get("level") ?? "actor") as "actor" | "state"}
            choices={[
              ["actor", own().levels.actor],
              ["state", own().levels.state],
            ]}
            onChange={(one) => askFor({ level: one === "actor" ? null : one })}
          />
          <FieldOfChoice
            label={own().camps}
            value={free}
            any={own().free}
            choices={CAMPS.map((one) => [one, one] as const)}
            onChange={(one) => askFor({ camps: one })}
          />
          {base.pairs_in_all > Number(MANY[0]) && (
            <FieldOfChoice
              label={own().most}
              value={query.get("most") ?? String(MOST)}
              choices={MANY.map((one) => [one, own().strongest(number(Number(one)))] as const)}
              onChange={(one) => askFor({ most: one === String(MOST) ? null : one })}
            />
          )}
        </>
      )}
      {children}
      {FIELDS.some((name) => query.has(name)) && (
        <button type="button" onClick={() => askFor(Object.fromEntries(FIELDS.map((name) => [name, null])))}>
          {own().clear}
        </button>
      )}
    </FilterForm>
  );
}

function Finder({ view, onFind }: { view: NetworkView; onFind: (id: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const named = (name: string) => view.nodes.find((node) => node.name === name)?.id;
  function find(): void {
    const folded = typed.trim().toLowerCase();
    if (!folded) return;
    const found = named(typed) ?? view.nodes.find((node) => node.name.toLowerCase().includes(folded))?.id;
    if (found) onFind(found);
  }
  return (
    <span class="field">
      <label for={id}>{own().find}</label>
      <input
        id={id}
        type="search"
        list={`${id}-names`}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          const found = named(event.currentTarget.value);
          if (found) onFind(found);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") find();
        }}
      />
      <datalist id={`${id}-names`}>
        {[...view.nodes]
          .sort((one, other) => compare(one.name, other.name))
          .map((node) => (
            <option key={node.id} value={node.name} />
          ))}
      </datalist>
    </span>
  );
}

interface TellersProps {
  tellers: readonly string[];
  chosen: readonly string[];
  single: boolean;
}

function Tellers({ tellers, chosen, single }: TellersProps) {
  if (tellers.length < 2) return null;
  const said = !chosen.length
    ? own().allSources
    : chosen.length === 1
      ? chosen[0]
      : own().someSources(number(chosen.length));
  function turn(teller: string, on: boolean): void {
    const kept = single ? [] : chosen.filter((one) => one !== teller);
    askFor({ told_by: on ? [...kept, teller] : kept, ...(single ? { at: null } : {}) });
  }
  return (
    <div class="field tellers">
      <span aria-hidden="true">{own().toldBy}</span>
      <details
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.open = false;
        }}
        onFocusOut={(event) => {
          const { currentTarget: list, relatedTarget: next } = event;
          if (next instanceof Node && !list.contains(next)) list.open = false;
        }}
      >
        <summary>
          <span class="hidden">{own().toldBy} </span>
          {said}
        </summary>
        <fieldset>
          <legend class="hidden">{own().toldBy}</legend>
          {tellers.map((teller) => (
            <label key={teller}>
              <input
                type="checkbox"
                checked={chosen.includes(teller)}
                onChange={(event) => turn(teller, event.currentTarget.checked)}
              />{" "}
              {teller}
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}
