// The words of a document, never as markup, with marks laid over them (CSS Custom Highlight API; elements without it).

import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Kind, OpenedDocument, Statement } from "../../api/model";
import { type Place, codeUnits, innermost, paragraphs, pieces } from "./places";

interface Props {
  document: OpenedDocument["document"];
  statements: readonly Statement[];
  chosen: Statement | null;
  /** Changes when the chosen words are to be brought into view. */
  jump: number;
  onChoose: (statement: Statement | null) => void;
  /** The first statement in sight while the text is scrolled, unless the chosen one is. */
  onSeen: (statement: Statement) => void;
}

const painted = "highlights" in CSS;

export function PlainText({ document, statements, chosen, jump, onChoose, onSeen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const units = useMemo(() => codeUnits(document.text), [document.text]);
  const blocks = useMemo(() => paragraphs(document.text), [document.text]);
  const places = useMemo(
    () =>
      statements.map((statement): Place<Statement> => {
        const { start, end } = statement.evidence;
        return { start: units(start), end: units(end), of: statement };
      }),
    [statements, units],
  );

  const furniture = (document.furniture ?? []).map(({ start, end }) => ({ start: units(start), end: units(end) }));
  const isFurniture = (block: Block) =>
    furniture.some(({ start, end }) => start <= block.start && block.start + block.text.trimEnd().length <= end);

  useEffect(() => {
    if (!painted || !box.current) return;
    paint(box.current, blocks, places, chosen);
    return () => CSS.highlights.clear();
  }, [places, chosen, blocks]);

  useEffect(() => {
    if (!chosen || !box.current) return;
    const range = rangeOf(box.current, blocks, units(chosen.evidence.start), units(chosen.evidence.end));
    const { top, bottom } = range?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    if (top < 80 || bottom > innerHeight - 40) {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      scrollTo({ top: scrollY + top - innerHeight / 3, behavior: calm || !jump ? "instant" : "smooth" });
    }
  }, [chosen?.id, jump, document.id]);

  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    let asked = 0;
    function look(): void {
      const range = chosen && box.current && rangeOf(box.current, blocks, units(chosen.evidence.start), units(chosen.evidence.end));
      const { top = 0, bottom = 0 } = range?.getBoundingClientRect() ?? {};
      if (range && bottom > 0 && top < innerHeight) return;
      const first = box.current && blocks.findIndex((_, number) => bottomOf(box.current, number) > BEGINNING);
      const start = blocks[first ?? -1]?.start;
      const place = start === undefined ? undefined : places.find((one) => one.end > start);
      if (place) seen.current(place.of);
    }
    const scrolled = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(look);
    };
    addEventListener("scroll", scrolled, { passive: true });
    return () => {
      removeEventListener("scroll", scrolled);
      cancelAnimationFrame(asked);
    };
  }, [places, blocks, chosen]);

  function click(event: MouseEvent): void {
    if (!getSelection()?.isCollapsed) return;
    const at = offsetAt(event, blocks);
    onChoose(at === null ? null : (innermost(places, at)?.of ?? null));
  }

  return (
    // The margin offers the same by keyboard: a click on the words is a short cut.
    <div class="text" ref={box} onClick={click} lang={document.language ?? undefined} dir="auto">
      {blocks.map((block, number) => (
        <p key={block.start} data-block={number} dir="auto" class={isFurniture(block) ? "furniture" : undefined}>
          {painted
            ? block.text
            : pieces(block, places).map((piece) =>
                piece.of ? (
                  <mark key={piece.start} class={`mark-${piece.of.kind}${piece.of.id === chosen?.id ? " chosen" : ""}`}>
                    {piece.text}
                  </mark>
                ) : (
                  piece.text
                ),
              )}
        </p>
      ))}
    </div>
  );
}

/** Pixels from the top of the window at which reading is taken to be. */
const BEGINNING = 60;

function bottomOf(box: Element | null, number: number): number {
  return box?.children[number]?.getBoundingClientRect().bottom ?? 0;
}

type Block = ReturnType<typeof paragraphs>[number];

function paint(box: Element, blocks: readonly Block[], places: readonly Place<Statement>[], chosen: Statement | null): void {
  const ranges: Record<Kind, Range[]> = { event: [], tie: [], figure: [], label: [] };
  const current: Range[] = [];
  for (const { start, end, of } of places) {
    const range = rangeOf(box, blocks, start, end);
    if (!range) continue;
    ranges[of.kind].push(range);
    if (of.id === chosen?.id) current.push(range);
  }
  for (const kind of Object.keys(ranges) as Kind[]) CSS.highlights.set(`kind-${kind}`, new Highlight(...ranges[kind]));
  const highlight = new Highlight(...current);
  highlight.priority = 1;
  CSS.highlights.set("chosen", highlight);
}

function rangeOf(box: Element, blocks: readonly Block[], start: number, end: number): Range | null {
  const from = pointAt(box, blocks, start);
  const to = pointAt(box, blocks, end);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

function pointAt(box: Element, blocks: readonly Block[], offset: number): [Node, number] | null {
  let number = blocks.findLastIndex((block) => block.start <= offset);
  if (number < 0) number = 0;
  const block = blocks[number];
  const element = box.querySelector(`[data-block="${number}"]`);
  if (!block || !element) return null;
  let left = Math.min(offset - block.start, block.text.length);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.nodeValue ?? "";
    if (left <= length) return [node, left];
    left -= length;
  }
  return null;
}

function offsetAt(event: MouseEvent, blocks: readonly Block[]): number | null {
  const caret = caretAt(event.clientX, event.clientY);
  const element = (caret?.node instanceof Element ? caret.node : caret?.node.parentElement)?.closest("[data-block]");
  const block = blocks[Number(element?.getAttribute("data-block") ?? -1)];
  if (!caret || !element || !block) return null;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(caret.node, caret.offset);
  return block.start + before.toString().length;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ("caretPositionFromPoint" in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
