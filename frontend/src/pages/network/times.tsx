// When: at all times, as it stands in a year or a month (a slider that plays), or between two dates.

import { useEffect, useId, useState } from "preact/hooks";
import { data } from "../../api/data";
import type { NetworkView, TimesView } from "../../api/model";
import { useData } from "../../parts/data";
import { FieldOfChoice, FieldOfDate } from "../../parts/fields";
import { route } from "../../route";
import { recordWords } from "../../words/record";
import { counted, date, number, words } from "../../words/words";
import { askFor, without } from "./asking";
import { type Period, spanOf, yearsBetween } from "./periods";

const own = words({
  en: {
    time: "Time",
    modes: {
      all: "all times",
      year: "as it stands in a year",
      month: "as it stands in a month",
      window: "between two dates",
    },
    since: "From",
    until: "To",
    slider: { year: "Year", month: "Month" },
    play: "Play",
    stop: "Stop",
    bars: "How much is told",
    told: (statements: string) => `told of in ${statements}`,
    earlier: "Show earlier times too",
    later: "Leave out earlier times",
    none: "Nothing that is told has a date.",
  },
  es: {
    time: "Tiempo",
    modes: {
      all: "todo el tiempo",
      year: "como está en un año",
      month: "como está en un mes",
      window: "entre dos fechas",
    },
    since: "Desde",
    until: "Hasta",
    slider: { year: "Año", month: "Mes" },
    play: "Reproducir",
    stop: "Detener",
    bars: "Cuánto se dice",
    told: (statements: string) => `contado en ${statements}`,
    earlier: "Mostrar también tiempos anteriores",
    later: "Omitir tiempos anteriores",
    none: "Nada de lo que se dice tiene fecha.",
  },
});

type Mode = "all" | "year" | "month" | "window";

interface Props {
  always: URLSearchParams;
  base: NetworkView;
  /** Whether the network of the time asked for is here: what plays goes on only then. */
  ready: boolean;
}

export function Times({ always, base, ready }: Props) {
  const { query } = route.value;
  const { published } = data();
  const asked = published ? new URLSearchParams() : without(always, ["most"]);
  const times = useData<TimesView>("network/times", asked);
  const [all, setAll] = useState(false);
  const at = query.get("at");
  const mode: Mode = at
    ? at.length === 4
      ? "year"
      : "month"
    : query.has("since") || query.has("until")
      ? "window"
      : "all";
  const years = times.value?.years ?? yearsBetween(base.first_day, base.last_day);
  const spans = { year: spanOf(years, all, published), month: spanOf(times.value?.months ?? {}, all) };
  const modes = (Object.keys(own().modes) as Mode[]).filter((one) => !published || one === "all" || one === "year");

  function change(to: Mode | ""): void {
    const nothing = { at: null, since: null, until: null };
    if (to === "window") {
      const { periods } = spans.year;
      askFor({ ...nothing, since: periods[0]?.name ?? null, until: periods.at(-1)?.name ?? null });
    } else if (to === "year" || to === "month") {
      const inside = at ? spans[to].periods.filter(({ name }) => name.startsWith(at.slice(0, 4))) : spans[to].periods;
      askFor({ ...nothing, at: most(inside)?.name ?? null, ...(published ? { told_by: null } : {}) });
    } else {
      askFor(nothing);
    }
  }

  if (!spans.year.periods.length) return times.state === "waiting" ? null : <p class="soft small">{own().none}</p>;
  return (
    <div class="times">
      <FieldOfChoice
        label={own().time}
        value={mode}
        choices={modes.map((one) => [one, own().modes[one]] as const)}
        onChange={change}
      />
      {mode === "window" && (
        <>
          {(["since", "until"] as const).map((name) => (
            <FieldOfDate
              key={name}
              label={own()[name]}
              value={query.get(name) ?? ""}
              onChange={(date) => askFor({ [name]: date })}
            />
          ))}
        </>
      )}
      {at && (mode === "year" || mode === "month") && (
        <>
          <Slider
            key={mode}
            unit={mode}
            at={at.slice(0, mode === "year" ? 4 : 7)}
            periods={spans[mode].periods}
            ready={ready}
            bars={times.value !== null}
          />
          {(all || spans[mode].cut) && (
            <button type="button" class="small" onClick={() => setAll(!all)}>
              {all ? own().later : own().earlier}
            </button>
          )}
        </>
      )}
    </div>
  );
}

function most(periods: readonly Period[]): Period | undefined {
  return periods.reduce<Period | undefined>((best, one) => (best && best.told > one.told ? best : one), undefined);
}

const PACE = 1100;
const HEIGHT = 40;

interface SliderProps {
  unit: "year" | "month";
  at: string;
  periods: readonly Period[];
  ready: boolean;
  bars: boolean;
}

function Slider({ unit, at, periods, ready, bars }: SliderProps) {
  const id = useId();
  const [playing, setPlaying] = useState(false);
  const found = periods.findIndex(({ name }) => name >= at);
  const place = found < 0 ? periods.length - 1 : found;
  const current = periods[place];
  const highest = Math.max(...periods.map(({ told }) => told), 1);
  const move = (to: number) => askFor({ at: periods[to]?.name ?? null });

  useEffect(() => {
    if (!playing || !ready) return;
    if (place >= periods.length - 1) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => move(place + 1), PACE);
    return () => clearTimeout(timer);
  }, [playing, ready, place, periods.length]);

  return (
    <div class="slider">
      <div class="row">
        <button
          type="button"
          onClick={() => {
            if (!playing && place >= periods.length - 1) move(0);
            setPlaying(!playing);
          }}
        >
          <span aria-hidden="true">{playing ? "■" : "▶"}</span> {playing ? own().stop : own().play}
        </button>
        <strong class="now">{date(at)}</strong>
        {bars && <span class="soft small">{own().told(counted(current?.name === at ? current.told : 0, recordWords().statements))}</span>}
      </div>
      <label class="hidden" for={id}>
        {own().slider[unit]}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={periods.length - 1}
        step={1}
        value={place}
        aria-valuetext={date(at)}
        onInput={(event) => {
          setPlaying(false);
          move(Number(event.currentTarget.value));
        }}
      />
      {bars && (
        <svg
          class="bars"
          viewBox={`0 0 ${periods.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={own().bars}
        >
          {periods.map(({ name, told }, one) => {
            const height = told ? Math.max(1.5, (told / highest) * HEIGHT) : 0;
            return (
              <rect
                key={name}
                class={one === place ? "chosen" : ""}
                x={one + 0.1}
                y={HEIGHT - height}
                width={0.8}
                height={height}
                onClick={() => move(one)}
              >
                <title>{`${date(name)}: ${number(told)}`}</title>
              </rect>
            );
          })}
        </svg>
      )}
      <div class="row spread small soft">
        <span>{date(periods[0]?.name)}</span>
        <span>{date(periods.at(-1)?.name)}</span>
      </div>
    </div>
  );
}
