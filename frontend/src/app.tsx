// The frame around every page: where one is, where one can go, language and light.

import type { Signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { data } from "./api/data";
import { type Language, language, theme } from "./choices";
import { PAGES, pageAt } from "./pages";
import { shownAnswers } from "./parts/answers";
import { pictured } from "./parts/picture";
import { SaveAs, jsonBlob, pngBlob, svgBlob } from "./parts/save";
import { Problem } from "./parts/states";
import { address, route } from "./route";
import { words } from "./words/words";

const own = words({
  en: {
    skip: "Skip to the page",
    pages: "Pages",
    menu: "Menu",
    language: "Language",
    theme: "Colours",
    themes: { auto: "Light or dark", light: "Light", dark: "Dark" },
    save: "Save this view as",
    unknown: "There is no page at this address.",
  },
  es: {
    skip: "Ir al contenido",
    pages: "Páginas",
    menu: "Menú",
    language: "Idioma",
    theme: "Colores",
    themes: { auto: "Claro u oscuro", light: "Claro", dark: "Oscuro" },
    save: "Guardar esta vista como",
    unknown: "No hay página en esta dirección.",
  },
});

export function App() {
  const { path } = route.value;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const where = path.join("/");
  const page = pageAt(path);
  const title = page ? page.title() : own().unknown;

  useEffect(() => {
    document.title = `${title} · Dissensus`;
  }, [title]);

  // A new page is read from its beginning, also by those who hear it.
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus();
    scrollTo(0, 0);
  }, [where]);

  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {own().skip}
      </a>
      <Top current={path[0] ?? ""} />
      <main id="main" tabIndex={-1} ref={main}>
        {page ? <page.View key={page.path} /> : <Problem why={own().unknown} />}
        {page && !page.savesItself && <SaveView name={page.path || "overview"} />}
      </main>
    </>
  );
}

/** What the view shows, as a picture and as the data behind it. */
function SaveView({ name }: { name: string }) {
  const picture = () => {
    const main = document.querySelector("main");
    if (!main) throw new Error("there is nothing to save");
    return pictured(main);
  };
  return (
    <SaveAs
      label={own().save}
      choices={[
        { format: "SVG", file: `${name}.svg`, make: () => svgBlob(picture()) },
        { format: "PNG", file: `${name}.png`, make: () => pngBlob(picture()) },
        { format: "JSON", file: `${name}.json`, make: () => jsonBlob({ address: location.hash, answers: shownAnswers() }) },
      ]}
    />
  );
}

function Top({ current }: { current: string }) {
  const shown = PAGES.filter((page) => page.inMenu && !(page.writes && data().published));
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [current]);
  const folded = open ? "" : " folded";
  return (
    <header class="top">
      <div>
        <a class="name" href={address([])}>
          <img src="icon.svg" alt="" width="26" height="26" /> Dissensus
        </a>
        <button type="button" class="unfold" aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}>
          <span aria-hidden="true">☰</span> {own().menu}
        </button>
        <div class={`choices${folded}`}>
          <Choice label={own().language} value={language} names={LANGUAGES} />
          <Choice label={own().theme} value={theme} names={own().themes} />
        </div>
        <nav id="menu" class={folded.trim()} aria-label={own().pages}>
          <ul class="plain">
            {shown.map((page) => (
              <li key={page.path}>
                <a
                  href={address(page.path ? [page.path] : [])}
                  aria-current={page.path === current ? "page" : undefined}
                  onClick={() => setOpen(false)}
                >
                  {page.title()}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

const LANGUAGES: Record<Language, string> = { en: "English", es: "Español" };

interface ChoiceProps<T extends string> {
  label: string;
  value: Signal<T>;
  names: Record<T, string>;
}

function Choice<T extends string>({ label, value, names }: ChoiceProps<T>) {
  return (
    <label>
      <span class="hidden">{label}</span>
      <select value={value.value} onChange={(event) => (value.value = event.currentTarget.value as T)}>
        {(Object.entries(names) as [T, string][]).map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
