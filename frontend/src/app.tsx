// The frame around every page: where one is, where one can go, language and light.

import { useEffect, useRef } from "preact/hooks";
import { data } from "./api/data";
import { type Language, type Theme, language, theme } from "./choices";
import { PAGES, pageAt } from "./pages";
import { Problem } from "./parts/states";
import { address, route } from "./route";
import { words } from "./words/words";

const own = words({
  en: {
    skip: "Skip to the page",
    pages: "Pages",
    language: "Language",
    theme: "Light",
    themes: { auto: "as the system", light: "light", dark: "dark" },
    unknown: "There is no page at this address.",
  },
  es: {
    skip: "Ir al contenido",
    pages: "Páginas",
    language: "Idioma",
    theme: "Luz",
    themes: { auto: "como el sistema", light: "claro", dark: "oscuro" },
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
      </main>
    </>
  );
}

function Top({ current }: { current: string }) {
  const shown = PAGES.filter((page) => page.inMenu && !(page.writes && data().published));
  return (
    <header class="top">
      <div>
        <a class="name" href={address([])}>
          <img src="icon.svg" alt="" width="26" height="26" /> Dissensus
        </a>
        <nav aria-label={own().pages}>
          <ul class="plain">
            {shown.map((page) => (
              <li key={page.path}>
                <a
                  href={address(page.path ? [page.path] : [])}
                  aria-current={page.path === current ? "page" : undefined}
                >
                  {page.title()}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="choices">
          <label>
            <span class="hidden">{own().language}</span>
            <select
              value={language.value}
              onChange={(event) => (language.value = event.currentTarget.value as Language)}
            >
              <option value="en">English</option>
              <option value="es">Español</option>
            </select>
          </label>
          <label>
            <span class="hidden">{own().theme}</span>
            <select value={theme.value} onChange={(event) => (theme.value = event.currentTarget.value as Theme)}>
              {(["auto", "light", "dark"] as const).map((one) => (
                <option key={one} value={one}>
                  {own().themes[one]}
                </option>
              ))}
            </select>
          </label>
        </div>
      </div>
    </header>
  );
}
