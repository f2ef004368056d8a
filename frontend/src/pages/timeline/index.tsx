// Events in time and place: lanes, a map and a list, each narrowed by what is chosen in the others.

import { useMemo } from "preact/hooks";
import { data } from "../../api/data";
import type { Timeline as TimelineOfRecord } from "../../api/model";
import { useData } from "../../parts/data";
import { Nothing, Shown } from "../../parts/states";
import { address, route } from "../../route";
import { number } from "../../words/words";
import { NARROWING, TIME, askedOf } from "./asking";
import { type Told, at, dated, like, told, within } from "./events";
import { Filters } from "./filters";
import { EventList } from "./list";
import { MapOfEvents } from "./place";
import { SaveEvents } from "./saving";
import { Timeline } from "./timeline";
import "./timeline.css";
import { covered } from "./times";
import { own } from "./words";

/** Events asked for at once; published pages hold more of them, for there nothing can be asked for. */
const SERVED = 1000;
const PUBLISHED = 5000;

/** All events of the record are narrowed down here; where it holds more than can be asked for, it is asked for those wanted. */
export function TimelineAndMap() {
  const { query } = route.value;
  const { published } = data();
  const most = published ? PUBLISHED : SERVED;
  const whole = useData<TimelineOfRecord>("timeline", { size: most });
  const tooMany = whole.value !== null && whole.value.dated > most && !published;
  const narrowing = [
    ...NARROWING.map((name) => [name, query.get(name) ?? ""]),
    ...TIME.map((name) => [name, query.get(name) ?? ""]).filter(([, day]) => covered(day)),
  ].filter(([, value]) => value) as [string, string][];
  const asking = tooMany && narrowing.length > 0;
  const narrowed = useData<TimelineOfRecord>(asking ? "timeline" : null, new URLSearchParams([...narrowing, ["size", String(most)]]));
  return (
    <>
      <h1>{own().title}</h1>
      <Shown data={whole}>
        {(all) =>
          asking ? (
            <Shown data={narrowed}>{(some) => <View all={all} some={some} most={most} />}</Shown>
          ) : (
            <View all={all} some={all} most={most} />
          )
        }
      </Shown>
    </>
  );
}

interface Props {
  /** Of the whole record. */
  all: TimelineOfRecord;
  /** Of what is asked for. */
  some: TimelineOfRecord;
  most: number;
}

function View({ all, some, most }: Props) {
  const { query } = route.value;
  const asked = useMemo(() => askedOf(query), [query]);
  const { narrowing, where, time } = asked;
  const known = useMemo(() => all.events.map(told), [all]);
  const wanted = JSON.stringify(narrowing);
  const ever = useMemo(() => known.filter((event) => like(event, narrowing)), [known, wanted]);
  const events = useMemo(
    () => (some === all ? ever : some.events.map(told).filter((event) => like(event, narrowing))),
    [ever, some, wanted],
  );
  const placed = useMemo(() => events.filter((event) => at(event, where)), [events, JSON.stringify(where)]);
  const timed = useMemo(() => (time ? events.filter((event) => within(event, time)) : events), [events, time?.from, time?.to]);
  const chosen = useMemo(() => (time ? placed.filter((event) => within(event, time)) : placed), [placed, time?.from, time?.to]);

  if (!known.length) return <Nothing>{own().noneDated}</Nothing>;
  return (
    <>
      <Filters events={known} asked={asked} since={query.get("since") ?? ""} until={query.get("until") ?? ""} />
      {some.dated > most && <p class="problem">{own().tooMany(number(most), number(some.dated))}</p>}
      {ever.some(dated) || events.some(dated) ? (
        <Timeline reach={ever.some(dated) ? ever : events} events={placed} asked={asked} />
      ) : (
        <Nothing>{ever.length ? own().noneInLanes : own().none}</Nothing>
      )}
      <MapOfEvents events={timed} asked={asked} />
      <Chosen events={chosen} undated={all.undated - known.filter((event) => !dated(event)).length} />
    </>
  );
}

function Chosen({ events, undated }: { events: readonly Told[]; undated: number }) {
  const without = events.filter((event) => !dated(event)).length;
  return (
    <section aria-labelledby="events-title">
      <div class="row spread">
        <h2 id="events-title">{own().list}</h2>
        <SaveEvents events={events} />
      </div>
      <p class="small soft" role="status">
        {own().times(number(events.length))}
        {without > 0 && `, ${own().undatedChosen(number(without))}`}
      </p>
      {undated > 0 && (
        <p class="small soft">
          {own().undated(number(undated))} <a href={address(["statements"], { kind: "event" })}>{own().seeUndated}</a>
        </p>
      )}
      {events.length ? <EventList events={events} /> : <Nothing>{own().none}</Nothing>}
    </section>
  );
}
