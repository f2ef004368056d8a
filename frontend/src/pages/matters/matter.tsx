// One matter: what each source says of it, in its words, side by side; and what a person may decide on it.

import { useState } from "preact/hooks";
import { data } from "../../api/data";
import type { OpenedMatter, Position } from "../../api/model";
import { ActorLinks } from "../../parts/actor-link";
import { useData } from "../../parts/data";
import { titleOf } from "../../parts/matter-line";
import { calledSo } from "../../parts/say";
import { Shown } from "../../parts/states";
import { address } from "../../route";
import { aspectsOf, matterWords, termOf } from "../../words/matters";
import { joinOf } from "../../words/notes";
import { recordWords } from "../../words/record";
import { date, number, share, stretch, words } from "../../words/words";
import { Decide } from "./decide";
import { SHAPES } from "./matrix";

const own = words({
  en: {
    all: "All matters",
    about: "About",
    partWays: "The sources part ways in",
    agree: "The sources do not part ways.",
    silent: "Silent, though they speak of the same actors in the same time",
    version: "Its version",
    called: "called",
    who: "who",
    score: "How the dispute is weighed",
    parts: {
      parting: "chance that two sources do not go together",
      voices: "voices",
      weight: "weight of the statements",
      breadth: "breadth over documents",
      gravity: "gravity of the matter",
    },
    product: "Dispute (the product)",
    joins: "Why these statements are one matter",
    decisions: "What people decided",
    more: (count: string) => `${count} more`,
  },
  es: {
    all: "Todos los asuntos",
    about: "Sobre",
    partWays: "Las fuentes discrepan en",
    agree: "Las fuentes no discrepan.",
    silent: "Callan, aunque hablan de los mismos actores en el mismo tiempo",
    version: "Su versión",
    called: "lo llama",
    who: "quién",
    score: "Cómo se pondera la disputa",
    parts: {
      parting: "probabilidad de que dos fuentes no concuerden",
      voices: "voces",
      weight: "peso de los enunciados",
      breadth: "amplitud en documentos",
      gravity: "gravedad del asunto",
    },
    product: "Disputa (el producto)",
    joins: "Por qué estos enunciados son un mismo asunto",
    decisions: "Qué decidieron las personas",
    more: (count: string) => `${count} más`,
  },
});

const QUOTES = 4;
const PARTS = ["parting", "voices", "weight", "breadth", "gravity"] as const;

export function MatterPage({ id }: { id: string }) {
  const [again, setAgain] = useState(0);
  const opened = useData<OpenedMatter>(`matters/${encodeURIComponent(id)}`, {}, again);
  return <Shown data={opened}>{(value) => <Opened {...value} onDecided={() => setAgain(again + 1)} />}</Shown>;
}

function Opened({ matter, positions, joins, decisions, onDecided }: OpenedMatter & { onDecided: () => void }) {
  const speaking = positions.filter((position) => position.stance !== "silent");
  const silent = positions.filter((position) => position.stance === "silent");
  const quotes = new Map(positions.flatMap((position) => position.quotes).map((quote) => [quote.statement, quote]));
  const names = new Map(matter.actors.map(({ id, name }) => [id, name]));
  const when = stretch(matter.start, matter.end);
  return (
    <>
      <p class="small">
        <a href={address(["matters"])}>← {own().all}</a>
      </p>
      <h1>{titleOf(matter)}</h1>
      <p class="soft">{[when, matter.place?.name].filter(Boolean).join(" · ")}</p>
      <p>
        {own().about} <ActorLinks list={matter.actors} />
      </p>
      <p>
        {matter.differs.length
          ? `${own().partWays}: ${aspectsOf(matter.differs)}.`
          : own().agree}
      </p>
      <div class="positions">
        {speaking.map((position) => (
          <PositionCard key={position.source.key} position={position} />
        ))}
      </div>
      {silent.length > 0 && (
        <section>
          <h2>{own().silent}</h2>
          <p>{silent.map((position) => calledSo(position.source.name)).join(", ")}</p>
        </section>
      )}
      <details>
        <summary>{own().score}</summary>
        <table class="parts">
          <tbody>
            {PARTS.map((part) => (
              <tr key={part}>
                <th scope="row">{own().parts[part]}</th>
                <td class="number">{number(matter.dispute[part], { maximumFractionDigits: 2 })}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{own().product}</th>
              <td class="number">{number(matter.dispute.score, { maximumFractionDigits: 2 })}</td>
            </tr>
          </tbody>
        </table>
      </details>
      <details>
        <summary>{own().joins}</summary>
        <ul class="small">
          {joins.map((join) => (
            <li key={join.statement}>
              <JoinedWords quote={quotes.get(join.statement)} />{" "}
              {share(join.score)}: {join.detail.map((line) => joinOf(line, names)).join("; ")}
            </li>
          ))}
        </ul>
      </details>
      {!data().published && (
        <Decide matter={matter} positions={speaking} decisions={decisions} onDecided={onDecided} />
      )}
    </>
  );
}

function JoinedWords({ quote }: { quote: Position["quotes"][number] | undefined }) {
  if (!quote) return null;
  return <a href={address(["documents", quote.document], { statement: quote.statement })}>“{quote.text}”</a>;
}

function PositionCard({ position }: { position: Position }) {
  const words = matterWords();
  const [all, setAll] = useState(false);
  const { version } = position;
  const told = [
    version.who.length ? `${own().who}: ${version.who.map((actor) => actor.name).join(", ")}` : "",
    version.how_called.length ? `${own().called} “${version.how_called.map(termOf).join("”, “")}”` : "",
    version.how_much.map((value) => `${number(value)} ${version.unit ?? ""}`.trim()).join(", "),
    stretch(version.start, version.end),
  ].filter(Boolean);
  const quotes = all ? position.quotes : position.quotes.slice(0, QUOTES);
  return (
    <section class="card position" aria-label={calledSo(position.source.name)}>
      <h2>{calledSo(position.source.name)}</h2>
      <p>
        <span class={`shape shape-${position.stance}`} aria-hidden="true">
          {SHAPES[position.stance]}
        </span>{" "}
        <strong>{words.one[position.stance]}</strong>
        {position.differs.length > 0 && ` (${aspectsOf(position.differs)})`}
      </p>
      {told.length > 0 && <p class="small soft">{told.join(" · ")}</p>}
      {quotes.map((quote) => (
        <blockquote key={quote.statement}>
          <a class="quiet" href={address(["documents", quote.document], { statement: quote.statement })}>
            “{quote.text}”
          </a>
          <footer class="small soft">
            {recordWords().commitments[quote.commitment]} · {calledSo(quote.holder)} ·{" "}
            <a href={address(["documents", quote.document], { statement: quote.statement })}>
              {quote.title ?? quote.document}
            </a>
            {quote.date && `, ${date(quote.date)}`}
          </footer>
        </blockquote>
      ))}
      {position.quotes.length > quotes.length && (
        <button type="button" onClick={() => setAll(true)}>
          {own().more(number(position.quotes.length - quotes.length))}
        </button>
      )}
    </section>
  );
}
