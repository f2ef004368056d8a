// The network drawn with WebGL, which can be moved and made larger.

import "./no-webgl";
import Graph from "graphology";
import { useEffect, useRef } from "preact/hooks";
import Sigma from "sigma";
import { EdgeRectangleProgram, NodeCircleProgram } from "sigma/rendering";
import { theme } from "../../choices";
import { dashed } from "./dashes";
import { hit, hulls } from "./figure";
import type { At, Hit, Project } from "./figure";
import { type Stage, paintAbove, paintBeneath } from "./overlay";
import { type Palette, mixed, palette } from "./palette";
import type { Scene } from "./scene";
import { own } from "./words";

interface Props {
  scene: Scene;
  label: string;
  onHit: (hit: Hit) => void;
  /** Whom to bring to the middle; a new object each time. */
  focus: { id: string } | null;
  waiting: boolean;
}

const PROGRAMS = { friendly: EdgeRectangleProgram, hostile: dashed(7, 4), undecided: dashed(2, 4) };
/** Actors are drawn once: the library draws them again where nobody sees it, to know who lies under the mouse. */
class Actor extends NodeCircleProgram {
  constructor(gl: WebGLRenderingContext, _: WebGLFramebuffer | null, renderer: Sigma) {
    super(gl, null, renderer);
  }
}

const STEP = 1.5;
const CLOSE = 0.6;
/** Of more lines than these, those that are faded are not drawn. */
const MANY = 3000;
/** Of more actors or lines than these, names and all but the chief lines wait until the picture stands still, as not every
 * computer has a graphics card. */
const HEAVY = 600;
const STILL = 150;

export function Picture({ scene, label, onHit, focus, waiting }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const painter = useRef<Painter | null>(null);
  const told = useRef(onHit);
  told.current = onHit;

  useEffect(() => {
    if (!place.current) return;
    const made = new Painter(place.current, (what) => told.current(what));
    painter.current = made;
    return () => {
      made.end();
      painter.current = null;
    };
  }, []);
  useEffect(() => painter.current?.show(scene), [scene]);
  useEffect(() => painter.current?.recolour(), [theme.value]);
  useEffect(() => {
    if (focus) painter.current?.focus(focus);
  }, [focus, scene]);

  return (
    <>
      <div class="picture" aria-busy={waiting}>
        <div class="canvas" role="img" aria-label={label} ref={place} />
      </div>
      <div class="row tight zoom">
        <button
          type="button"
          aria-label={own().larger}
          title={own().larger}
          onClick={() => painter.current?.zoom(1 / STEP)}
        >
          +
        </button>
        <button
          type="button"
          aria-label={own().smaller}
          title={own().smaller}
          onClick={() => painter.current?.zoom(STEP)}
        >
          −
        </button>
        <button type="button" onClick={() => painter.current?.whole()}>
          {own().whole}
        </button>
        <span class="small soft">{own().hint}</span>
      </div>
    </>
  );
}

class Painter {
  private readonly graph = new Graph({ type: "undirected", multi: true });
  private readonly sigma: Sigma;
  private readonly watch: ResizeObserver;
  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private colours: Palette;
  private scene: Scene | null = null;
  private pointed: readonly string[] = [];
  private focused: object | null = null;
  private heavy = false;
  private settled: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly place: HTMLDivElement,
    onHit: (hit: Hit) => void,
  ) {
    this.colours = palette(place);
    this.sigma = new Sigma(this.graph, place, {
      edgeProgramClasses: PROGRAMS,
      nodeProgramClasses: { circle: Actor },
      defaultDrawNodeHover: () => undefined,
      renderLabels: false,
      minEdgeThickness: 0.6,
      stagePadding: 46,
      zIndex: true,
      enableCameraRotation: false,
      minCameraRatio: 0.03,
      maxCameraRatio: 3,
      allowInvalidContainer: true,
    });
    // That is known here; the library would ask the graphics card at each move of the mouse, and wait for its answer.
    Object.assign(this.sigma, { getNodeAtPosition: () => null });
    // The library's types forget that a layer's place can be given.
    const style = { pointerEvents: "none" };
    const [beneath, above] = [
      { beforeLayer: "edges", style },
      { afterLayer: "nodes", style },
    ];
    this.sigma.createCanvasContext("beneath", beneath);
    this.sigma.createCanvasContext("above", above);
    this.sigma.resize(true);
    this.sigma.on("afterRender", this.paint);
    this.sigma.on("clickStage", ({ event }) => onHit(this.at(event)));
    this.sigma.on("moveBody", ({ event }) => this.point(event));
    place.addEventListener("wheel", leave, { capture: true });
    place.addEventListener("mouseleave", this.unpoint);
    this.dark.addEventListener("change", this.recolour);
    this.watch = new ResizeObserver(() => {
      this.sigma.resize();
      this.sigma.scheduleRender();
    });
    this.watch.observe(place);
  }

  end(): void {
    clearTimeout(this.settled);
    this.watch.disconnect();
    this.dark.removeEventListener("change", this.recolour);
    this.place.removeEventListener("wheel", leave, { capture: true });
    this.place.removeEventListener("mouseleave", this.unpoint);
    this.sigma.kill();
  }

  show(scene: Scene): void {
    this.scene = scene;
    const { colours, graph } = this;
    const { left, right, top, bottom } = scene.frame;
    this.sigma.setCustomBBox({ x: [left, right], y: [-bottom, -top] });
    graph.clear();
    for (const spot of scene.spots) {
      const colour = spot.camp === null ? colours.soft : (colours.camps[spot.camp] ?? colours.soft);
      graph.addNode(spot.id, {
        x: spot.x,
        y: -spot.y,
        size: spot.size,
        color: spot.faded ? mixed(colour, colours.paper, 0.8) : colour,
        zIndex: spot.faded ? 0 : 1,
      });
    }
    // Where lines are many, each is a thread.
    const many = scene.lines.filter((line) => !line.faded).length;
    const faint = Math.max(0, Math.log10(many / 300) * 0.3);
    for (const line of scene.lines) {
      if (line.faded && scene.lines.length > MANY) continue;
      const { sign } = line.pair;
      const colour = sign > 0 ? colours.friendly : sign < 0 ? colours.hostile : colours.soft;
      graph.addEdge(line.a.id, line.b.id, {
        size: line.width * (line.chosen ? 1.6 : 1),
        type: sign > 0 ? "friendly" : sign < 0 ? "hostile" : "undecided",
        color: mixed(colour, colours.paper, line.faded ? 0.85 : faint),
        zIndex: line.faded ? 0 : 1,
      });
    }
    this.heavy = Math.max(this.graph.order, this.graph.size) > HEAVY;
    this.sigma.setSetting("hideEdgesOnMove", this.heavy);
    this.sigma.refresh();
  }

  recolour = (): void => {
    this.colours = palette(this.place);
    if (this.scene) this.show(this.scene);
  };

  zoom(by: number): void {
    const camera = this.sigma.getCamera();
    this.move({ ratio: camera.getBoundedRatio(camera.ratio * by) });
  }

  whole(): void {
    this.move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  focus(wanted: { id: string }): void {
    if (this.focused === wanted || !this.graph.hasNode(wanted.id)) return;
    this.focused = wanted;
    const at = this.sigma.getNodeDisplayData(wanted.id);
    if (at) this.move({ x: at.x, y: at.y, ratio: Math.min(this.sigma.getCamera().ratio, CLOSE) });
  }

  private move(to: { x?: number; y?: number; ratio?: number; angle?: number }): void {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (still) this.sigma.getCamera().setState(to);
    else void this.sigma.getCamera().animate(to, { duration: 300 });
  }

  private staged(): Stage | null {
    if (!this.scene) return null;
    const { sigma, scene } = this;
    const [zero, one] = [sigma.graphToViewport({ x: 0, y: 0 }), sigma.graphToViewport({ x: 1, y: -1 })];
    const project: Project = ({ x, y }) => ({
      x: zero.x + x * (one.x - zero.x),
      y: zero.y + y * (one.y - zero.y),
    });
    const scale = 1 / Math.sqrt(sigma.getCamera().ratio);
    return {
      scene,
      project,
      scale,
      outlines: hulls(scene, project, scale),
      size: sigma.getDimensions(),
      colours: this.colours,
      pointed: this.pointed,
    };
  }

  private paint = (): void => {
    const { beneath, above } = this.sigma.getCanvases();
    const stage = this.staged();
    const [under, over] = [beneath?.getContext("2d"), above?.getContext("2d")];
    if (!stage || !under || !over) return;
    const moving = this.heavy && this.moving();
    paintBeneath(under, stage, moving);
    paintAbove(over, stage, moving);
    clearTimeout(this.settled);
    if (moving) this.settled = setTimeout(() => this.sigma.scheduleRender(), STILL);
  };

  /** As the library asks itself before it leaves the lines out. */
  private moving(): boolean {
    const mouse = this.sigma.getMouseCaptor();
    return Boolean(this.sigma.getCamera().isAnimated() || mouse.isMoving || mouse.draggedEvents || mouse.currentWheelDirection);
  }

  private at(where: At): Hit {
    const stage = this.staged();
    return stage ? hit(stage.scene, stage.project, where, stage.scale) : null;
  }

  private point(where: At): void {
    if (this.sigma.getMouseCaptor().isMouseDown) return;
    const found = this.at(where);
    const ids = !found ? [] : "spot" in found ? [found.spot.id] : [found.line.a.id, found.line.b.id];
    this.place.style.cursor = ids.length ? "pointer" : "grab";
    if (ids.join(" ") === this.pointed.join(" ")) return;
    this.pointed = ids;
    this.paint();
  }

  private unpoint = (): void => {
    this.pointed = [];
    this.paint();
  };
}

/** The wheel moves the page unless Ctrl says that the picture is meant. */
function leave(event: WheelEvent): void {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
}
