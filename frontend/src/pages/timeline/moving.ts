// Moving through time with mouse, wheel, fingers and keys, on a picture whose upright movement still scrolls the page.

import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface Moves {
  /** By a share of what is shown; later is positive. */
  move: (share: number) => void;
  /** Closer by a factor around a point of what is shown, 0 to 1. */
  zoom: (factor: number, at: number) => void;
  all: () => void;
}

const STILL = 4;
const STEP = 0.2;
const CLOSER = 1.5;

/** Listens on an element whose time axis lies between `gutter` and its right edge. */
export function useMoving(element: RefObject<HTMLElement>, gutter: number, moves: Moves): void {
  const latest = useRef({ gutter, moves });
  latest.current = { gutter, moves };

  useEffect(() => {
    const on = element.current;
    if (!on) return;
    const fingers = new Map<number, { x: number; y: number }>();
    let dragging = false;
    const control = new AbortController();
    const { signal } = control;

    const width = () => Math.max(on.clientWidth - latest.current.gutter, 1);
    const place = (x: number) =>
      Math.min(Math.max((x - on.getBoundingClientRect().left - latest.current.gutter) / width(), 0), 1);

    on.addEventListener(
      "wheel",
      (event) => {
        const { move, zoom } = latest.current.moves;
        if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY / 200), place(event.clientX));
        else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) move((event.deltaX || event.deltaY) / width());
        else return;
        event.preventDefault();
      },
      { passive: false, signal },
    );

    on.addEventListener(
      "pointerdown",
      (event) => {
        if (event.button !== 0) return;
        fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
        dragging = fingers.size > 1;
      },
      { signal },
    );

    on.addEventListener(
      "pointermove",
      (event) => {
        const before = fingers.get(event.pointerId);
        if (!before) return;
        const now = { x: event.clientX, y: event.clientY };
        if (!dragging && Math.abs(now.x - before.x) < STILL) return;
        if (!dragging) on.setPointerCapture(event.pointerId);
        dragging = true;
        const { move, zoom } = latest.current.moves;
        const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
        if (other) {
          const apart = (one: { x: number }) => Math.max(Math.abs(one.x - other.x), 10);
          zoom(apart(now) / apart(before), place((now.x + other.x) / 2));
        } else move((before.x - now.x) / width());
        fingers.set(event.pointerId, now);
      },
      { signal },
    );

    for (const name of ["pointerup", "pointercancel", "pointerleave"] as const) {
      on.addEventListener(
        name,
        (event) => {
          if (name === "pointerleave" && on.hasPointerCapture(event.pointerId)) return;
          fingers.delete(event.pointerId);
          if (!fingers.size) dragging = false;
        },
        { signal },
      );
    }

    on.addEventListener(
      "keydown",
      (event) => {
        if (event.target !== on || event.altKey || event.ctrlKey || event.metaKey) return;
        const { move, zoom, all } = latest.current.moves;
        const does: Record<string, () => void> = {
          ArrowLeft: () => move(-STEP),
          ArrowRight: () => move(STEP),
          "+": () => zoom(CLOSER, 0.5),
          "=": () => zoom(CLOSER, 0.5),
          "-": () => zoom(1 / CLOSER, 0.5),
          Home: all,
        };
        const act = does[event.key];
        if (!act) return;
        event.preventDefault();
        act();
      },
      { signal },
    );
    return () => control.abort();
  }, []);
}
