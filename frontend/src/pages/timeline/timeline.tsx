// The timeline: a strip of all time, the lanes of the time chosen, and the ways to move through it.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Nothing } from "../../parts/states";
import { ask } from "../../route";
import { number, stretch } from "../../words/words";
import type { Asked } from "./asking";
import { type Told, at, dated, timeOf, within } from "./events";
import { lanesOf } from "./lanes";
import { LanesPicture } from "./lanes-picture";
import { Legend } from "./legend";
import { EventList } from "./list";
import { useMoving } from "./moving";
import { SavePicture } from "./saving";
import { Strip } from "./strip";
import { type Stretch, iso, joined, mostOf, moved, widened, written, zoomed } from "./times";
import { useWidth } from "./width";
import { own } from "./words";

const LANES_AT_FIRST = 12;
const MOST_LANES = 100;
const PAUSE = 200;
const CLOSER = 1.6;

interface Props {
  /** Of any time and place; they set how far time reaches, so that it stays still when some are chosen. */
  reach: readonly Told[];
  /** Of any time, and of the places chosen. */
  events: readonly Told[];
  asked: Asked;
}

export function Timeline({ reach, events, asked }: Props) {
  const { by, allLanes, time, where } = asked;
  const times = useMemo(() => reach.flatMap((event) => timeOf(event) ?? []), [reach]);
  const most = useMemo(() => mostOf(times), [times]);
  const full = useMemo(() => widened(times.reduce(joined, times[0] ?? most)), [times]);

  const [live, setLive] = useState<Stretch | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const given = time ? { from: time.from ?? full.from, to: time.to ?? full.to } : null;
  const chosen = live ?? given;
  const shown = chosen ?? most;

  function choose(next: Stretch | null): void {
    clearTimeout(timer.current);
    setLive(next);
    timer.current = setTimeout(
      () => {
        ask(next ? written(next) : { since: null, until: null });
        setLive(null);
      },
      next ? PAUSE : 0,
    );
  }

  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const width = useWidth(box);
  const gutter = width >= 900 ? 250 : width >= 640 ? 190 : 0;
  const latest = useRef(shown);
  latest.current = shown;
  const shift = (next: Stretch) => {
    latest.current = next;
    choose(next);
  };
  const moves = {
    move: (share: number) => shift(moved(latest.current, share, full)),
    zoom: (factor: number, at: number) => shift(zoomed(latest.current, factor, at, full)),
    all: () => choose(null),
  };
  useMoving(box, gutter, moves);

  const inSmall = useMemo(() => reach.filter((event) => at(event, where)), [reach, asked]);
  const lanes = useMemo(() => lanesOf(events, by), [events, by]);
  const drawn = useMemo(() => lanes.slice(0, by === "type" ? lanes.length : allLanes ? MOST_LANES : LANES_AT_FIRST), [lanes, by, allLanes]);
  const outside = chosen ? 0 : events.filter((event) => dated(event) && !within(event, shown)).length;
  const picked = asked.event ? pickedMark(events, asked.event) : [];
  const hidden = Math.min(lanes.length, MOST_LANES) - drawn.length;

  return (
    <section class="timeline" aria-labelledby="timeline-title">
      <div class="row spread">
        <h2 id="timeline-title">{own().timeline}</h2>
        <span class="now" aria-live="polite">
          {stretch(iso(shown.from), iso(shown.to - 1))}
        </span>
      </div>
      <Strip events={inSmall} whole={joined(most, inside(shown, full))} chosen={chosen} onChoose={choose} />
      <div class="row tight moves">
        <button type="button" onClick={() => moves.move(-0.3)}>
          <span aria-hidden="true">←</span> {own().earlier}
        </button>
        <button type="button" onClick={() => moves.move(0.3)}>
          {own().later} <span aria-hidden="true">→</span>
        </button>
        <button type="button" onClick={() => moves.zoom(CLOSER, 0.5)}>
          <span aria-hidden="true">+</span> {own().closer}
        </button>
        <button type="button" onClick={() => moves.zoom(1 / CLOSER, 0.5)}>
          <span aria-hidden="true">−</span> {own().wider}
        </button>
        <button type="button" disabled={!chosen} onClick={moves.all}>
          {own().allTime}
        </button>
      </div>
      {outside > 0 && (
        <p class="row small">
          <span>{own().outside(number(outside))}</span>
          <button type="button" onClick={() => choose(full)}>
            {own().showOutside}
          </button>
        </p>
      )}
      <Legend />
      <p class="small soft" id="timeline-keys">
        {own().keys}
      </p>
      <div ref={box} class="lanes-box" tabIndex={0} role="group" aria-label={own().timeline} aria-describedby="timeline-keys">
        {!lanes.length && <Nothing>{events.length ? own().noneInLanes : own().none}</Nothing>}
        {width > 0 && lanes.length > 0 && (
          <LanesPicture
            lanes={drawn}
            time={shown}
            width={width}
            gutter={gutter}
            drawing={drawing}
            chosen={asked.event}
            onChoose={(event) => ask({ event: event.statement === asked.event ? null : event.statement })}
          />
        )}
      </div>
      <div class="row spread">
        {hidden > 0 || allLanes ? (
          <button type="button" onClick={() => ask({ all: allLanes ? null : "1" })}>
            {allLanes ? own().fewerLanes : own().moreLanes(number(hidden))}
          </button>
        ) : (
          <span />
        )}
        <SavePicture name="timeline" drawing={drawing} />
      </div>
      {picked.length > 0 && (
        <div class="card" role="region" aria-label={own().picked}>
          <div class="row spread">
            <h3>{own().picked}</h3>
            <button type="button" onClick={() => ask({ event: null })}>
              {own().close}
            </button>
          </div>
          <EventList events={picked} />
        </div>
      )}
    </section>
  );
}

function inside(one: Stretch, full: Stretch): Stretch {
  return { from: Math.max(one.from, full.from), to: Math.min(one.to, full.to) };
}

/** Events that stand at one mark with the one looked at, that one first. */
function pickedMark(events: readonly Told[], statement: string): Told[] {
  const one = events.find((event) => event.statement === statement);
  if (!one) return [];
  const like = (event: Told) =>
    event !== one && event.start === one.start && event.end === one.end && event.sign === one.sign && event.firm === one.firm;
  return [one, ...events.filter(like)];
}
