// A statement in a list: what it says, its words, who says so and how firmly, and where it stands.

import type { ComponentChildren } from "preact";
import type { Statement } from "../api/model";
import { address } from "../route";
import { recordWords } from "../words/record";
import { date, share, words } from "../words/words";
import { ActorLinks } from "./actor-link";
import { holderName, said } from "./say";
import { Sign } from "./sign";

const own = words({
  en: { by: "by", confidence: "confidence", read: "Read it where it stands" },
  es: { by: "por", confidence: "confianza", read: "Leer en su lugar" },
});

export function StatementItem({ statement, children }: { statement: Statement; children?: ComponentChildren }) {
  const words = recordWords();
  const { document, evidence } = statement;
  return (
    <article class="statement" id={`statement-${statement.id}`}>
      <SaidLine statement={statement} />
      <q>
        <a class="quiet" href={readerAddress(statement)} title={own().read}>
          {evidence.quote}
        </a>
      </q>
      <p class="small soft">
        <span class={`kind kind-${statement.kind}`}>{words.kinds[statement.kind]}</span>{" "}
        {words.commitments[statement.commitment]} {own().by} <Holder statement={statement} /> · {own().confidence}{" "}
        {share(statement.confidence)}
        {statement.review !== "unreviewed" && <> · {words.reviews[statement.review]}</>} ·{" "}
        <a href={readerAddress(statement)}>{document.title ?? document.path ?? document.id}</a>
        {[document.source, date(document.date)].filter(Boolean).map((part) => (
          <span key={part}>, {part}</span>
        ))}
      </p>
      {children}
    </article>
  );
}

export function SaidLine({ statement }: { statement: Statement }) {
  const { from, verb, to, details, sign } = said(statement);
  return (
    <p class="said">
      <Sign sign={sign} /> <ActorLinks list={from} /> {verb} <ActorLinks list={to} />
      {details && <span class="soft"> ({details})</span>}
    </p>
  );
}

export function Holder({ statement }: { statement: Statement }) {
  const name = holderName(statement);
  return statement.holder.id ? <a href={address(["actors", statement.holder.id])}>{name}</a> : <>{name}</>;
}

/** The very words, in the reader. */
export function readerAddress(statement: Pick<Statement, "id" | "document">): string {
  return address(["documents", statement.document.id], { statement: statement.id });
}
