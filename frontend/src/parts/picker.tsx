// Choosing one of many by typing a piece of its name (ARIA combobox with a list).

import { useEffect, useId, useState } from "preact/hooks";
import { words } from "../words/words";

const own = words({
  en: { none: "Nothing is called so.", found: (count: number) => `${count} found` },
  es: { none: "Nada se llama así.", found: (count: number) => `${count} encontrados` },
});

export interface Choice<T> {
  id: string;
  name: string;
  /** What tells it from others of that name. */
  detail?: string;
  value: T;
}

interface Props<T> {
  label: string;
  /** Shown at first. */
  name: string;
  /** What can be chosen, best first. */
  search: (typed: string, signal: AbortSignal) => Promise<Choice<T>[]>;
  onChoose: (chosen: T | null) => void;
  /** What is typed may be taken as it is, by Enter. */
  onTyped?: (typed: string) => void;
}

const WAIT = 150;

export function Picker<T>({ label, name, search, onChoose, onTyped }: Props<T>) {
  const id = useId();
  const [text, setText] = useState(name);
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<Choice<T>[]>([]);
  const [at, setAt] = useState(-1);

  useEffect(() => setText(name), [name]);

  useEffect(() => {
    if (!open || !text.trim()) {
      setFound([]);
      return;
    }
    const control = new AbortController();
    const timer = setTimeout(() => {
      search(text.trim(), control.signal)
        .then(setFound)
        .catch(() => setFound([]));
      setAt(-1);
    }, WAIT);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [text, open]);

  function choose(choice: Choice<T>): void {
    setText(choice.name);
    setOpen(false);
    onChoose(choice.value);
  }

  function key(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((before) => Math.max(-1, Math.min(found.length - 1, before + step)));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      const choice = found[onTyped ? at : Math.max(at, 0)];
      if (choice) choose(choice);
      else if (onTyped && text.trim()) {
        setOpen(false);
        onTyped(text.trim());
      }
    } else if (event.key === "Escape") {
      setOpen(false);
    }
  }

  const shown = open && text.trim() !== "";
  return (
    <div class="picker" onFocusOut={(event) => closing(event) && setOpen(false)}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="search"
        role="combobox"
        autocomplete="off"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          if (!event.currentTarget.value) onChoose(null);
        }}
        onKeyDown={key}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} class="plain" hidden={!shown}>
        {found.map((choice, place) => (
          <li
            key={choice.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(choice);
            }}
          >
            {choice.name} {choice.detail && <span class="soft small">{choice.detail}</span>}
          </li>
        ))}
        {!found.length && (
          <li role="option" aria-selected={false} aria-disabled="true" class="soft">
            {own().none}
          </li>
        )}
      </ul>
      <span class="hidden" role="status">
        {shown ? own().found(found.length) : ""}
      </span>
    </div>
  );
}

function closing(event: FocusEvent & { currentTarget: Element }): boolean {
  return !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget));
}
