// Keeping a view: its drawing as SVG or PNG, its data as a file.

import { words } from "../words/words";

const own = words({
  en: { save: "Save as" },
  es: { save: "Guardar como" },
});

export interface Kept {
  /** Of the button: SVG, PNG, CSV, JSON. */
  format: string;
  /** File name with its ending. */
  file: string;
  make: () => Blob | Promise<Blob>;
}

export function SaveAs({ choices, label = own().save }: { choices: readonly Kept[]; label?: string }) {
  return (
    <div class="row small kept-as" role="group" aria-label={label}>
      <span class="soft">{label}</span>
      {choices.map(({ format, file, make }) => (
        <button key={format} type="button" onClick={async () => save(file, await make())}>
          {format}
        </button>
      ))}
    </div>
  );
}

export function save(file: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function jsonBlob(value: unknown): Blob {
  return new Blob([`${JSON.stringify(value, null, 1)}\n`], { type: "application/json" });
}

/** A table for spreadsheets, which must not take a cell of untrusted text for a formula. */
export function csvBlob(header: readonly string[], rows: readonly (readonly unknown[])[]): Blob {
  const lines = [header, ...rows].map((row) => row.map(cell).join(","));
  return new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv" });
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function svgBlob(drawing: SVGSVGElement): Blob {
  return new Blob([new XMLSerializer().serializeToString(drawing)], { type: "image/svg+xml" });
}

/** A copy of a drawing with the look it has on the page, for a file that has no style sheet. */
export function styled(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const before = [drawing, ...drawing.querySelectorAll<SVGElement>("*")];
  const after = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  before.forEach((element, place) => {
    const look = getComputedStyle(element);
    for (const name of LOOK) after[place]?.setAttribute(name, look.getPropertyValue(name));
  });
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  return copy;
}

const LOOK = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "visibility",
];

/** A drawing as pixels on the paper of the page, at twice the size for dense screens and print where that can be. */
export async function pngBlob(drawing: SVGSVGElement): Promise<Blob> {
  const [width, height] = ["width", "height"].map((name) => Number(drawing.getAttribute(name))) as [number, number];
  const scale = Math.min(2, MOST_PIXELS / Math.max(width, height, 1));
  const image = new Image();
  const url = await new Promise<string>((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(svgBlob(drawing));
  });
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("this browser cannot draw");
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("this browser cannot draw"))), "image/png"),
  );
}

/** The longest side of a canvas that every browser draws. */
const MOST_PIXELS = 16_000;
