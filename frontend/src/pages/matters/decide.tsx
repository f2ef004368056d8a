// What a person may say of a matter: these statements are no part of it; that matter is the same; take it back.

import { useState } from "preact/hooks";
import { data } from "../../api/data";
import type { Matter, OpenedMatter, Page, Position } from "../../api/model";
import { useData } from "../../parts/data";
import { MatterLine } from "../../parts/matter-line";
import { Problem, whyOf } from "../../parts/states";
import { NameOfReviewer, reviewer } from "../../parts/reviewer";
import { address, go } from "../../route";
import { words } from "../../words/words";

const own = words({
  en: {
    title: "Decide on this matter",
    split: "Take the chosen statements out",
    splitHint: "Choose statements that are no part of this matter.",
    join: "Join with another matter",
    joinHint: "Words in the title of the matter that is the same",
    same: "This is the same",
    made: "Decisions",
    undo: "Take back",
    by: "by",
    actions: { split: "statements taken out", join: "joined" },
  },
  es: {
    title: "Decidir sobre este asunto",
    split: "Sacar los enunciados elegidos",
    splitHint: "Elija los enunciados que no son parte de este asunto.",
    join: "Unir con otro asunto",
    joinHint: "Palabras en el título del asunto que es el mismo",
    same: "Es el mismo",
    made: "Decisiones",
    undo: "Deshacer",
    by: "por",
    actions: { split: "enunciados sacados", join: "unido" },
  },
});

interface Props {
  matter: Matter;
  positions: readonly Position[];
  decisions: OpenedMatter["decisions"];
  onDecided: () => void;
}

export function Decide({ matter, positions, decisions, onDecided }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const search = text.trim().length > 2 ? "matters" : null;
  const found = useData<Page<Matter>>(search, { text: text.trim(), kind: matter.kind, size: 8 });
  const quotes = new Map(positions.flatMap((position) => position.quotes).map((quote) => [quote.statement, quote]));

  async function decide(method: "POST" | "DELETE", path: string, body?: object): Promise<void> {
    try {
      await data().send(method, path, body);
      setProblem(null);
      setChosen(new Set());
      onDecided();
    } catch (error) {
      setProblem(whyOf(error));
    }
  }

  const by = reviewer.value.trim();
  return (
    <details class="decide">
      <summary>{own().title}</summary>
      <NameOfReviewer />
      {problem && <Problem why={problem} />}
      <fieldset>
        <legend>{own().splitHint}</legend>
        {[...quotes.values()].map((quote) => (
          <label key={quote.statement} class="choice small">
            <input
              type="checkbox"
              checked={chosen.has(quote.statement)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.currentTarget.checked) next.add(quote.statement);
                else next.delete(quote.statement);
                setChosen(next);
              }}
            />
            <span>
              “{quote.text}” <span class="soft">{quote.holder}</span>
            </span>
          </label>
        ))}
        <button
          type="button"
          disabled={!by || !chosen.size || chosen.size >= quotes.size}
          onClick={() => decide("POST", `matters/${matter.id}/splits`, { statements: [...chosen], by })}
        >
          {own().split}
        </button>
      </fieldset>
      <fieldset>
        <legend>{own().join}</legend>
        <label>
          {own().joinHint}{" "}
          <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <ul class="plain">
          {search &&
            found.value?.items
              .filter((other) => other.id !== matter.id)
              .map((other) => (
                <li key={other.id} class="row spread">
                  <ul class="plain">
                    <MatterLine matter={other} />
                  </ul>
                  <button
                    type="button"
                    disabled={!by}
                    onClick={async () => {
                      await decide("POST", `matters/${matter.id}/joins`, { other: other.id, by });
                      go(address(["matters", matter.id]));
                    }}
                  >
                    {own().same}
                  </button>
                </li>
              ))}
        </ul>
      </fieldset>
      {decisions.length > 0 && (
        <>
          <h3>{own().made}</h3>
          <ul>
            {decisions.map((decision) => (
              <li key={decision.number}>
                {own().actions[decision.action]} {own().by} {decision.by}, {decision.created_at.slice(0, 10)}{" "}
                <button
                  type="button"
                  disabled={!by}
                  onClick={() => decide("DELETE", `matters/decisions/${decision.number}?by=${encodeURIComponent(by)}`)}
                >
                  {own().undo}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
