// The view as files: the whole picture, the ties as a table, all of it as JSON.

import { createRef, render } from "preact";
import type { CampsView, NetworkView } from "../../api/model";
import { SaveAs, csvBlob, jsonBlob, pngBlob, styled, svgBlob } from "../../parts/save";
import { signName } from "../../parts/sign";
import { route } from "../../route";
import { type Sides, key } from "./camps";
import { Drawing } from "./drawing";
import type { Scene } from "./scene";

interface Props {
  view: NetworkView;
  pairs: NetworkView["pairs"];
  scene: Scene;
  sides: Sides | null;
  split: CampsView | null;
}

const WIDTH = 1400;
const HEIGHT = 1000;

export function Saving({ view, pairs, scene, sides, split }: Props) {
  const ends = (pair: NetworkView["pairs"][number]) => [view.nodes[pair.a], view.nodes[pair.b]] as const;
  const name = ["network", route.value.query.get("at")].filter(Boolean).join("-");
  return (
    <SaveAs
      choices={[
        { format: "SVG", file: `${name}.svg`, make: () => drawn(scene, svgBlob) },
        { format: "PNG", file: `${name}.png`, make: () => drawn(scene, pngBlob) },
        {
          format: "CSV",
          file: `${name}.csv`,
          make: () =>
            csvBlob(
              ["a", "b", "sign", "weight", "contested", "fits", "a_id", "b_id", "a_camp", "b_camp"],
              pairs.map((pair) => {
                const [a, b] = ends(pair);
                const [one, other] = [a?.id ?? "", b?.id ?? ""];
                const fits = sides && pair.sign ? !sides.misfits.has(key(one, other)) : null;
                const camp = (id: string) => sides?.of.get(id)?.letter;
                return [
                  a?.name,
                  b?.name,
                  signName(pair.sign),
                  pair.weight,
                  pair.contested,
                  fits,
                  one,
                  other,
                  camp(one),
                  camp(other),
                ];
              }),
            ),
        },
        {
          format: "JSON",
          file: `${name}.json`,
          make: () => jsonBlob({ address: location.hash, network: view, camps: split }),
        },
      ]}
    />
  );
}

/** Drawn out of sight, where the page's style sheet reaches it. */
async function drawn(scene: Scene, make: (drawing: SVGSVGElement) => Blob | Promise<Blob>): Promise<Blob> {
  const place = document.createElement("div");
  place.className = "out-of-sight";
  document.body.append(place);
  try {
    const svg = createRef<SVGSVGElement>();
    render(<Drawing scene={scene} width={WIDTH} height={HEIGHT} label="Dissensus" innerRef={svg} />, place);
    if (!svg.current) throw new Error("nothing was drawn");
    return await make(styled(svg.current));
  } finally {
    render(null, place);
    place.remove();
  }
}
