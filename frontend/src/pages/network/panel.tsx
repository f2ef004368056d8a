// Beside the picture: one tie with its quotes by source, or one actor with its ties.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { data } from "../../api/data";
import type { NetworkView, PairView, Statement } from "../../api/model";
import { ActorLink } from "../../parts/actor-link";
import { useData } from "../../parts/data";
import { Sign, signName } from "../../parts/sign";
import { Holder, SaidLine, readerAddress } from "../../parts/statement";
import { Shown } from "../../parts/states";
import { address } from "../../route";
import { recordWords } from "../../words/record";
import { counted, date, number, stretch, words } from "../../words/words";
import { pairOf } from "./asking";
import type { Sides } from "./camps";
import { TiesTable } from "./ties-table";
import { own as shared } from "./words";

const own = words({
  en: {
    and: "and",
    weight: "weight",
    contested: "The sources contradict one another.",
    told: "told of",
    always: "As told at all times, by all sources.",
    parallel: "What is told",
    says: (sign: string, value: string) => `${sign}, strength ${value} of at most 1`,
    statements: "All statements on these two",
    page: "The actor’s page",
    camp: (letter: string) => `Camp ${letter}`,
    settled: "settled: stands there in every best split",
    swing: "swing: stands otherwise in another best split",
    absent: "This actor has no tie here.",
    many: "More is told than is shown here.",
  },
  es: {
    and: "y",
    weight: "peso",
    contested: "Las fuentes se contradicen.",
    told: "se cuenta de",
    always: "Según se cuenta en todo el tiempo, por todas las fuentes.",
    parallel: "Lo que se cuenta",
    says: (sign: string, value: string) => `${sign}, fuerza ${value} de 1 como máximo`,
    statements: "Todos los enunciados sobre ambos",
    page: "La página del actor",
    camp: (letter: string) => `Campo ${letter}`,
    settled: "firme: está ahí en toda división óptima",
    swing: "oscila: está en otro lado en otra división óptima",
    absent: "Este actor no tiene vínculos aquí.",
    many: "Se cuenta más de lo que aquí se muestra.",
  },
});

/** Takes the keyboard with it when a person opens it, and gives it back where it was. */
export function Panel({
  title,
  opened,
  onClose,
  children,
}: {
  title: ComponentChildren;
  /** Whether a person just asked for it, and no address did. */
  opened: boolean;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!opened) return;
    const before = document.activeElement;
    head.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    };
  }, []);
  return (
    <>
      <button type="button" class="small back" onClick={onClose}>
        <span aria-hidden="true">←</span> {shared().back}
      </button>
      <h2 tabIndex={-1} ref={head}>
        {title}
      </h2>
      {children}
    </>
  );
}

export function TieDetails({ a, b, asked }: { a: string; b: string; asked: URLSearchParams }) {
  const pair = useData<PairView>("network/pair", pairOf(asked, a, b));
  return <Shown data={pair}>{(found) => <Pair pair={found} timed={asked.size > 0} />}</Shown>;
}

const SHOWN = 50;

function Pair({ pair, timed }: { pair: PairView; timed: boolean }) {
  const { published } = data();
  return (
    <>
      <p>
        <Sign sign={pair.sign} /> {signName(pair.sign)}, {own().weight}{" "}
        {number(pair.weight, { maximumFractionDigits: 2 })}
        {(pair.since ?? pair.until) && ` · ${own().told} ${stretch(pair.since, pair.until)}`}
      </p>
      {published && timed && <p class="small soft">{own().always}</p>}
      {pair.contested && <p class="small">◇ {own().contested}</p>}
      <Parallel statements={pair.votes.flatMap((vote) => vote.statements)} />
      <div class="votes">
        {pair.votes.map((vote) => (
          <section key={vote.source}>
            <h3>{vote.source}</h3>
            <p class="small soft">
              <Sign sign={Math.sign(vote.value)} />{" "}
              {own().says(signName(Math.sign(vote.value)), number(Math.abs(vote.value), { maximumFractionDigits: 2 }))}
            </p>
            {vote.statements.map((statement) => (
              <Quote key={statement.id} statement={statement} />
            ))}
            {vote.statements.length >= SHOWN && <p class="small soft">{own().many}</p>}
          </section>
        ))}
      </div>
      {!published && (
        <p class="small">
          <a href={address(["statements"], { actor: pair.a, other: pair.b })}>{own().statements}</a>
        </p>
      )}
    </>
  );
}

function Quote({ statement }: { statement: Statement }) {
  return (
    <article class="statement small">
      <SaidLine statement={statement} />
      <q>
        <a class="quiet" href={readerAddress(statement)}>
          {statement.evidence.quote}
        </a>
      </q>
      <p class="soft">
        {recordWords().commitments[statement.commitment]} · <Holder statement={statement} />
        {statement.document.date && ` · ${date(statement.document.date)}`}
      </p>
    </article>
  );
}

/** Ties and events side by side, each with how often it is told. */
function Parallel({ statements }: { statements: readonly Statement[] }) {
  const names = recordWords();
  const counts = new Map<string, { name: string; sign: number; count: number }>();
  for (const { tie, event } of statements) {
    const kind = tie?.relation ?? event?.type;
    if (!kind) continue;
    const sign = tie ? tie.sign : Math.sign(event?.score ?? 0);
    const found = counts.get(`${kind} ${sign}`);
    const name = tie ? names.relations[tie.relation] : event ? names.eventNames[event.type] : "";
    if (found) found.count += 1;
    else counts.set(`${kind} ${sign}`, { name, sign, count: 1 });
  }
  if (counts.size < 2) return null;
  return (
    <ul class="plain row tight small" aria-label={own().parallel}>
      {[...counts.values()]
        .sort((one, other) => other.count - one.count)
        .map(({ name, sign, count }) => (
          <li key={`${name} ${sign}`} class="stance">
            <Sign sign={sign} /> {name} ×{number(count)}
          </li>
        ))}
    </ul>
  );
}

interface ActorProps {
  id: string;
  view: NetworkView;
  pairs: NetworkView["pairs"];
  sides: Sides | null;
  onOpen: (a: string, b: string) => void;
}

export function ActorDetails({ id, view, pairs, sides, onOpen }: ActorProps) {
  const node = view.nodes.find((one) => one.id === id);
  const camp = sides?.of.get(id);
  return (
    <>
      <p>
        {node && `${recordWords().types[node.type]} · ${counted(node.ties, recordWords().ties)} · `}
        <a href={address(["actors", id])}>{own().page}</a>
      </p>
      {camp && (
        <p class="small">
          <strong>{own().camp(camp.letter)}</strong>
          {sides?.settled.has(id) && ` · ${own().settled}`}
          {sides?.swing.has(id) && ` · ${own().swing}`}
        </p>
      )}
      {node ? (
        <TiesTable key={id} view={view} pairs={pairs} sides={sides} of={id} onOpen={onOpen} />
      ) : (
        <p class="soft">{own().absent}</p>
      )}
    </>
  );
}

export function TieTitle({ a, b, names }: { a: string; b: string; names: ReadonlyMap<string, string> }) {
  return (
    <>
      <ActorLink id={a} name={names.get(a) ?? a} /> {own().and} <ActorLink id={b} name={names.get(b) ?? b} />
    </>
  );
}
