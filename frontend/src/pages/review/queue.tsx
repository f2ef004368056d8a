// The queue: one statement at a time, in its surroundings, and the keys that decide on it.

import { useEffect, useRef, useState } from "preact/hooks";
import { data } from "../../api/data";
import type { InContext, Kind, Page, Review, Statement } from "../../api/model";
import { letterKeys } from "../../choices";
import { useData } from "../../parts/data";
import { FilterForm } from "../../parts/filter-form";
import { FieldOfChoice } from "../../parts/fields";
import { ActorPicker, DocumentPicker } from "../../parts/pickers";
import { reviewer } from "../../parts/reviewer";
import { SaidLine, Holder, readerAddress } from "../../parts/statement";
import { Nothing, Problem, Waiting } from "../../parts/states";
import { route } from "../../route";
import { recordWords } from "../../words/record";
import { number, words } from "../../words/words";
import { Correction } from "./correction";
import { History } from "./history";

const own = words({
  en: {
    order: "In order of",
    orders: { unsure: "least sure first", confidence: "surest first", reading: "reading" },
    kind: "Kind",
    actor: "About",
    document: "Document",
    any: "any",
    left: (count: string) => `${count} left to review`,
    done: "Nothing is left to review here.",
    accept: "Accept",
    reject: "Reject",
    correct: "Correct",
    undo: "Take back",
    next: "Next",
    before: "Previous",
    by: "by",
    confidence: "confidence",
    read: "Read it where it stands",
    name: "Write your name above first.",
    keys: "Keys: A accept, R reject, C correct, U take back, J next, K previous.",
    said: { accepted: "Accepted.", rejected: "Rejected.", corrected: "Corrected.", undone: "Taken back." },
  },
  es: {
    order: "Por orden de",
    orders: { unsure: "menos seguro primero", confidence: "más seguro primero", reading: "lectura" },
    kind: "Clase",
    actor: "Sobre",
    document: "Documento",
    any: "cualquiera",
    left: (count: string) => `quedan ${count} por revisar`,
    done: "No queda nada por revisar aquí.",
    accept: "Aceptar",
    reject: "Rechazar",
    correct: "Corregir",
    undo: "Deshacer",
    next: "Siguiente",
    before: "Anterior",
    by: "por",
    confidence: "confianza",
    read: "Leer en su lugar",
    name: "Escriba antes su nombre arriba.",
    keys: "Teclas: A aceptar, R rechazar, C corregir, U deshacer, J siguiente, K anterior.",
    said: { accepted: "Aceptado.", rejected: "Rechazado.", corrected: "Corregido.", undone: "Deshecho." },
  },
});

type Ask = (changes: Record<string, string | null>) => void;

interface Props {
  changed: number;
  onChanged: () => void;
  onAsk: Ask;
}

const SIZE = 30;

export function Queue({ changed, onChanged, onAsk }: Props) {
  const { query } = route.value;
  const asked = (name: string) => query.get(name) ?? "";
  const order = (asked("order") || "unsure") as keyof ReturnType<typeof own>["orders"];
  const filter = { kind: asked("kind"), actor: asked("actor"), document: asked("document"), review: "unreviewed" };
  const [queue, setQueue] = useState<Statement[] | null>(null);
  const [at, setAt] = useState(0);
  const [told, setTold] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const single = asked("statement");
  const wanted = JSON.stringify([filter, order, single]);
  const count = useData<{ matching: number; more: boolean }>("statements/count", filter, changed);

  useEffect(() => {
    const control = new AbortController();
    const answer = single
      ? data()
          .get<InContext>(`statements/${encodeURIComponent(single)}`, {}, control.signal)
          .then((one) => [one.statement])
      : data()
          .get<Page<Statement>>("statements", { ...filter, order, size: SIZE }, control.signal)
          .then((page) => page.items);
    answer
      .then((items) => {
        setQueue(items);
        setAt(0);
        setProblem(null);
      })
      .catch((error: unknown) => {
        if (!control.signal.aborted) setProblem((error as Error).message);
      });
    return () => control.abort();
  }, [wanted]);

  async function go(step: number): Promise<void> {
    if (!queue) return;
    const next = at + step;
    if (next < queue.length || step < 0) {
      setAt(Math.max(0, next));
      return;
    }
    // The rest is asked for anew: what was decided on has left the queue.
    const page = await data().get<Page<Statement>>("statements", { ...filter, order, size: SIZE });
    const seen = new Set(queue.map((one) => one.id));
    const more = page.items.filter((one) => !seen.has(one.id));
    if (more.length) {
      setQueue([...queue, ...more]);
      setAt(next);
    }
  }

  const statement = queue?.[at];
  return (
    <>
      <FilterForm>
        <FieldOfChoice
          label={own().order}
          value={order}
          choices={Object.entries(own().orders) as [typeof order, string][]}
          onChange={(value) => onAsk({ order: value, statement: null })}
        />
        <FieldOfChoice
          label={own().kind}
          value={filter.kind as Kind | ""}
          any={own().any}
          choices={Object.entries(recordWords().kinds) as [Kind, string][]}
          onChange={(kind) => onAsk({ kind, statement: null })}
        />
        <ActorPicker
          label={own().actor}
          name={filter.actor}
          onChoose={(actor) => onAsk({ actor: actor?.name ?? null, statement: null })}
        />
        <DocumentPicker
          label={own().document}
          id={filter.document}
          onChoose={(document) => onAsk({ document, statement: null })}
        />
      </FilterForm>
      <p class="small soft" role="status">
        {count.value && own().left(number(count.value.matching) + (count.value.more ? "+" : ""))}
      </p>
      <p class="hidden" role="status">
        {told}
      </p>
      {problem && <Problem why={problem} />}
      {!queue && !problem && <Waiting />}
      {queue && !statement && <Nothing>{own().done}</Nothing>}
      {statement && (
        <One
          key={statement.id}
          statement={statement}
          onStep={(step) => void go(step)}
          onTold={setTold}
          onDecided={(now) => {
            setQueue((before) => before?.map((one) => (one.id === now.id ? now : one)) ?? null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

interface OneProps {
  statement: Statement;
  onStep: (step: number) => void;
  onDecided: (now: Statement) => void;
  /** Says what was done; it is still said when the next statement is there. */
  onTold: (message: string) => void;
}

function One({ statement, onStep, onDecided, onTold }: OneProps) {
  const [correcting, setCorrecting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [again, setAgain] = useState(0);
  const card = useRef<HTMLElement>(null);
  const context = useData<InContext>(`statements/${statement.id}`, { width: 500 }, again);
  const reviews = useData<Review[]>(`statements/${statement.id}/reviews`, {}, again);
  const by = reviewer.value.trim();
  const mine = reviews.value?.filter((review) => review.by === by && !review.undone_at).at(-1);

  async function decide(work: () => Promise<unknown>, message: string, step = 0): Promise<void> {
    if (!by) {
      setProblem(own().name);
      return;
    }
    try {
      await work();
      const { statement: now } = await data().get<InContext>(`statements/${statement.id}`);
      setProblem(null);
      setCorrecting(false);
      onTold(message);
      setAgain((before) => before + 1);
      onDecided(now);
      if (step) onStep(step);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }

  const review = (state: "accepted" | "rejected") =>
    decide(() => data().send("POST", `statements/${statement.id}/reviews`, { by, state }), own().said[state], 1);
  const undo = () =>
    mine &&
    decide(() => data().send("DELETE", `reviews/${mine.number}?by=${encodeURIComponent(by)}`), own().said.undone);

  useEffect(() => {
    function key(event: KeyboardEvent): void {
      const typing = (event.target as Element).closest?.("input:not([type=checkbox]), textarea, select, [role=combobox]");
      if (!letterKeys.value || typing || event.ctrlKey || event.metaKey || event.altKey || correcting) return;
      const work: Record<string, () => void> = {
        a: () => void review("accepted"),
        r: () => void review("rejected"),
        c: () => setCorrecting(true),
        u: () => void undo(),
        j: () => onStep(1),
        k: () => onStep(-1),
      };
      const chosen = work[event.key.toLowerCase()];
      if (chosen) {
        event.preventDefault();
        chosen();
      }
    }
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  });

  const kinds = recordWords();
  return (
    <section class="card one" ref={card}>
      <SaidLine statement={statement} />
      <p class="small soft">
        <span class={`kind kind-${statement.kind}`}>{kinds.kinds[statement.kind]}</span>{" "}
        {kinds.commitments[statement.commitment]} {own().by} <Holder statement={statement} /> · {own().confidence}{" "}
        {statement.confidence.toFixed(2)} · {kinds.reviews[statement.review]} ·{" "}
        <a href={readerAddress(statement)}>{own().read}</a>
      </p>
      <blockquote class="context">
        {context.value?.before}
        <mark>{statement.evidence.quote}</mark>
        {context.value?.after}
      </blockquote>
      {problem && <Problem why={problem} />}
      {correcting ? (
        <Correction
          statement={statement}
          onCancel={() => setCorrecting(false)}
          onCorrect={(corrected, note) =>
            void decide(
              () =>
                data().send("POST", `statements/${statement.id}/reviews`, { by, state: "corrected", corrected, note }),
              own().said.corrected,
              1,
            )
          }
        />
      ) : (
        <div class="row">
          <button type="button" class="chief" onClick={() => void review("accepted")}>
            {own().accept} <kbd>A</kbd>
          </button>
          <button type="button" onClick={() => void review("rejected")}>
            {own().reject} <kbd>R</kbd>
          </button>
          <button type="button" onClick={() => setCorrecting(true)}>
            {own().correct} <kbd>C</kbd>
          </button>
          <button type="button" disabled={!mine} onClick={() => void undo()}>
            {own().undo} <kbd>U</kbd>
          </button>
          <button type="button" onClick={() => onStep(-1)}>
            {own().before} <kbd>K</kbd>
          </button>
          <button type="button" onClick={() => onStep(1)}>
            {own().next} <kbd>J</kbd>
          </button>
        </div>
      )}
      <label class="row tight small">
        <input
          type="checkbox"
          checked={letterKeys.value}
          onChange={(event) => (letterKeys.value = event.currentTarget.checked)}
        />
        {own().keys}
      </label>
      <History reviews={reviews.value ?? []} />
    </section>
  );
}
