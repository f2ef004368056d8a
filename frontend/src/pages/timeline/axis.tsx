// Years, months or days over the lanes.

import type { ScaleTime } from "d3-scale";
import { date } from "../../words/words";
import { iso } from "./times";

const ROOM = 85;
const DAY = 86_400_000;

export function Axis({ scale, top, bottom }: { scale: ScaleTime<number, number>; top: number; bottom: number }) {
  const [low = 0, high = 0] = scale.range();
  const ticks = scale.ticks(Math.max(2, Math.floor((high - low) / ROOM))).filter((tick) => tick.getTime() % DAY === 0);
  return (
    <g class="axis">
      {ticks.map((tick) => {
        const x = scale(tick);
        const crampedAt = x < low + 18 ? "start" : x > high - 25 ? "end" : "middle";
        return (
          <g key={tick.getTime()}>
            <line x1={x} x2={x} y1={top} y2={bottom} />
            <text x={x} y={top - 6} text-anchor={crampedAt}>
              {tickName(iso(tick.getTime()))}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function tickName(day: string): string {
  return date(day.endsWith("-01-01") ? day.slice(0, 4) : day.endsWith("-01") ? day.slice(0, 7) : day);
}
