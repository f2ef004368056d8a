// What narrows the events down, and how the lanes are made.

import type { Commitment, EventType } from "../../api/model";
import { FilterForm } from "../../parts/filter-form";
import { FieldOfChoice, FieldOfDate } from "../../parts/fields";
import { ask } from "../../route";
import { recordWords } from "../../words/record";
import { compare, number } from "../../words/words";
import { type Asked, type By, NARROWING, TIME, WHERE } from "./asking";
import { type Told, parties } from "./events";
import { own } from "./words";

const SURE = ["0.5", "0.6", "0.7", "0.8", "0.9"] as const;
const MOST_ACTORS = 300;

interface Props {
  events: readonly Told[];
  asked: Asked;
  since: string;
  until: string;
}

export function Filters({ events, asked, since, until }: Props) {
  const { by, narrowing } = asked;
  const words = recordWords();
  const { any } = own();
  const sources = [...new Set(events.flatMap(({ source }) => (source ? [source] : [])))].sort(compare);
  const some = Object.values(narrowing).some(Boolean) || asked.time || asked.where.countries.length || asked.where.place || asked.where.area;
  return (
    <FilterForm>
      <FieldOfChoice
        label={own().lanes}
        value={by}
        choices={Object.entries(own().by) as [By, string][]}
        onChange={(lanes) => ask({ lanes: lanes === "type" ? null : lanes, all: null })}
      />
      <FieldOfChoice
        label={own().actor}
        value={narrowing.actor}
        any={any}
        choices={actorsOf(events, narrowing.actor)}
        onChange={(actor) => ask({ actor })}
      />
      <FieldOfChoice
        label={own().type}
        value={narrowing.type}
        any={any}
        choices={Object.entries(words.eventNames) as [EventType, string][]}
        onChange={(type) => ask({ type })}
      />
      <FieldOfChoice
        label={own().commitment}
        value={narrowing.commitment}
        any={any}
        choices={Object.entries(words.commitments) as [Commitment, string][]}
        onChange={(commitment) => ask({ commitment })}
      />
      {(sources.length > 1 || narrowing.source) && (
        <FieldOfChoice
          label={own().source}
          value={narrowing.source}
          any={any}
          choices={[...new Set([...sources, narrowing.source].filter(Boolean))].map((one) => [one, one] as const)}
          onChange={(source) => ask({ source })}
        />
      )}
      <FieldOfChoice
        label={own().confidence}
        value={narrowing.min_confidence}
        any={any}
        choices={SURE.map((one) => [one, own().from(number(Number(one)))] as const)}
        onChange={(least) => ask({ min_confidence: least })}
      />
      <FieldOfDate label={own().since} value={since} onChange={(to) => ask({ since: to })} />
      <FieldOfDate label={own().until} value={until} onChange={(to) => ask({ until: to })} />
      {some && (
        <button type="button" onClick={() => ask(Object.fromEntries([...NARROWING, ...TIME, ...WHERE].map((name) => [name, null])))}>
          {own().clear}
        </button>
      )}
    </FilterForm>
  );
}

/** Those named most, in order of name, and the one chosen even where it is none of them. */
function actorsOf(events: readonly Told[], chosen: string): (readonly [string, string])[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { id, name } of events.flatMap(parties)) {
    const known = counts.get(id);
    if (known) known.count += 1;
    else counts.set(id, { name, count: 1 });
  }
  const most = [...counts].sort(([, one], [, other]) => other.count - one.count).slice(0, MOST_ACTORS);
  const kept = new Map(most.map(([id, { name }]) => [id, name]));
  if (chosen && !kept.has(chosen)) kept.set(chosen, counts.get(chosen)?.name ?? chosen);
  return [...kept].sort(([, one], [, other]) => compare(one, other));
}
