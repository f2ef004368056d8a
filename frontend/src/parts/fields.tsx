// Fields of filters: they tell of a change when the person pauses, so that every letter is no question to the server.

import { useEffect, useId, useRef, useState } from "preact/hooks";

interface TextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: "search" | "text" | "number";
  placeholder?: string;
}

const PAUSE = 300;

export function FieldOfText({ label, value, onChange, type = "search", placeholder }: TextProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <span class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={typed}
        placeholder={placeholder}
        onInput={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onChange(next.trim()), PAUSE);
        }}
      />
    </span>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T | "";
  /** What to choose from, in order, by value; `any` stands for no choice. */
  choices: readonly (readonly [T, string])[];
  any?: string;
  onChange: (value: T | "") => void;
}

export function FieldOfChoice<T extends string>({ label, value, choices, any, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <span class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as T | "")}>
        {any !== undefined && <option value="">{any}</option>}
        {choices.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
