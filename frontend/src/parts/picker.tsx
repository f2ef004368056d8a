// Choosing an actor by typing a piece of its name (ARIA combobox with a list).

import { useEffect, useId, useState } from "preact/hooks";
import { data } from "../api/data";
import type { ActorLine, Page } from "../api/model";
import { recordWords } from "../words/record";
import { words } from "../words/words";

const own = words({
  en: { none: "No actor is called so.", found: (count: number) => `${count} found` },
  es: { none: "Ningún actor se llama así.", found: (count: number) => `${count} encontrados` },
});

interface Props {
  label: string;
  /** Shown at first. */
  name?: string;
  onChoose: (actor: ActorLine | null) => void;
}

const WAIT = 150;

export function ActorPicker({ label, name = "", onChoose }: Props) {
  const id = useId();
  const [text, setText] = useState(name);
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<ActorLine[]>([]);
  const [at, setAt] = useState(-1);

  useEffect(() => setText(name), [name]);

  useEffect(() => {
    if (!open || !text.trim()) {
      setFound([]);
      return;
    }
    const control = new AbortController();
    const timer = setTimeout(() => {
      data()
        .get<Page<ActorLine>>("actors", { search: text.trim(), size: 12 }, control.signal)
        .then((page) => setFound(page.items))
        .catch(() => setFound([]));
      setAt(-1);
    }, WAIT);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [text, open]);

  function choose(actor: ActorLine | null): void {
    setText(actor?.name ?? "");
    setOpen(false);
    onChoose(actor);
  }

  function key(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((before) => Math.max(-1, Math.min(found.length - 1, before + step)));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      const actor = found[Math.max(at, 0)];
      if (actor) choose(actor);
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
        {found.map((actor, place) => (
          <li
            key={actor.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(actor);
            }}
          >
            {actor.name} <span class="soft small">{recordWords().types[actor.type]}</span>
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
