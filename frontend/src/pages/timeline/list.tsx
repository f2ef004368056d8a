// The events chosen, in words: all that the pictures show.

import { useEffect, useState } from "preact/hooks";
import { ActorLinks } from "../../parts/actor-link";
import { calledSo, doing } from "../../parts/say";
import { Sign } from "../../parts/sign";
import { address } from "../../route";
import { countryName } from "../../words/countries";
import { recordWords } from "../../words/record";
import { date, number, share, stretch } from "../../words/words";
import type { Told } from "./events";
import { own } from "./words";

const AT_FIRST = 25;

export function EventList({ events }: { events: readonly Told[] }) {
  const [shown, setShown] = useState(AT_FIRST);
  const first = events[0]?.statement;
  useEffect(() => setShown(AT_FIRST), [first, events.length]);
  return (
    <>
      <ul class="plain">
        {events.slice(0, shown).map((event) => (
          <li key={event.statement}>
            <EventItem event={event} />
          </li>
        ))}
      </ul>
      {events.length > shown && (
        <p>
          <button type="button" onClick={() => setShown(shown + AT_FIRST * 2)}>
            {own().more} ({number(events.length - shown)})
          </button>
        </p>
      )}
    </>
  );
}

function EventItem({ event }: { event: Told }) {
  const words = recordWords();
  const reader = address(["documents", event.document], { statement: event.statement });
  const verb = verbOf(event);
  return (
    <article class="statement">
      <p class="said">
        <Sign sign={event.sign} />{" "}
        <ActorLinks list={event.actors.length ? event.actors : [{ id: null, name: words.nobody }]} /> {verb}{" "}
        <ActorLinks list={event.recipients} /> <span class="soft">({[whenOf(event), whereOf(event)].filter(Boolean).join(", ")})</span>
      </p>
      <q>
        <a class="quiet" href={reader}>
          {event.quote}
        </a>
      </q>
      <p class="small soft">
        {words.commitments[event.commitment]} {own().said} {calledSo(event.holder)} · {own().confidence.toLowerCase()} {share(event.confidence)} ·{" "}
        <a href={reader}>{event.title ?? event.source ?? event.document}</a>
        {event.title && event.source && <span>, {event.source}</span>}
      </p>
    </article>
  );
}

export function verbOf({ type, words, actors, recipients }: Told): string {
  return doing(type, words, actors.length > 1, recipients.length > 0);
}

/** As closely as it is told: a month is a month, not thirty days. */
export function whenOf({ start, end, precision }: Told): string {
  if (!start && !end) return own().noDate;
  if (precision === "month" && start) return date(start.slice(0, 7));
  if (precision === "year" && start) return date(start.slice(0, 4));
  return stretch(start, end);
}

function whereOf({ place, country }: Told): string {
  if (!country) return place ?? "";
  const name = countryName(country);
  return place && place !== name && !place.includes(name) ? `${place}, ${name}` : name;
}
