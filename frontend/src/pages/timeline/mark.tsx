// A mark: its sign by colour and shape, its length by a bar, what is not told by fading.

import { SIGN_CLASS } from "./signs";
import type { Mark } from "./lanes";

const BAR = 9;
const SLICES = 6;

interface Props {
  mark: Mark;
  y: number;
  title: string;
  chosen: boolean;
  onChoose: () => void;
}

export function MarkShape({ mark, y, title, chosen, onChoose }: Props) {
  const { events, left, right, middle, radius, open } = mark;
  const [{ sign, firm }] = events as [(typeof events)[0]];
  const inside = events.length > 1 ? (events.length > 99 ? "99+" : events.length) : sign > 0 ? "+" : sign < 0 ? "−" : "";
  const kind = `mark ${SIGN_CLASS[sign]}${firm ? "" : " unfirm"}${chosen ? " chosen" : ""}`;
  return (
    <g class={kind} onClick={onChoose}>
      <title>{title}</title>
      {right > left && <Bar left={left} right={right} y={y} open={open} />}
      <Shape sign={sign} x={middle} y={y} radius={radius} />
      {inside && (
        <text class="inside" x={middle} y={y}>
          {inside}
        </text>
      )}
    </g>
  );
}

function Bar({ left, right, y, open }: { left: number; right: number; y: number; open: Mark["open"] }) {
  if (!open) return <rect class="bar" x={left} y={y - BAR / 2} width={Math.max(right - left, 1)} height={BAR} rx={2} />;
  const step = (right - left) / SLICES;
  return (
    <>
      {Array.from({ length: SLICES }, (_, place) => (
        <rect
          key={place}
          class="fading"
          x={left + place * step}
          y={y - BAR / 2}
          width={step + 0.3}
          height={BAR}
          fill-opacity={0.5 * (1 - (open === "end" ? place : SLICES - 1 - place) / SLICES)}
        />
      ))}
    </>
  );
}

export function Shape({ sign, x, y, radius }: { sign: -1 | 0 | 1; x: number; y: number; radius: number }) {
  if (sign > 0) return <circle class="shape" cx={x} cy={y} r={radius} />;
  if (sign === 0) {
    const side = radius * 1.7;
    return <rect class="shape" x={x - side / 2} y={y - side / 2} width={side} height={side} />;
  }
  const reach = radius * 1.25;
  return <path class="shape" d={`M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`} />;
}
