// The world with events where they happened: circles for towns, squares for countries as a whole.

import { geoEqualEarth, geoPath } from "d3-geo";
import type { MultiPoint } from "geojson";
import type { RefObject } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { countryName } from "../../words/countries";
import { number } from "../../words/words";
import type { Where } from "./events";
import { type Cluster, type Spot, clustered } from "./spots";
import { useWidth } from "./width";
import { own } from "./words";
import { type Area, countries } from "./world";

const SHAPE = 0.49;
const STILL = 5;
const LEAST_SPAN = 12;

interface Props {
  spots: readonly Spot[];
  events: number;
  near: boolean;
  where: Where;
  drawing: RefObject<SVGSVGElement>;
  onCountry: (code: string) => void;
  onChoose: (spots: readonly Spot[]) => void;
  onArea: (area: Area) => void;
  /** Whether fingers draw a region instead of scrolling the page. */
  tracing: boolean;
}

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export function WorldMap({ spots, events, near, where, drawing, onCountry, onChoose, onArea, tracing }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(useWidth(box), 1);
  const height = Math.round(width * SHAPE);
  const [traced, setTraced] = useState<Box | null>(null);
  const start = useRef<{ x: number; y: number } | null>(null);

  const projection = useMemo(() => {
    const room: [[number, number], [number, number]] = [[4, 4], [width - 4, height - 4]];
    const made = geoEqualEarth();
    return near && spots.length ? made.fitExtent(room, around(spots)) : made.fitExtent(room, { type: "Sphere" });
  }, [width, height, near, near ? spots : null]);

  const outlines = useMemo(() => {
    const path = geoPath(projection);
    return countries().map(({ code, outline }, place) => ({ key: code ?? `land-${place}`, code, line: path(outline) ?? "" }));
  }, [projection]);
  const sphere = useMemo(() => geoPath(projection)({ type: "Sphere" }) ?? "", [projection]);
  const inCountry = new Map(spots.filter(({ whole }) => whole).map((spot) => [spot.country, spot]));
  const highest = Math.max(...spots.map(({ count }) => count), 1);
  const clusters = useMemo(
    () => clustered(spots, (point) => projection([...point]) ?? [-99, -99], Math.min(Math.max(width / 50, 8), 16)),
    [spots, projection],
  );

  function at(event: PointerEvent): { x: number; y: number } {
    const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  function moved(event: PointerEvent): void {
    if (!start.current || (event.pointerType === "touch" && !tracing)) return;
    const { x, y } = at(event);
    if (!traced && Math.hypot(x - start.current.x, y - start.current.y) < STILL) return;
    if (!traced) (event.currentTarget as Element).setPointerCapture(event.pointerId);
    setTraced({
      x0: Math.min(x, start.current.x),
      y0: Math.min(y, start.current.y),
      x1: Math.max(x, start.current.x),
      y1: Math.max(y, start.current.y),
    });
  }

  function ended(): void {
    start.current = null;
    if (!traced) return;
    setTraced(null);
    const { x0, y0, x1, y1 } = traced;
    const middle = (y0 + y1) / 2;
    const lon = (x: number) => Math.min(Math.max(projection.invert?.([x, middle])?.[0] ?? 0, -180), 180);
    const lat = (y: number) => Math.min(Math.max(projection.invert?.([width / 2, y])?.[1] ?? 0, -90), 90);
    const [west, east, south, north] = [lon(x0), lon(x1), lat(y1), lat(y0)];
    if ([west, east, south, north].every(Number.isFinite)) onArea({ west, east, south, north });
  }

  return (
    <div class={tracing ? "world tracing" : "world"} ref={box}>
      <svg
        ref={drawing}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={own().mapSummary(number(events), number(spots.length))}
        onPointerDown={(event) => event.button === 0 && (start.current = at(event))}
        onPointerMove={moved}
        onPointerUp={ended}
        onPointerCancel={() => {
          start.current = null;
          setTraced(null);
        }}
      >
        <path class="sea" d={sphere} />
        {outlines.map(({ key, code, line }) => {
          const told = code ? inCountry.get(code) : undefined;
          const chosen = code !== null && where.countries.includes(code);
          return (
            <path
              key={key}
              class={`land${told ? " told" : ""}${chosen ? " chosen" : ""}`}
              d={line}
              {...(told && { "fill-opacity": 0.25 + 0.5 * (told.count / highest) })}
              onClick={() => code && onCountry(code)}
            >
              {code && <title>{told ? `${countryName(code)}: ${own().times(number(told.count))}` : countryName(code)}</title>}
            </path>
          );
        })}
        {where.area && <path class="area" d={geoPath(projection)(outlineOf(where.area)) ?? ""} />}
        {clusters.map((cluster) => (
          <ClusterShape key={cluster.key} cluster={cluster} onChoose={onChoose} />
        ))}
        {traced && (
          <rect class="area" x={traced.x0} y={traced.y0} width={traced.x1 - traced.x0} height={traced.y1 - traced.y0} />
        )}
      </svg>
    </div>
  );
}

interface ClusterProps {
  cluster: Cluster;
  onChoose: (spots: readonly Spot[]) => void;
}

function ClusterShape({ cluster: { spots, count, x, y, radius }, onChoose }: ClusterProps) {
  const whole = spots.every((spot) => spot.whole);
  const kind = `spot ${whole ? "whole" : "town"}${spots.some(({ chosen }) => chosen) ? " chosen" : ""}`;
  return (
    <g class={kind} onClick={() => onChoose(spots)}>
      <title>{spots.map((spot) => `${spot.name}: ${own().times(number(spot.count))}`).join("\n")}</title>
      {whole ? (
        <rect x={x - radius} y={y - radius} width={radius * 2} height={radius * 2} rx={2} />
      ) : (
        <circle cx={x} cy={y} r={radius} />
      )}
      {radius >= 7 && (
        <text x={x} y={y} text-anchor="middle" dominant-baseline="central">
          {count}
        </text>
      )}
    </g>
  );
}

/** Points around the spots, far enough apart that the map does not dissolve. */
function around(spots: readonly Spot[]): MultiPoint {
  const lons = spots.map(({ point }) => point[0]);
  const lats = spots.map(({ point }) => point[1]);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const wider = Math.max(LEAST_SPAN - (east - west) / 2, 6);
  const taller = Math.max(LEAST_SPAN - (north - south) / 2, 6);
  const corner = (lon: number, lat: number) => [Math.min(Math.max(lon, -179), 179), Math.min(Math.max(lat, -85), 85)];
  return { type: "MultiPoint", coordinates: [corner(west - wider, south - taller), corner(east + wider, north + taller)] };
}

/** A region as the map bends it; lines along parallels are made of short ones. */
function outlineOf({ west, south, east, north }: Area) {
  const steps = Array.from({ length: 21 }, (_, step) => west + ((east - west) * step) / 20);
  const coordinates = [...steps.map((lon) => [lon, north]), ...steps.reverse().map((lon) => [lon, south])];
  return { type: "LineString" as const, coordinates: [...coordinates, [west, north]] };
}
