// All of time in small: how many events when, and a brush over it that chooses the time.

import { type BrushBehavior, type D3BrushEvent, brushX } from "d3-brush";
import { scaleLinear, scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { date } from "../../words/words";
import { type Told, timeOf } from "./events";
import { type Stretch, iso } from "./times";
import { useWidth } from "./width";
import { own } from "./words";

const HEIGHT = 48;
const BIN = 6;

interface Props {
  events: readonly Told[];
  whole: Stretch;
  /** Null where no time is chosen. */
  chosen: Stretch | null;
  onChoose: (time: Stretch | null) => void;
}

export function Strip({ events, whole, chosen, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const layer = useRef<SVGGElement>(null);
  const behaviour = useRef<BrushBehavior<unknown>>();
  const width = useWidth(box);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const scale = useMemo(
    () => scaleUtc().domain([whole.from, whole.to]).range([0, Math.max(width, 1)]),
    [whole.from, whole.to, width],
  );

  useEffect(() => {
    if (!layer.current || !width) return;
    const brush = brushX<unknown>()
      .extent([
        [0, 0],
        [width, HEIGHT],
      ])
      .handleSize(16)
      .on("brush end", (event: D3BrushEvent<unknown>) => {
        if (!event.sourceEvent) return;
        if (event.selection) {
          const [left, right] = event.selection as [number, number];
          choose.current({ from: scale.invert(left).getTime(), to: scale.invert(right).getTime() });
        } else if (event.type === "end") choose.current(null);
      });
    behaviour.current = brush;
    select(layer.current).call(brush);
  }, [scale, width]);

  useEffect(() => {
    if (!layer.current || !behaviour.current) return;
    const ends = chosen && ([scale(chosen.from), scale(chosen.to)].map((x) => Math.min(Math.max(x, 0), width)) as [number, number]);
    select(layer.current).call(behaviour.current.move, ends);
  }, [scale, chosen?.from, chosen?.to]);

  const bins = useMemo(() => counted(events, scale, width), [events, scale]);
  const tall = scaleLinear().domain([0, Math.max(...bins, 1)]).range([0, HEIGHT - 4]);
  return (
    <div class="strip" ref={box}>
      <svg width={width} height={HEIGHT} role="img" aria-label={own().strip}>
        {bins.map((count, place) => (
          <rect
            key={place}
            class="bin"
            x={place * BIN}
            width={BIN - 1}
            y={HEIGHT - (count ? Math.max(tall(count), 2) : 0)}
            height={count ? Math.max(tall(count), 2) : 0}
          />
        ))}
        <g ref={layer} class="brush" />
      </svg>
      <div class="row spread small soft" aria-hidden="true">
        <span>{date(iso(whole.from))}</span>
        <span>{date(iso(whole.to))}</span>
      </div>
    </div>
  );
}

function counted(events: readonly Told[], scale: (moment: number) => number, width: number): number[] {
  const bins = new Array<number>(Math.max(Math.floor(width / BIN), 0)).fill(0);
  for (const event of events) {
    const time = timeOf(event);
    if (!time) continue;
    const place = Math.floor(scale((time.from + time.to) / 2) / BIN);
    if (bins[place] !== undefined) bins[place] += 1;
  }
  return bins;
}
