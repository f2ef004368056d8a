// A region of the map by its edges, for those who do not draw with a mouse.

import { useEffect, useId, useState } from "preact/hooks";
import { words } from "../../words/words";
import type { Area } from "./world";

const own = words({
  en: {
    region: "Region, in degrees; west and south are negative",
    edges: { west: "West", east: "East", south: "South", north: "North" },
    choose: "Show only this region",
    wrong: "The west must lie west of the east, and the south below the north.",
  },
  es: {
    region: "Región, en grados; oeste y sur son negativos",
    edges: { west: "Oeste", east: "Este", south: "Sur", north: "Norte" },
    choose: "Mostrar solo esta región",
    wrong: "El oeste debe quedar al oeste del este, y el sur debajo del norte.",
  },
});

type Edges = Record<keyof Area, string>;

const EDGES = ["west", "east", "south", "north"] as const;
const FARTHEST: Area = { west: 180, east: 180, south: 90, north: 90 };

export function RegionFields({ area, onArea }: { area: Area | null; onArea: (area: Area) => void }) {
  const id = useId();
  const [edges, setEdges] = useState<Edges>(() => written(area));
  const [wrong, setWrong] = useState(false);
  useEffect(() => setEdges(written(area)), [area && EDGES.map((edge) => area[edge]).join()]);

  function choose(): void {
    const given = Object.fromEntries(EDGES.map((edge) => [edge, Number(edges[edge])])) as unknown as Area;
    const right = given.west < given.east && given.south < given.north;
    setWrong(!right);
    if (right) onArea(given);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <fieldset class="row filters region">
        <legend class="small">{own().region}</legend>
        {EDGES.map((edge) => (
          <span key={edge} class="field">
            <label for={`${id}-${edge}`}>{own().edges[edge]}</label>
            <input
              id={`${id}-${edge}`}
              type="number"
              required
              step="any"
              min={-FARTHEST[edge]}
              max={FARTHEST[edge]}
              value={edges[edge]}
              onInput={(event) => setEdges({ ...edges, [edge]: event.currentTarget.value })}
            />
          </span>
        ))}
        <button type="submit">{own().choose}</button>
        {wrong && (
          <span class="small against" role="alert">
            {own().wrong}
          </span>
        )}
      </fieldset>
    </form>
  );
}

function written(area: Area | null): Edges {
  return Object.fromEntries(EDGES.map((edge) => [edge, area ? String(Math.round(area[edge] * 10) / 10) : ""])) as Edges;
}
