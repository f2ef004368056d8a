// How far reviewers agree with each other and with the program, and on what they do not.

import { useState } from "preact/hooks";
import type { InContext, Reliability } from "../../api/model";
import { useData } from "../../parts/data";
import { saidPlainly } from "../../parts/say";
import { Nothing, Shown } from "../../parts/states";
import { address } from "../../route";
import { recordWords } from "../../words/record";
import { number, words } from "../../words/words";

const own = words({
  en: {
    intro:
      "Krippendorff's alpha takes chance off: 1 is always agreed, 0 is as by chance; a dash where chance cannot be told. The program counts as a reviewer who stands by what it found.",
    none: "Nobody has reviewed anything yet.",
    pair: "Reviewers",
    facets: { kept: "kept", parties: "parties", type: "type", sign: "sign", holder: "holder", commitment: "firmness" },
    of: (agreed: string, shared: string) => `${agreed} of ${shared}`,
    disagreements: "What reviewers do not see alike",
    more: "Show more",
    alike: "Reviewers see alike whatever two of them judged.",
  },
  es: {
    intro:
      "El alfa de Krippendorff descuenta el azar: 1 es siempre de acuerdo, 0 es como por azar; una raya donde no se puede saber. El programa cuenta como un revisor que sostiene lo que encontró.",
    none: "Nadie ha revisado nada todavía.",
    pair: "Revisores",
    facets: { kept: "se conserva", parties: "partes", type: "tipo", sign: "signo", holder: "quién lo dice", commitment: "firmeza" },
    of: (agreed: string, shared: string) => `${agreed} de ${shared}`,
    disagreements: "Lo que los revisores no ven igual",
    more: "Mostrar más",
    alike: "Los revisores ven igual todo lo que juzgaron dos de ellos.",
  },
});

const STEP = 30;
const FACETS = ["kept", "parties", "type", "sign", "holder", "commitment"] as const;

export function Agreement() {
  const told = useData<Reliability>("reviews/reliability");
  return (
    <>
      <p class="soft">{own().intro}</p>
      <Shown data={told}>
        {(value) => (value.reviewers.length ? <Told reliability={value} /> : <Nothing>{own().none}</Nothing>)}
      </Shown>
    </>
  );
}

function Told({ reliability }: { reliability: Reliability }) {
  const [shown, setShown] = useState(STEP);
  const pairs = [...new Set(reliability.pairs.map((pair) => `${pair.first}\n${pair.second}`))];
  return (
    <>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{own().pair}</th>
              {FACETS.map((facet) => (
                <th key={facet} scope="col">
                  {own().facets[facet]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pairs.map((key) => {
              const [first, second] = key.split("\n");
              return (
                <tr key={key}>
                  <th scope="row">
                    {first}, {second}
                  </th>
                  {FACETS.map((facet) => {
                    const pair = reliability.pairs.find(
                      (one) => one.first === first && one.second === second && one.facet === facet,
                    );
                    if (!pair?.shared) return <td key={facet}>–</td>;
                    return (
                      <td key={facet}>
                        {own().of(number(pair.agreed), number(pair.shared))}{" "}
                        <span class="small soft">
                          α {pair.alpha === null ? "–" : number(pair.alpha, { maximumFractionDigits: 2 })}
                        </span>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <h2>{own().disagreements}</h2>
      {!reliability.disagreements.length && <Nothing>{own().alike}</Nothing>}
      <ul>
        {reliability.disagreements.slice(0, shown).map((one) => (
          <li key={one.statement}>
            <Judged id={one.statement} />:{" "}
            {one.facets.map((facet) => own().facets[facet]).join(", ")} (
            {Object.entries(one.verdicts)
              .map(([name, state]) => `${name}: ${recordWords().reviews[state]}`)
              .join("; ")}
            )
          </li>
        ))}
      </ul>
      {reliability.disagreements.length > shown && (
        <button type="button" onClick={() => setShown(shown + STEP)}>
          {own().more}
        </button>
      )}
    </>
  );
}

/** What a statement says, with the way to review it. */
function Judged({ id }: { id: string }) {
  const told = useData<InContext>(`statements/${id}`);
  return <a href={address(["review"], { statement: id })}>{told.value ? saidPlainly(told.value.statement) : "…"}</a>;
}
