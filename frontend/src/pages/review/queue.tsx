// The queue: one statement at a time, and what was decided on the one before it.

import { useEffect, useState } from "preact/hooks";
import { data } from "../../api/data";
import type { InContext, Kind, Page, Statement } from "../../api/model";
import { useData } from "../../parts/data";
import { FilterForm } from "../../parts/filter-form";
import { FieldOfChoice } from "../../parts/fields";
import { ActorPicker, DocumentPicker } from "../../parts/pickers";
import { Nothing, Problem, Waiting, whyOf } from "../../parts/states";
import { route } from "../../route";
import { recordWords } from "../../words/record";
import { number, words } from "../../words/words";
import { Decided, type Decision } from "./decided";
import { One } from "./one";

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
  const [last, setLast] = useState<Decision | null>(null);
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
        if (!control.signal.aborted) setProblem(whyOf(error));
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

  /** What was decided last is taken back, and is there again to be decided on. */
  async function takeBack(): Promise<void> {
    if (!queue || !last?.review) return;
    try {
      await data().send("DELETE", `reviews/${last.review.number}?by=${encodeURIComponent(last.review.by)}`);
      const { statement: now } = await data().get<InContext>(`statements/${last.statement.id}`);
      setLast({ statement: now, review: null });
      setQueue(queue.map((one) => (one.id === now.id ? now : one)));
      setAt(Math.max(0, queue.findIndex((one) => one.id === now.id)));
      setProblem(null);
      onChanged();
    } catch (error) {
      setProblem(whyOf(error));
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
      <Decided last={last} onTakeBack={() => void takeBack()} />
      {problem && <Problem why={problem} />}
      {!queue && !problem && <Waiting />}
      {queue && !statement && <Nothing>{own().done}</Nothing>}
      {statement && (
        <One
          statement={statement}
          changed={changed}
          onStep={(step) => void go(step)}
          onTakeBack={() => void takeBack()}
          onDecided={(now, review) => {
            setQueue((before) => before?.map((one) => (one.id === now.id ? now : one)) ?? null);
            setLast({ statement: now, review });
            onChanged();
          }}
        />
      )}
    </>
  );
}
