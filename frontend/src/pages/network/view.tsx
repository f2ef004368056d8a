// The picture, by WebGL where the browser has it.

import { useEffect, useRef, useState } from "preact/hooks";
import { recordWords } from "../../words/record";
import { counted } from "../../words/words";
import { Drawing } from "./drawing";
import type { Hit } from "./figure";
import { hasWebGL } from "./no-webgl";
import { Picture } from "./picture";
import type { Scene } from "./scene";
import { own } from "./words";

interface Props {
  scene: Scene;
  onHit: (hit: Hit) => void;
  focus: { id: string } | null;
  waiting: boolean;
}

let known: boolean | undefined;

export function View({ scene, onHit, focus, waiting }: Props) {
  known ??= hasWebGL();
  const label = own().picture(
    counted(scene.spots.length, recordWords().actors),
    counted(scene.lines.length, recordWords().ties),
  );
  return (
    <>
      {known ? (
        <Picture scene={scene} label={label} onHit={onHit} focus={focus} waiting={waiting} />
      ) : (
        <Plain scene={scene} label={label} onHit={onHit} waiting={waiting} />
      )}
      {!known && <p class="small soft">{own().plain}</p>}
    </>
  );
}

function Plain({ scene, label, onHit, waiting }: Omit<Props, "focus"> & { label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const watch = new ResizeObserver(() => setSize({ width: current.clientWidth, height: current.clientHeight }));
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return (
    <div class="picture" aria-busy={waiting}>
      <div class="canvas" ref={place}>
        {size && <Drawing scene={scene} {...size} label={label} onHit={onHit} />}
      </div>
    </div>
  );
}
