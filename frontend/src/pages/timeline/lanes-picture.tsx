// The lanes, drawn.

import { scaleUtc } from "d3-scale";
import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import { language } from "../../choices";
import { recordWords } from "../../words/record";
import { number, stretch } from "../../words/words";
import { names } from "../../parts/say";
import { Axis } from "./axis";
import type { Told } from "./events";
import { verbOf, whenOf } from "./list";
import { type Drawn, type Lane, drawn } from "./lanes";
import { MarkShape } from "./mark";
import { type Stretch, iso } from "./times";
import { own } from "./words";

const ROW = 24;
const PAD = 6;
const AXIS = 22;
const NAME = 18;
const LETTER = 7;
const CROWDED = 130;

interface Props {
  lanes: readonly Lane[];
  time: Stretch;
  width: number;
  /** Room for names at the side; 0 sets them above their lanes. */
  gutter: number;
  drawing: RefObject<SVGSVGElement>;
  /** A statement of the mark looked at. */
  chosen: string;
  onChoose: (event: Told) => void;
}

export function LanesPicture({ lanes, time, width, gutter, drawing, chosen, onChoose }: Props) {
  const scale = useMemo(
    () => scaleUtc().domain([time.from, time.to]).range([gutter, width]),
    [time.from, time.to, gutter, width],
  );
  const above = gutter ? 0 : NAME;
  const laid = useMemo(() => {
    let top = AXIS;
    return lanes.map((lane) => {
      const picture = drawn(lane.events, scale);
      const place = { lane, picture, top };
      top += above + picture.rows * ROW + PAD * 2;
      return place;
    });
  }, [lanes, scale, above]);
  const end = laid.at(-1);
  const height = end ? end.top + above + end.picture.rows * ROW + PAD * 2 : AXIS;
  const inAll = new Set(laid.flatMap(({ picture }) => picture.marks.flatMap((mark) => mark.events.map((one) => one.statement))));
  const summary = own().summary(number(inAll.size), number(lanes.length), stretch(iso(time.from), iso(time.to)));
  return (
    <svg ref={drawing} class="lanes" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary}>
      <clipPath id="lanes-time">
        <rect x={gutter} y={0} width={Math.max(width - gutter, 0)} height={height} />
      </clipPath>
      {laid.map(({ lane, top, picture }, place) => (
        <rect
          key={lane.id}
          class={place % 2 ? "ground odd" : "ground"}
          x={0}
          y={top}
          width={width}
          height={above + picture.rows * ROW + PAD * 2}
        />
      ))}
      <Axis scale={scale} top={AXIS} bottom={height} />
      {laid.map(({ lane, top, picture }) => (
        <g key={lane.id}>
          <text class="lane-name" x={4} y={top + (gutter ? PAD + ROW / 2 : NAME / 2 + 3)} dominant-baseline="central">
            {short(lane.name, gutter || width - (picture.crowded ? CROWDED : 0))}
            <title>{`${lane.name}: ${own().times(number(lane.total))}`}</title>
          </text>
          <g clip-path="url(#lanes-time)">
            <Marks picture={picture} top={top + above + PAD} chosen={chosen} onChoose={onChoose} />
          </g>
          {picture.crowded > 0 && (
            <text
              class="crowded"
              x={gutter ? 4 : width - 4}
              y={top + (gutter ? PAD + ROW * 1.25 : NAME / 2 + 3)}
              text-anchor={gutter ? "start" : "end"}
              dominant-baseline="central"
            >
              {own().crowded(number(picture.crowded))}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

interface MarksProps {
  picture: Drawn;
  top: number;
  chosen: string;
  onChoose: (event: Told) => void;
}

function Marks({ picture, top, chosen, onChoose }: MarksProps) {
  return (
    <>
      {picture.marks.map((mark) => (
        <MarkShape
          key={mark.key}
          mark={mark}
          y={top + mark.row * ROW + ROW / 2}
          title={titleOf(mark.events)}
          chosen={Boolean(chosen) && mark.events.some((event) => event.statement === chosen)}
          onChoose={() => onChoose(mark.events[0] as Told)}
        />
      ))}
    </>
  );
}

/** Writing out dates takes long, and the same are drawn again at every step through time. */
const written = new Map<string, string>();

function when(event: Told): string {
  const key = [language.value, event.precision, event.start, event.end].join(" ");
  let text = written.get(key);
  if (text === undefined) {
    text = whenOf(event);
    written.set(key, text);
  }
  return text;
}

function titleOf(events: readonly Told[]): string {
  const [event] = events as [Told];
  const words = recordWords();
  if (events.length > 1) return `${when(event)}: ${own().times(number(events.length))}`;
  const from = event.actors.length ? names(event.actors) : words.nobody;
  return `${when(event)}: ${[from, verbOf(event), names(event.recipients)].filter(Boolean).join(" ")}`;
}

function short(name: string, room: number): string {
  const most = Math.floor((room - 8) / LETTER);
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
}
