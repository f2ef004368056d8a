// Saying that another actor is this one, and taking it back.

import { useState } from "preact/hooks";
import { data } from "../../api/data";
import type { ActorLine, Portrayed } from "../../api/model";
import { ActorPicker } from "../../parts/pickers";
import { NameOfReviewer, reviewer } from "../../parts/reviewer";
import { Problem, whyOf } from "../../parts/states";
import { words } from "../../words/words";

const own = words({
  en: {
    title: "Another actor is this one",
    which: "Which actor",
    merge: (one: string, kept: string) => `“${one}” is “${kept}”`,
    choose: "Choose an actor first",
    merged: "People said these are this one",
    undo: "Take back",
    by: "by",
  },
  es: {
    title: "Otro actor es este",
    which: "Qué actor",
    merge: (one: string, kept: string) => `“${one}” es “${kept}”`,
    choose: "Primero elija un actor",
    merged: "Se dijo que estos son el mismo",
    undo: "Deshacer",
    by: "por",
  },
});

export function Merging({ told, onMerged }: { told: Portrayed; onMerged: () => void }) {
  const [other, setOther] = useState<ActorLine | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { actor, merged } = told;
  const by = reviewer.value.trim();

  async function decide(method: "POST" | "DELETE", path: string, body?: object): Promise<void> {
    try {
      await data().send(method, path, body);
      setProblem(null);
      setOther(null);
      onMerged();
    } catch (error) {
      setProblem(whyOf(error));
    }
  }

  const chosen = other && other.id !== actor.id ? other : null;
  return (
    <details>
      <summary>{own().title}</summary>
      <NameOfReviewer />
      {problem && <Problem why={problem} />}
      <div class="row">
        <ActorPicker label={own().which} name={other?.name ?? ""} onChoose={setOther} />
        <button
          type="button"
          disabled={!by || !chosen}
          onClick={() => decide("POST", "actors/merges", { kept: actor.id, merged: chosen?.id, by })}
        >
          {chosen ? own().merge(chosen.name, actor.name) : own().choose}
        </button>
      </div>
      {merged.length > 0 && (
        <>
          <h3>{own().merged}</h3>
          <ul>
            {merged.map((merge) => (
              <li key={merge.number}>
                {told.merged_names[merge.merged] ?? merge.merged} ({own().by} {merge.by}, {merge.at.slice(0, 10)}){" "}
                <button
                  type="button"
                  disabled={!by}
                  onClick={() => decide("DELETE", `actors/merges/${merge.number}?by=${encodeURIComponent(by)}`)}
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
