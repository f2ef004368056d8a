// How many events are told of each year, or of each month where these are few years.

import { useState } from "preact/hooks";
import { address, go } from "../../route";
import { countedKind } from "../../words/record";
import { date, number, words } from "../../words/words";

const own = words({
  en: { chart: "Events by time", outside: (count: string, range: string) => `${count} more: ${range}`, most: (period: string, events: string) => `Most in ${period}: ${events}` },
  es: { chart: "Sucesos por fecha", outside: (count: string, range: string) => `${count} más: ${range}`, most: (period: string, events: string) => `Más en ${period}: ${events}` },
});

const told = (period: string, events: string) => `${period}: ${events}`;

const MOST_BARS = 60;
const HEIGHT = 96;
const BAR = 12;

export function Months({ months }: { months: Record<string, number> }) {
  const { bars, before } = grouped(months);
  const [shown, setShown] = useState<string | null>(null);
  const highest = Math.max(...bars.map((bar) => bar.count), 1);
  const width = bars.length * BAR;
  const current = bars.find((bar) => (shown ? bar.period === shown : bar.count === highest));
  return (
    <figure class="months">
      <p class="small soft" aria-hidden="true">
        {current &&
          (shown ? told : own().most)(date(current.period), countedKind(current.count, "event"))}
      </p>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={own().chart}>
        {bars.map((bar, place) => {
          const height = bar.count ? Math.max(2, (bar.count / highest) * HEIGHT) : 0;
          return (
            <rect
              key={bar.period}
              class={bar.period === shown ? "chosen" : ""}
              x={place * BAR + 1}
              y={HEIGHT - height}
              width={BAR - 2}
              height={height}
              onClick={() => go(address(["timeline"], { since: bar.period, until: bar.period }))}
              onMouseEnter={() => setShown(bar.period)}
              onMouseLeave={() => setShown(null)}
            >
              <title>{`${date(bar.period)}: ${number(bar.count)}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption class="row spread small soft">
        <span>{date(bars[0]?.period)}</span>
        <span>{date(bars.at(-1)?.period)}</span>
      </figcaption>
      {before && (
        <p class="small soft">{own().outside(number(before.count), `${date(before.first)} – ${date(before.last)}`)}</p>
      )}
      <table class="hidden">
        <caption>{own().chart}</caption>
        <tbody>
          {bars
            .filter((bar) => bar.count)
            .map((bar) => (
              <tr key={bar.period}>
                <th scope="row">{date(bar.period)}</th>
                <td>{bar.count}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  );
}

interface Bar {
  period: string;
  count: number;
}

interface Before {
  count: number;
  first: string;
  last: string;
}

/** Bars of months or of years, without gaps; what lies long before most of it is told apart, lest it squeeze the rest. */
export function grouped(months: Record<string, number>): { bars: Bar[]; before: Before | null } {
  const told = Object.keys(months).sort();
  const total = told.reduce((sum, month) => sum + (months[month] ?? 0), 0);
  let cut = 0;
  let early = 0;
  while (cut < told.length - 1 && (early + (months[told[cut] ?? ""] ?? 0)) / total <= 0.05) {
    early += months[told[cut] ?? ""] ?? 0;
    cut += 1;
  }
  const first = told[cut] ?? told[0] ?? "";
  const last = told.at(-1) ?? "";
  const byMonth = distance(first, last) < MOST_BARS;
  if (byMonth && cut > 0 && distance(told[0] ?? "", last) < MOST_BARS) cut = 0;
  const kept = told.slice(cut);
  const counts = new Map<string, number>();
  for (const month of kept) {
    const period = byMonth ? month : month.slice(0, 4);
    counts.set(period, (counts.get(period) ?? 0) + (months[month] ?? 0));
  }
  const bars: Bar[] = [];
  for (let period = byMonth ? (kept[0] ?? "") : (kept[0] ?? "").slice(0, 4); period && period <= last; period = next(period)) {
    bars.push({ period, count: counts.get(period) ?? 0 });
  }
  const lost = told.slice(0, cut);
  const count = lost.reduce((sum, month) => sum + (months[month] ?? 0), 0);
  return { bars, before: lost.length ? { count, first: lost[0] ?? "", last: lost.at(-1) ?? "" } : null };
}

function distance(first: string, last: string): number {
  const at = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return at(last) - at(first);
}

function next(period: string): string {
  const year = Number(period.slice(0, 4));
  if (period.length === 4) return String(year + 1).padStart(4, "0");
  const month = Number(period.slice(5, 7));
  return month === 12 ? `${String(year + 1).padStart(4, "0")}-01` : `${period.slice(0, 4)}-${String(month + 1).padStart(2, "0")}`;
}
