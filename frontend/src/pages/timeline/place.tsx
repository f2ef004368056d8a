// The map with its list of places.

import { useMemo, useRef, useState } from "preact/hooks";
import { ask } from "../../route";
import { number } from "../../words/words";
import { type Asked, turnCountry } from "./asking";
import type { Told } from "./events";
import { WorldMap } from "./map";
import { Places, WhereChosen } from "./places";
import { RegionFields } from "./region";
import { SavePicture } from "./saving";
import { type Spot, spotsOf } from "./spots";
import { own } from "./words";
import { areaText, pointOf } from "./world";

interface Props {
  /** Of any place, and of the time chosen. */
  events: readonly Told[];
  asked: Asked;
}

export function MapOfEvents({ events, asked }: Props) {
  const { where, near } = asked;
  const [tracing, setTracing] = useState(false);
  const drawing = useRef<SVGSVGElement>(null);
  const spots = useMemo(() => spotsOf(events, where), [events, asked]);
  const unplaced = useMemo(() => events.filter((event) => !pointOf(event)).length, [events]);

  function choose(at: readonly Spot[]): void {
    const [spot] = at;
    if (!spot) return;
    if (spot.country && (spot.whole || at.length > 1)) turnCountry(spot.country);
    else ask({ place: spot.chosen ? null : spot.name });
  }

  return (
    <section aria-labelledby="map-title">
      <h2 id="map-title">{own().map}</h2>
      <div class="row tight">
        <button type="button" aria-pressed={near} onClick={() => ask({ map: near ? null : "near" })}>
          {own().near}
        </button>
        <button type="button" aria-pressed={tracing} onClick={() => setTracing(!tracing)}>
          {own().region}
        </button>
        {tracing && (
          <span class="small soft" role="status">
            {own().drawing}
          </span>
        )}
      </div>
      {(tracing || where.area) && <RegionFields area={where.area} onArea={(area) => ask({ area: areaText(area) })} />}
      <WhereChosen where={where} />
      <div class="map-and-places">
        <WorldMap
          spots={spots}
          events={events.length - unplaced}
          near={near}
          where={where}
          drawing={drawing}
          tracing={tracing}
          onCountry={turnCountry}
          onChoose={choose}
          onArea={(area) => {
            ask({ area: areaText(area) });
            setTracing(false);
          }}
        />
        <Places spots={spots} where={where} />
      </div>
      <div class="row spread small">
        <ul class="plain row legend">
          <li>
            <svg width="18" height="18" aria-hidden="true">
              <g class="spot town">
                <circle cx={9} cy={9} r={6} />
              </g>
            </svg>{" "}
            {own().town}
          </li>
          <li>
            <svg width="18" height="18" aria-hidden="true">
              <g class="spot whole">
                <rect x={3} y={3} width={12} height={12} rx={2} />
              </g>
            </svg>{" "}
            {own().country}
          </li>
          {unplaced > 0 && <li class="soft">{own().unplaced(number(unplaced))}</li>}
        </ul>
        <SavePicture name="map" drawing={drawing} />
      </div>
    </section>
  );
}
