import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** How wide an element is, in whole pixels, also after it changed. */
export function useWidth(element: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const on = element.current;
    if (!on) return;
    const watch = new ResizeObserver(() => setWidth(Math.floor(on.clientWidth)));
    watch.observe(on);
    setWidth(Math.floor(on.clientWidth));
    return () => watch.disconnect();
  }, []);
  return width;
}
