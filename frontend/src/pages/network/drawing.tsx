// The network as an SVG: for files, and where a browser has no WebGL.

import type { Ref } from "preact";
import { LINE, around, fitted, hit, hulls, markSize, names } from "./figure";
import type { Hit, Project } from "./figure";
import type { Scene } from "./scene";

interface Props {
  scene: Scene;
  width: number;
  height: number;
  label: string;
  innerRef?: Ref<SVGSVGElement>;
  onHit?: (hit: Hit) => void;
}

const MARGIN = 48;
export const FONT = 12;

export function Drawing({ scene, width, height, label, innerRef, onHit }: Props) {
  const project = fitted(scene.frame, width, height, MARGIN);
  const outlines = hulls(scene, project);
  const letters = outlines.map(({ at }) => around(at.x, at.y - 5, 10));
  return (
    <svg
      ref={innerRef ?? null}
      class="drawing"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      onClick={(event) => onHit?.(hit(scene, project, { x: event.offsetX, y: event.offsetY }))}
    >
      {outlines.map(({ camp, letter, points, at }) => (
        <g key={letter} class={camp === null ? "camp-other" : `camp-paint-${camp}`}>
          <polygon
            class="hull"
            points={points.map((point) => point.map((one) => one.toFixed(1)).join(",")).join(" ")}
          />
          <text class="letter" x={at.x} y={at.y} text-anchor="middle">
            {letter}
          </text>
        </g>
      ))}
      <Lines scene={scene} project={project} />
      {scene.spots.map((spot) => {
        const { x, y } = project(spot);
        const paint = spot.camp === null ? "camp-other" : `camp-paint-${spot.camp}`;
        return (
          <g key={spot.id} class={`${paint} ${spot.faded ? "faded" : ""}`}>
            <circle class="spot" cx={x} cy={y} r={spot.size} />
            {spot.swing && <circle class="swing" cx={x} cy={y} r={spot.size + 3} />}
          </g>
        );
      })}
      {names(scene, project, { width, height }, measured, { taken: letters }).map((name) => (
        <text
          key={`${name.lines.join(" ")} ${name.x}`}
          class={`name ${name.faded ? "faded" : ""} ${name.strong ? "strong" : ""}`}
          text-anchor={name.anchor}
          dominant-baseline="central"
          font-size={FONT}
          paint-order="stroke"
          stroke-linejoin="round"
        >
          {name.lines.map((line, at) => (
            <tspan key={at} x={name.x} y={name.y + (at - (name.lines.length - 1) / 2) * LINE}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  );
}

function Lines({ scene, project }: { scene: Scene; project: Project }) {
  const half = markSize(scene);
  return (
    <>
      {scene.lines.map((line) => {
        const [a, b] = [project(line.a), project(line.b)];
        const kind = line.pair.sign > 0 ? "friendly" : line.pair.sign < 0 ? "hostile" : "undecided";
        const ends = { x1: a.x.toFixed(1), y1: a.y.toFixed(1), x2: b.x.toFixed(1), y2: b.y.toFixed(1) };
        const [mx, my] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
        return (
          <g key={`${line.a.id} ${line.b.id}`} class={line.faded ? "faded" : ""}>
            {line.misfit && <line class="misfit" {...ends} stroke-width={line.width + 7 * scene.crowd} />}
            <line class={`line-${kind}`} {...ends} stroke-width={line.width * (line.chosen ? 1.6 : 1)} />
            {line.pair.contested && (
              <path class="contested" d={`M${mx - half} ${my}l${half} ${-half} ${half} ${half} ${-half} ${half}z`} />
            )}
          </g>
        );
      })}
    </>
  );
}

let pen: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

export function measured(text: string): number {
  let width = widths.get(text);
  if (width === undefined) {
    pen ??= document.createElement("canvas").getContext("2d");
    if (pen) pen.font = `${FONT}px system-ui, sans-serif`;
    width = pen?.measureText(text).width ?? text.length * 7;
    widths.set(text, width);
  }
  return width;
}
