// A document as read, what was found in it marked where it stands, and in the margin what that is and why.

import { Fragment } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Kind, OpenedDocument, Statement } from "../../api/model";
import { useData } from "../../parts/data";
import { Shown } from "../../parts/states";
import { address, ask, route } from "../../route";
import { recordWords } from "../../words/record";
import { date, languageName, number, words } from "../../words/words";
import { MarginNote } from "./margin";
import { PlainText } from "./text";

const KINDS: readonly Kind[] = ["event", "tie", "figure", "label"];

const own = words({
  en: {
    kinds: "Show",
    found: "What was found here",
    none: "Nothing was found in this text.",
    hidden: "Nothing of the kinds chosen was found in this text.",
    back: "All documents",
    foreign: (language: string) => `Language: ${language}. Only texts in English are analysed in full; in others little or nothing is found.`,
  },
  es: {
    kinds: "Mostrar",
    found: "Lo que se encontró aquí",
    none: "No se encontró nada en este texto.",
    hidden: "No se encontró nada de las clases elegidas.",
    back: "Todos los documentos",
    foreign: (language: string) => `Idioma: ${language}. Solo los textos en inglés se analizan por completo; en otros se encuentra poco o nada.`,
  },
});

export function Reader({ id }: { id: string }) {
  const opened = useData<OpenedDocument>(`documents/${encodeURIComponent(id)}`);
  return <Shown data={opened}>{(value) => <Opened {...value} />}</Shown>;
}

function Opened({ document, statements }: OpenedDocument) {
  const chosen = route.value.query.get("statement");
  const hidden = new Set((route.value.query.get("without") ?? "").split(",").filter(Boolean));
  const shown = useMemo(
    () => statements.filter((statement) => !hidden.has(statement.kind)),
    [statements, [...hidden].join()],
  );
  const margin = useRef<HTMLOListElement>(null);
  const [jump, setJump] = useState(0);

  useEffect(() => {
    if (!chosen) return;
    const note = noteOf(chosen);
    if (note) bring(note);
  }, [chosen, shown]);

  function noteOf(id: string): Element | null | undefined {
    return margin.current?.querySelector(`[data-statement="${CSS.escape(id)}"]`);
  }

  function choose(statement: Statement | null, scroll: boolean): void {
    ask({ statement: statement?.id ?? null });
    if (scroll) setJump((before) => before + 1);
  }

  const of: Record<Kind, number> = { event: 0, tie: 0, figure: 0, label: 0 };
  for (const statement of statements) of[statement.kind] += 1;
  const details = [document.source, document.author, date(document.date), document.path].filter(Boolean);
  return (
    <>
      <p class="small">
        <a href={address(["documents"])}>← {own().back}</a>
      </p>
      <h1>{document.title ?? document.path ?? document.id}</h1>
      <p class="soft">
        {details.map((detail, place) => (
          <Fragment key={detail}>
            {place > 0 && " · "}
            <bdi>{detail}</bdi>
          </Fragment>
        ))}
      </p>
      {document.language && document.language !== "en" && (
        <p class="problem">{own().foreign(languageName(document.language))}</p>
      )}
      <fieldset class="row bare small">
        <legend class="hidden">{own().kinds}</legend>
        {KINDS.map((kind) => (
          <label key={kind} class="row tight">
            <input
              type="checkbox"
              checked={!hidden.has(kind)}
              onChange={(event) => {
                const next = new Set(hidden);
                if (event.currentTarget.checked) next.delete(kind);
                else next.add(kind);
                ask({ without: [...next].join(",") || null });
              }}
            />
            <span class={`swatch mark-${kind}`}>{recordWords().kindsMany[kind]}</span> {number(of[kind])}
          </label>
        ))}
      </fieldset>
      <div class="reader">
        <PlainText
          document={document}
          statements={shown}
          chosen={shown.find((statement) => statement.id === chosen) ?? null}
          jump={jump}
          onChoose={(statement) => choose(statement, false)}
          onSeen={(statement) => {
            const note = noteOf(statement.id);
            if (note) bring(note);
          }}
        />
        <aside aria-label={own().found}>
          <h2>{own().found}</h2>
          {!shown.length && <p class="soft">{statements.length ? own().hidden : own().none}</p>}
          <ol class="plain" ref={margin}>
            {shown.map((statement) => (
              <MarginNote
                key={statement.id}
                statement={statement}
                chosen={statement.id === chosen}
                onChoose={() => choose(statement, true)}
              />
            ))}
          </ol>
        </aside>
      </div>
    </>
  );
}

/** To the top of a margin that scrolls by itself; where it stands below the text, it stays. */
function bring(note: Element): void {
  const margin = note.closest("aside");
  if (!margin || margin.scrollHeight <= margin.clientHeight) return;
  margin.scrollTop += note.getBoundingClientRect().top - margin.getBoundingClientRect().top - ABOVE;
}

const ABOVE = 40;
