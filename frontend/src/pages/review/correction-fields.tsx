// The fields of a correction.

import { useId, useState } from "preact/hooks";
import type { ActorLine, ActorRef, Statement } from "../../api/model";
import { Picker } from "../../parts/picker";
import { ActorPicker, actorChoices } from "../../parts/pickers";
import { own } from "./words";

function reference(actor: ActorLine): ActorRef {
  return { id: actor.id, name: actor.name, country: actor.country, type: actor.type, aliases: [], why: "chosen by a person" };
}

export function Parties({ label, list, onChange }: { label: string; list: readonly ActorRef[]; onChange: (list: ActorRef[]) => void }) {
  const [turn, setTurn] = useState(0);
  return (
    <fieldset class="row">
      <legend>{label}</legend>
      {list.map((actor) => (
        <span key={actor.id} class="row tight chip">
          {actor.name}
          <button
            type="button"
            aria-label={own().remove(actor.name)}
            onClick={() => onChange(list.filter((one) => one.id !== actor.id))}
          >
            ×
          </button>
        </span>
      ))}
      <ActorPicker
        key={turn}
        label={own().add}
        onChoose={(actor) => {
          if (actor && !list.some((one) => one.id === actor.id)) {
            onChange([...list, reference(actor)]);
            setTurn(turn + 1);
          }
        }}
      />
    </fieldset>
  );
}

export function One({ label, actor, onChange }: { label: string; actor: ActorRef; onChange: (actor: ActorRef) => void }) {
  return <ActorPicker label={label} name={actor.name} onChoose={(chosen) => chosen && onChange(reference(chosen))} />;
}

/** An actor, or words for those who are counted. */
export function Subject({ subject, onChange }: { subject: ActorRef | string; onChange: (subject: ActorRef | string) => void }) {
  const name = typeof subject === "string" ? subject : subject.name;
  async function search(typed: string, signal: AbortSignal) {
    const found = await actorChoices(typed, signal);
    return found.map((one) => ({ ...one, value: reference(one.value) as ActorRef | string }));
  }
  return (
    <Picker label={own().subject} name={name} search={search} onTyped={onChange} onChoose={(one) => one && onChange(one)} />
  );
}

export function Speaker({ statement, onChange }: { statement: Statement; onChange: (holder: Statement["holder"]) => void }) {
  const { holder } = statement;
  return (
    <fieldset class="row">
      <legend>{own().holder}</legend>
      <label class="row tight">
        <input
          type="checkbox"
          checked={holder.is_author}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? { name: "the author", is_author: true }
                : { name: holder.name, is_author: false },
            )
          }
        />
        {own().author}
      </label>
      {!holder.is_author && (
        <ActorPicker
          label={own().name}
          name={holder.name}
          onChoose={(actor) => actor && onChange({ id: actor.id, name: actor.name, is_author: false })}
        />
      )}
    </fieldset>
  );
}

export function Dates({ start, end, onChange }: { start: string; end: string; onChange: (start: string, end: string) => void }) {
  return (
    <div class="row">
      <Text label={own().from} hint={own().dateHint} value={start} onChange={(value) => onChange(value, end)} />
      <Text label={own().to} hint={own().dateHint} value={end} onChange={(value) => onChange(start, value)} />
    </div>
  );
}

interface TextProps {
  label: string;
  value: string;
  hint?: string;
  wide?: boolean;
  onChange: (value: string) => void;
}

export function Text({ label, value, hint, wide, onChange }: TextProps) {
  const id = useId();
  return (
    <span class={wide ? "field wide" : "field"}>
      <label for={id}>{label}</label>
      <input id={id} value={value} placeholder={hint} onInput={(event) => onChange(event.currentTarget.value)} />
    </span>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  choices: Record<string, string>;
  onChange: (value: string) => void;
}

export function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <span class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {Object.entries(choices).map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
