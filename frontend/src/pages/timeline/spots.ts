// Where events happened, gathered by place.

import type { Told, Where } from "./events";
import { countryName } from "../../words/countries";
import { type Point, pointOf } from "./world";

export interface Spot {
  id: string;
  name: string;
  /** ISO 3166-1 alpha-3. */
  country: string | null;
  point: Point;
  count: number;
  /** Whether only the country is known. */
  whole: boolean;
  chosen: boolean;
}

export function spotsOf(events: readonly Told[], where: Where): Spot[] {
  const spots = new Map<string, Spot>();
  for (const event of events) {
    const point = pointOf(event);
    if (!point) continue;
    const whole = event.lat === null;
    const id = whole ? `country ${event.country}` : point.join(" ");
    const spot = spots.get(id);
    if (spot) spot.count += 1;
    else
      spots.set(id, {
        id,
        name: whole ? countryName(event.country ?? "") : (event.place ?? ""),
        country: event.country,
        point,
        count: 1,
        whole,
        chosen: whole ? where.countries.includes(event.country ?? "") : where.place === event.place,
      });
  }
  return [...spots.values()].sort((one, other) => other.count - one.count || one.name.localeCompare(other.name));
}

/** Areas of circles go with their counts. */
function radiusOf(count: number, highest: number, largest: number): number {
  return Math.max(5, largest * Math.sqrt(Math.min(count / highest, 1.5)));
}

export interface Cluster {
  key: string;
  spots: Spot[];
  count: number;
  x: number;
  y: number;
  radius: number;
}

/** Spots of one country that would hide each other, as one. */
export function clustered(spots: readonly Spot[], project: (point: Point) => [number, number], largest: number): Cluster[] {
  const highest = Math.max(...spots.map(({ count }) => count), 1);
  const clusters: Cluster[] = [];
  for (const spot of spots) {
    const [x, y] = project(spot.point);
    const radius = radiusOf(spot.count, highest, largest);
    const near = clusters.find(
      (one) => one.spots[0]?.country === spot.country && Math.hypot(one.x - x, one.y - y) < one.radius + radius,
    );
    if (near) {
      near.spots.push(spot);
      near.count += spot.count;
      near.radius = radiusOf(near.count, highest, largest);
    } else clusters.push({ key: spot.id, spots: [spot], count: spot.count, x, y, radius });
  }
  return clusters.sort((one, other) => other.radius - one.radius);
}
