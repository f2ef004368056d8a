// One statement in its surroundings, and the buttons and keys that decide on it.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { data } from "../../api/data";
import type { InContext, Review, Statement } from "../../api/model";
import { letterKeys } from "../../choices";
import { useData } from "../../parts/data";
import { reviewer } from "../../parts/reviewer";
import { Holder, SaidLine, readerAddress } from "../../parts/statement";
import { Problem, whyOf } from "../../parts/states";
import { recordWords } from "../../words/record";
import { share, words } from "../../words/words";
import { Correction } from "./correction";
import { History } from "./history";

const own = words({
  en: {
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
  },
  es: {
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
  },
});

interface Props {
  statement: Statement;
  /** Grows with every decision. */
  changed: number;
  onStep: (step: number) => void;
  /** The statement as it is now, and by which review; null where one was taken back. */
  onDecided: (now: Statement, review: Review | null) => void;
  /** Takes back what was decided on the statement before. */
  onTakeBack: () => void;
}

export function One({ statement, changed, onStep, onDecided, onTakeBack }: Props) {
  const [correcting, setCorrecting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const opened = useData<InContext>(`statements/${statement.id}`, { width: 500 }, changed);
  const told = useData<Review[]>(`statements/${statement.id}/reviews`, {}, changed);
  // The buttons stay where they are, with the keyboard on them; what the statement before left behind does not.
  const context = opened.value?.statement.id === statement.id ? opened.value : null;
  const reviews = told.value?.filter((review) => review.statement === statement.id) ?? [];
  const by = reviewer.value.trim();
  const mine = reviews.filter((review) => review.by === by && !review.undone_at).at(-1);

  // Before anything is drawn: a key pressed the moment a statement is seen is about that statement.
  useLayoutEffect(() => {
    setCorrecting(false);
    setProblem(null);
  }, [statement.id]);

  // The keyboard goes into the form that opens, and back to the buttons.
  const card = useRef<HTMLElement>(null);
  const before = useRef(false);
  useLayoutEffect(() => {
    if (correcting !== before.current) card.current?.querySelector<HTMLElement>("form :is(input, select), .chief")?.focus();
    before.current = correcting;
  }, [correcting]);

  const deciding = useRef(false);
  async function decide(work: () => Promise<Review>, step = 0): Promise<void> {
    if (deciding.current) return;
    if (!by) {
      setProblem(own().name);
      document.querySelector<HTMLInputElement>("input[autocomplete=name]")?.focus();
      return;
    }
    deciding.current = true;
    try {
      const review = await work();
      const { statement: now } = await data().get<InContext>(`statements/${statement.id}`);
      setProblem(null);
      setCorrecting(false);
      onDecided(now, review.undone_at ? null : review);
      if (step) onStep(step);
    } catch (error) {
      setProblem(whyOf(error));
    } finally {
      deciding.current = false;
    }
  }

  const review = (state: "accepted" | "rejected") =>
    decide(() => data().send("POST", `statements/${statement.id}/reviews`, { by, state }), 1);
  const undo = () =>
    mine ? decide(() => data().send("DELETE", `reviews/${mine.number}?by=${encodeURIComponent(by)}`)) : onTakeBack();

  useLayoutEffect(() => {
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
        {share(statement.confidence)} · {kinds.reviews[statement.review]} ·{" "}
        <a href={readerAddress(statement)}>{own().read}</a>
      </p>
      <blockquote class="context">
        {context?.before}
        <mark>{statement.evidence.quote}</mark>
        {context?.after}
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
      <History reviews={reviews} />
    </section>
  );
}
