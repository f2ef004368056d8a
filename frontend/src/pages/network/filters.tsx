// What narrows the network down. Published pages hold few networks, so that they offer few filters.

import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { data } from "../../api/data";
import type { Commitment, EventType, NetworkView, Relation } from "../../api/model";
import { FilterForm } from "../../parts/filter-form";
import { FieldOfChoice } from "../../parts/fields";
import { route } from "../../route";
import { recordWords } from "../../words/record";
import { compare, number } from "../../words/words";
import { MOST, SHOWS, type Show, askFor } from "./asking";
import { Several } from "./several";
import { own } from "./words";

const SURE = ["0.5", "0.6", "0.7", "0.8", "0.9"] as const;
const CAMPS = ["2", "3", "4", "5", "6"] as const;
const MANY = ["500", "2000", "10000"] as const;
const LEAST = ["stated", "alleged", "predicted", "conditional", "demanded", "asked"] as const satisfies Commitment[];
/** Those that say how two stand to each other; `leads` and the like do not. */
const RELATIONS = [
  "ally_of", "supports", "member_of", "funds", "arms", "aids", "trades_with", "recognises", "controls", "opposes",
  "distrusts", "exploits",
] as const satisfies Relation[];
const TYPES = [
  "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
  "PROTEST", "SANCTION", "COERCE", "ASSAULT",
] as const satisfies EventType[];
const FIELDS = ["told_by", "relation", "type", "commitment", "min_confidence", "level", "camps", "most", "show"];

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
      <Tellers tellers={base.tellers} />
      {!published && <KindsOfTie />}
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

/** Published pages hold the network of each source alone. */
function Tellers({ tellers }: { tellers: readonly string[] }) {
  if (tellers.length < 2) return null;
  const single = data().published;
  return (
    <Several
      label={own().toldBy}
      none={own().allSources}
      some={own().someSources}
      groups={[{ name: "told_by", choices: tellers.map((teller) => [teller, teller] as const) }]}
      onChoose={(name, chosen) => askFor({ [name]: single ? chosen.slice(-1) : chosen, ...(single ? { at: null } : {}) })}
    />
  );
}

function KindsOfTie() {
  const names = recordWords();
  return (
    <Several
      label={own().kinds}
      none={own().allKinds}
      some={own().someKinds}
      groups={[
        { name: "relation", legend: own().kindsOfTie, choices: RELATIONS.map((one) => [one, names.relations[one]] as const) },
        { name: "type", legend: own().kindsOfEvent, choices: TYPES.map((one) => [one, names.eventNames[one]] as const) },
      ]}
      onChoose={(name, chosen) => askFor({ [name]: chosen })}
    />
  );
}
