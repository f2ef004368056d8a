// Fields of filters: they tell of a change when the person pauses, so that every letter is no question to the server.

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { words } from "../words/words";

const own = words({
  en: { date: "2019 or 2019-11", wrong: "Write 2019, 2019-11 or 2019-11-10." },
  es: { date: "2019 o 2019-11", wrong: "Escriba 2019, 2019-11 o 2019-11-10." },
});

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

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Tells of what is a date only; until then says what one looks like. */
export function FieldOfDate({ label, value, onChange }: Pick<TextProps, "label" | "value" | "onChange">) {
  const [wrong, setWrong] = useState(false);
  return (
    <span class="field">
      <FieldOfText
        label={label}
        value={value}
        placeholder={own().date}
        onChange={(date) => {
          const bad = date !== "" && !DATE.test(date);
          setWrong(bad);
          if (!bad) onChange(date);
        }}
      />
      <span class="against" role="status">
        {wrong && own().wrong}
      </span>
    </span>
  );
}
