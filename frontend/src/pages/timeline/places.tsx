// The places of the map as a list: what the picture shows, and the same choices by key.

import { ask } from "../../route";
import { countryName } from "../../words/countries";
import { compare, number } from "../../words/words";
import { turnCountry } from "./asking";
import type { Where } from "./events";
import type { Spot } from "./spots";
import { own } from "./words";

export function Places({ spots, where }: { spots: readonly Spot[]; where: Where }) {
  if (!spots.length && !where.countries.length) return null;
  return (
    <div class="places">
      <h3 id="places-title">{own().places}</h3>
      <ul class="plain" aria-labelledby="places-title">
        {byCountry(spots, where).map(({ code, name, count, towns }) => (
          <li key={code ?? ""}>
            {code && (
              <button type="button" class="bare" aria-pressed={where.countries.includes(code)} onClick={() => turnCountry(code)}>
                {name} <span class="soft">{number(count)}</span>
              </button>
            )}
            <ul class="plain towns">
              {towns.map((spot) => (
                <li key={spot.id}>
                  <button
                    type="button"
                    class="bare small"
                    aria-pressed={where.place === spot.name}
                    onClick={() => ask({ place: where.place === spot.name ? null : spot.name })}
                  >
                    {spot.name} <span class="soft">{number(spot.count)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Country {
  code: string | null;
  name: string;
  count: number;
  towns: Spot[];
}

function byCountry(spots: readonly Spot[], where: Where): Country[] {
  const countries = new Map<string | null, Country>();
  const known = (code: string | null) => {
    const country = countries.get(code) ?? { code, name: code ? countryName(code) : "", count: 0, towns: [] };
    countries.set(code, country);
    return country;
  };
  for (const spot of spots) {
    const country = known(spot.country);
    country.count += spot.count;
    if (!spot.whole) country.towns.push(spot);
  }
  for (const code of where.countries) known(code);
  return [...countries.values()].sort((one, other) => other.count - one.count || compare(one.name, other.name));
}

/** What the map narrows the events to, with a way back. */
export function WhereChosen({ where }: { where: Where }) {
  const parts = [...where.countries.map(countryName), where.place, where.area && own().area].filter(Boolean);
  if (!parts.length) return null;
  return (
    <p class="row small">
      <span>
        {own().chosenPlace}: <strong>{parts.join(", ")}</strong>
      </span>
      <button type="button" onClick={() => ask({ country: null, place: null, area: null })}>
        {own().everywhere}
      </button>
    </p>
  );
}
