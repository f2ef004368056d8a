// What is painted beneath and above the lines and actors that WebGL draws: hulls, what does not fit, marks, names.

import { FONT, measured } from "./drawing";
import { LINE, around, markSize, names } from "./figure";
import type { Hull, Project } from "./figure";
import type { Palette } from "./palette";
import type { Scene } from "./scene";

export interface Stage {
  scene: Scene;
  project: Project;
  /** By how much sizes in pixels are larger than in the whole picture. */
  scale: number;
  size: { width: number; height: number };
  colours: Palette;
  outlines: readonly Hull[];
  /** Id of the actor, or the ends of the tie, under the mouse. */
  pointed: readonly string[];
}

/** `moving`: the lines themselves are not drawn just now. */
export function paintBeneath(pen: CanvasRenderingContext2D, stage: Stage, moving: boolean): void {
  const { scene, project, scale, size, colours, outlines } = stage;
  clear(pen, size);
  for (const hull of outlines) {
    const colour = hull.camp === null ? colours.soft : (colours.camps[hull.camp] ?? colours.soft);
    outline(pen, hull);
    pen.globalAlpha = 0.1;
    pen.fillStyle = colour;
    pen.fill();
    pen.globalAlpha = 0.7;
    pen.lineWidth = 1.5;
    pen.strokeStyle = colour;
    pen.stroke();
  }
  if (moving) {
    sketch(pen, stage);
    return;
  }
  pen.globalAlpha = 0.55;
  pen.strokeStyle = colours.misfit;
  pen.lineCap = "round";
  for (const line of scene.lines) {
    if (!line.misfit || line.faded) continue;
    const [a, b] = [project(line.a), project(line.b)];
    pen.lineWidth = line.width * scale + 7 * scene.crowd;
    pen.beginPath();
    pen.moveTo(a.x, a.y);
    pen.lineTo(b.x, b.y);
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

const SKETCHED = 500;

/** The widest lines, thin and whole. */
function sketch(pen: CanvasRenderingContext2D, { scene, project, colours }: Stage): void {
  pen.globalAlpha = 0.5;
  pen.lineWidth = 1;
  for (const sign of [1, -1, 0]) {
    pen.strokeStyle = sign > 0 ? colours.friendly : sign < 0 ? colours.hostile : colours.soft;
    pen.beginPath();
    for (const line of scene.widest.slice(0, SKETCHED)) {
      if (line.pair.sign !== sign) continue;
      const [a, b] = [project(line.a), project(line.b)];
      pen.moveTo(a.x, a.y);
      pen.lineTo(b.x, b.y);
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

export function paintAbove(pen: CanvasRenderingContext2D, stage: Stage, moving: boolean): void {
  const { scene, project, scale, size, colours, outlines, pointed } = stage;
  clear(pen, size);
  if (moving) return;
  const half = markSize(scene);
  pen.lineWidth = half < 4 ? 1 : 1.5;
  for (const line of scene.lines) {
    if (!line.pair.contested || line.faded) continue;
    const [a, b] = [project(line.a), project(line.b)];
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
    pen.beginPath();
    pen.moveTo(x - half, y);
    for (const [dx, dy] of [
      [0, -half],
      [half, 0],
      [0, half],
    ] as const)
      pen.lineTo(x + dx, y + dy);
    pen.closePath();
    pen.fillStyle = colours.card;
    pen.fill();
    pen.strokeStyle = colours.ink;
    pen.stroke();
  }
  for (const spot of scene.spots) {
    if (!spot.swing && !spot.chosen && !pointed.includes(spot.id)) continue;
    const { x, y } = project(spot);
    pen.beginPath();
    pen.arc(x, y, spot.size * scale + 3, 0, 2 * Math.PI);
    pen.setLineDash(spot.swing ? [3, 3] : []);
    pen.lineWidth = spot.swing ? 1.5 : 2.5;
    pen.strokeStyle = spot.swing ? colours.ink : colours.accent;
    pen.globalAlpha = spot.faded ? 0.3 : 1;
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
  pen.font = "bold 15px system-ui, sans-serif";
  pen.textAlign = "center";
  pen.textBaseline = "alphabetic";
  for (const { letter, at } of outlines) word(pen, letter, at.x, at.y, colours.ink, colours.paper);
  const taken = outlines.map(({ at }) => around(at.x, at.y - 5, 10));
  pen.font = `${FONT}px system-ui, sans-serif`;
  pen.textBaseline = "middle";
  for (const name of names(scene, project, size, measured, { scale, taken, besides: pointed })) {
    pen.textAlign = name.anchor === "start" ? "left" : name.anchor === "end" ? "right" : "center";
    name.lines.forEach((line, at) => {
      const y = name.y + (at - (name.lines.length - 1) / 2) * LINE;
      word(pen, line, name.x, y, name.faded ? colours.soft : colours.ink, colours.paper);
    });
  }
}

function clear(pen: CanvasRenderingContext2D, { width, height }: Stage["size"]): void {
  pen.clearRect(0, 0, width, height);
}

function outline(pen: CanvasRenderingContext2D, { points }: Hull): void {
  pen.beginPath();
  points.forEach(([x, y], at) => (at ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.closePath();
}

function word(pen: CanvasRenderingContext2D, text: string, x: number, y: number, colour: string, behind: string): void {
  pen.lineJoin = "round";
  pen.lineWidth = 3.5;
  pen.strokeStyle = behind;
  pen.strokeText(text, x, y);
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}
