// A part of the page as an SVG: its boxes and lines, its words where they stand, its drawings.

import { styled } from "./save";

const NAMESPACE = "http://www.w3.org/2000/svg";
/** What is there to be used and says nothing. */
const LEFT_OUT = "form, button:not(.bare), select, input, textarea, progress, .kept-as, .tabs, details:not([open])";

const MARGIN = 16;

export function pictured(part: HTMLElement): SVGSVGElement {
  const picture = made("svg", { xmlns: NAMESPACE }) as SVGSVGElement;
  const frame = part.getBoundingClientRect();
  draw(part, picture, frame);
  // Tables that are scrolled on the page stand in their whole width here.
  const [wide, tall] = reach(picture);
  picture.setAttribute("width", String(Math.ceil(wide) + MARGIN));
  picture.setAttribute("height", String(Math.ceil(tall) + MARGIN));
  return picture;
}

/** How far to the right and down something is drawn. */
function reach(picture: Element): [number, number] {
  const number = (one: Element, name: string) => Number(one.getAttribute(name) ?? 0);
  const list = [...picture.children];
  const farthest = (place: string, length: string, end: string) =>
    list.reduce((most, one) => {
      const across = one.tagName === "text" ? (length === "width" ? number(one, "textLength") : 0) : number(one, length);
      return Math.max(most, number(one, place) + across, number(one, end));
    }, 0);
  return [farthest("x", "width", "x2"), farthest("y", "height", "y2")];
}

function draw(element: Element, picture: SVGSVGElement, frame: DOMRect): void {
  if (element.matches(LEFT_OUT)) return;
  const look = getComputedStyle(element);
  // What only those hear who see nothing of the page.
  if (look.display === "none" || look.visibility === "hidden" || look.clipPath !== "none") return;
  const { left, top, ...seen } = element.getBoundingClientRect().toJSON() as DOMRect;
  const scrolled = /auto|scroll/.test(look.overflowX);
  const width = scrolled ? Math.max(seen.width, element.scrollWidth) : seen.width;
  const height = scrolled ? Math.max(seen.height, element.scrollHeight) : seen.height;
  const at = { x: left - frame.left, y: top - frame.top };
  if (element instanceof SVGSVGElement) {
    const copy = styled(element);
    for (const [name, value] of Object.entries({ ...at, width, height })) copy.setAttribute(name, value.toFixed(1));
    picture.append(copy);
    return;
  }
  if (opaque(look.backgroundColor)) {
    const rx = Number.parseFloat(look.borderTopLeftRadius) || 0;
    picture.append(made("rect", { ...at, width, height, rx: Math.min(rx, height / 2), fill: look.backgroundColor }));
  }
  if (look.display !== "inline") borders(look, { ...at, width, height }, picture);
  if (element instanceof HTMLLIElement && look.listStyleType !== "none") {
    picture.append(made("circle", { cx: at.x - 12, cy: at.y + 12, r: 2.5, fill: look.color }));
  }
  for (const child of element.childNodes) {
    if (child instanceof Element) draw(child, picture, frame);
    else if (child instanceof Text) write(child, look, picture, frame);
  }
}

function borders(look: CSSStyleDeclaration, box: { x: number; y: number; width: number; height: number }, picture: Element): void {
  const { x, y, width, height } = box;
  const sides: Record<string, [number, number, number, number]> = {
    top: [x, y, x + width, y],
    right: [x + width, y, x + width, y + height],
    bottom: [x, y + height, x + width, y + height],
    left: [x, y, x, y + height],
  };
  for (const [side, [x1, y1, x2, y2]] of Object.entries(sides)) {
    const wide = Number.parseFloat(look.getPropertyValue(`border-${side}-width`));
    const kind = look.getPropertyValue(`border-${side}-style`);
    const colour = look.getPropertyValue(`border-${side}-color`);
    if (!wide || kind === "none" || !opaque(colour)) continue;
    const dashes: Record<string, string> = kind === "dashed" ? { "stroke-dasharray": "3 2" } : {};
    picture.append(made("line", { x1, y1, x2, y2, stroke: colour, "stroke-width": wide, ...dashes }));
  }
}

/** The words of a text, line by line as the page breaks them. */
function write(text: Text, look: CSSStyleDeclaration, picture: Element, frame: DOMRect): void {
  const range = document.createRange();
  const lines: { words: string; left: number; right: number; bottom: number }[] = [];
  function add(piece: string, start: number, space: string): void {
    range.setStart(text, start);
    range.setEnd(text, start + piece.length);
    if (piece.length > 1 && range.getClientRects().length > 1) {
      // A long word that is broken where it may be.
      [...piece.matchAll(/./gsu)].forEach((letter, at) => add(letter[0], start + letter.index, at ? "" : space));
      return;
    }
    const { left, right, bottom, width } = range.getBoundingClientRect();
    const line = lines.at(-1);
    if (line && Math.abs(line.bottom - bottom) < 2 && left >= line.left) {
      line.words += `${space}${piece}`;
      line.right = right;
    } else if (width) lines.push({ words: piece, left, right, bottom });
  }
  for (const word of text.data.matchAll(/\S+/g)) add(word[0], word.index, " ");
  for (const { words, left, right, bottom } of lines) {
    const written = made("text", {
      x: left - frame.left,
      y: bottom - frame.top - below(look),
      fill: look.color,
      "font-family": look.fontFamily,
      "font-size": look.fontSize,
      "font-weight": look.fontWeight,
      "font-style": look.fontStyle,
      textLength: right - left,
    });
    written.textContent = words;
    picture.append(written);
  }
}

const depths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null = null;

/** How far letters of a font reach below the line, in pixels. */
function below({ font }: CSSStyleDeclaration): number {
  let depth = depths.get(font);
  if (depth === undefined) {
    pen ??= document.createElement("canvas").getContext("2d");
    if (pen) pen.font = font;
    depth = pen?.measureText("x").fontBoundingBoxDescent ?? 4;
    depths.set(font, depth);
  }
  return depth;
}

function opaque(colour: string): boolean {
  return colour !== "transparent" && !/^rgba\(.*, 0\)$/.test(colour);
}

function made(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 10) / 10) : value);
  }
  return element;
}
