// With whom each source agrees on the matters they share, and which matters divide them.

import { data } from "../../api/data";
import type { AgreementView } from "../../api/model";
import { language } from "../../choices";
import { useData } from "../../parts/data";
import { SaveAs, csvBlob, jsonBlob } from "../../parts/save";
import { Nothing, Shown } from "../../parts/states";
import { address } from "../../route";
import { matterWords } from "../../words/matters";
import { listed, number, words } from "../../words/words";

const own = words({
  en: {
    title: "Who agrees with whom",
    intro:
      "Of the matters on which both take a side, those on which it is the same. Krippendorff's alpha takes chance off: 1 is always agreed, 0 is as by chance; it is told from five shared matters upwards.",
    overall: (alpha: string, matters: string) => `All sources together: alpha ${alpha} over ${matters} matters.`,
    some: (compared: string, all: string) => `Compared are the ${compared} sources, of ${all}, that take most positions.`,
    most: (compared: string) => `On these published pages the ${compared} pairs that share most matters can be opened side by side.`,
    too_few: "No two sources take a side on the same matter.",
    of: (agreed: string, shared: string) => `${agreed} of ${shared}`,
    groups: "Those that side with each other",
    dividers: "What divides them",
    compare: "Compare",
  },
  es: {
    title: "Quién concuerda con quién",
    intro:
      "De los asuntos en que ambas toman partido, aquellos en que es el mismo. El alfa de Krippendorff descuenta el azar: 1 es siempre, 0 es como por azar; se da desde cinco asuntos compartidos.",
    overall: (alpha: string, matters: string) => `Todas las fuentes juntas: alfa ${alpha} en ${matters} asuntos.`,
    some: (compared: string, all: string) => `Se comparan las ${compared} fuentes, de ${all}, que toman más posiciones.`,
    most: (compared: string) =>
      `En estas páginas publicadas pueden verse lado a lado los ${compared} pares que comparten más asuntos.`,
    too_few: "No hay dos fuentes que tomen partido en el mismo asunto.",
    of: (agreed: string, shared: string) => `${agreed} de ${shared}`,
    groups: "Las que están del mismo lado",
    dividers: "Qué las divide",
    compare: "Comparar",
  },
});

const MOST = 12;

export function AgreementSection() {
  const view = useData<AgreementView>("sources/agreement");
  return (
    <section>
      <h2>{own().title}</h2>
      <p class="soft small">{own().intro}</p>
      <Shown data={view}>{(value) => (value.agreement.pairs.length ? <Told {...value} /> : <Nothing>{own().too_few}</Nothing>)}</Shown>
    </section>
  );
}

function Told({ agreement, titles, other_titles, sources: compared, sources_in_all: in_all }: AgreementView) {
  const { one, stances } = matterWords();
  const told = other_titles[language.value] ?? titles;
  const weight = new Map<string, number>();
  for (const pair of agreement.pairs) {
    for (const { key } of [pair.first, pair.second]) weight.set(key, (weight.get(key) ?? 0) + pair.shared);
  }
  const known = new Map(agreement.pairs.flatMap(({ first, second }) => [first, second]).map((one) => [one.key, one]));
  const sources = [...known.values()].sort((a, b) => (weight.get(b.key) ?? 0) - (weight.get(a.key) ?? 0)).slice(0, MOST);
  const pairs = new Map(agreement.pairs.map((pair) => [[pair.first.key, pair.second.key].sort().join("\n"), pair]));
  const comparable = new Set([...agreement.pairs].sort((a, b) => b.shared - a.shared).slice(0, data().compared));
  const between = (one: string, other: string) => pairs.get([one, other].sort().join("\n"));
  return (
    <>
      <div class="row spread">
        <p>
          {agreement.alpha !== null &&
            own().overall(number(agreement.alpha, { maximumFractionDigits: 2 }), number(agreement.matters))}{" "}
          {compared < in_all && own().some(number(compared), number(in_all))}{" "}
          {comparable.size < agreement.pairs.length && own().most(number(comparable.size))}
        </p>
        <SaveAs
          choices={[
            {
              format: "CSV",
              file: "agreement.csv",
              make: () =>
                csvBlob(
                  ["first", "second", "shared", "agreed", "alpha"],
                  agreement.pairs.map((pair) => [pair.first.name, pair.second.name, pair.shared, pair.agreed, pair.alpha]),
                ),
            },
            { format: "JSON", file: "agreement.json", make: () => jsonBlob(agreement) },
          ]}
        />
      </div>
      <div class="scroll agreement" tabIndex={0} role="region" aria-label={own().title}>
        <table>
          <thead>
            <tr>
              <td />
              {sources.map((source) => (
                <th key={source.key} scope="col">
                  {source.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sources.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {sources.map((column) => {
                  const pair = row.key === column.key ? undefined : between(row.key, column.key);
                  if (!pair) return <td key={column.key} />;
                  const share = pair.agreed / pair.shared;
                  return (
                    <td key={column.key} class={share > 0.5 ? "together" : share < 0.5 ? "apart" : ""}>
                      {comparable.has(pair) ? (
                        <a href={address(["sources", row.key, column.key])} title={`${own().compare}: ${row.name}, ${column.name}`}>
                          {own().of(number(pair.agreed), number(pair.shared))}
                        </a>
                      ) : (
                        own().of(number(pair.agreed), number(pair.shared))
                      )}
                      {pair.alpha !== null && pair.alpha !== undefined && (
                        <span class="small soft alpha"> α {number(pair.alpha, { maximumFractionDigits: 2 })}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="grid">
        {agreement.groups.length > 0 && (
          <section>
            <h3>{own().groups}</h3>
            <ul>
              {agreement.groups.map((group) => (
                <li key={group[0]?.key}>{group.map((source) => source.name).join(", ")}</li>
              ))}
            </ul>
          </section>
        )}
        {agreement.dividers.length > 0 && (
          <section>
            <h3>{own().dividers}</h3>
            <ul>
              {agreement.dividers.map((divider) => (
                <li key={divider.matter}>
                  <a href={address(["matters", divider.matter])}>{told[divider.matter] ?? divider.matter}</a>
                  <ul class="small">
                    {divider.sides.map((side) => (
                      <li key={side.sources[0]?.key}>
                        {listed(side.sources.map((source) => source.name))} {(side.sources.length === 1 ? one : stances)[side.stance]}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
