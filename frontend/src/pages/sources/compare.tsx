// Two sources side by side.

import type { Comparison, MatterInShort, Position } from "../../api/model";
import { useData } from "../../parts/data";
import { MatterLine, titleOf } from "../../parts/matter-line";
import { Nothing, Shown } from "../../parts/states";
import { address } from "../../route";
import { matterWords } from "../../words/matters";
import { recordWords } from "../../words/record";
import { counted, number, words } from "../../words/words";

const own = words({
  en: {
    all: "All sources",
    title: (one: string, other: string) => `${one} and ${other}`,
    agreed: (agreed: string, shared: string) => `Both take a side on ${shared} and agree on ${agreed} of these.`,
    parted: "Where they part ways",
    same: "Where they agree",
    only: (one: string, other: string) => `${one} speaks, ${other} is silent`,
    none: "none",
  },
  es: {
    all: "Todas las fuentes",
    title: (one: string, other: string) => `${one} y ${other}`,
    agreed: (agreed: string, shared: string) => `Ambas toman partido en ${shared} y concuerdan en ${agreed}.`,
    parted: "Dónde discrepan",
    same: "Dónde concuerdan",
    only: (one: string, other: string) => `${one} habla, ${other} calla`,
    none: "ninguno",
  },
});

export function Compare({ first, second }: { first: string; second: string }) {
  const told = useData<Comparison>("sources/compare", { first, second });
  return (
    <>
      <p class="small">
        <a href={address(["sources"])}>← {own().all}</a>
      </p>
      <Shown data={told}>{(value) => <Told comparison={value} />}</Shown>
    </>
  );
}

function Told({ comparison }: { comparison: Comparison }) {
  const { first, second, agreement } = comparison;
  return (
    <>
      <h1>{own().title(first.name, second.name)}</h1>
      <p>{own().agreed(number(agreement.agreed), counted(agreement.shared, recordWords().matters))}</p>
      <section>
        <h2>{own().parted}</h2>
        {!comparison.parted.length && <Nothing>{own().none}</Nothing>}
        {comparison.parted.map((difference) => (
          <section key={difference.matter.id} class="card parting">
            <h3>
              <a href={address(["matters", difference.matter.id])}>{titleOf(difference.matter)}</a>
            </h3>
            <div class="grid">
              <Side position={difference.first} />
              <Side position={difference.second} />
            </div>
          </section>
        ))}
      </section>
      <Matters title={own().same} matters={comparison.agreed} />
      <Matters title={own().only(first.name, second.name)} matters={comparison.only_first} />
      <Matters title={own().only(second.name, first.name)} matters={comparison.only_second} />
    </>
  );
}

function Side({ position }: { position: Position }) {
  const quote = position.quotes[0];
  return (
    <div>
      <p>
        <strong>{position.source.name}</strong> {matterWords().one[position.stance]}
      </p>
      {quote && (
        <blockquote>
          <a class="quiet" href={address(["documents", quote.document], { statement: quote.statement })}>
            “{quote.text}”
          </a>
        </blockquote>
      )}
    </div>
  );
}

function Matters({ title, matters }: { title: string; matters: readonly MatterInShort[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {!matters.length && <Nothing>{own().none}</Nothing>}
      <ul class="plain">
        {matters.map((matter) => (
          <MatterLine key={matter.id} matter={matter} />
        ))}
      </ul>
    </section>
  );
}
