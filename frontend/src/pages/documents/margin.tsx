// A statement in the margin of its text; opened, it says why it was found.

import type { Statement } from "../../api/model";
import { ActorLinks } from "../../parts/actor-link";
import { holderName, said, saidPlainly } from "../../parts/say";
import { Sign } from "../../parts/sign";
import { address } from "../../route";
import { noteOf } from "../../words/notes";
import { recordWords } from "../../words/record";
import { counted, share, words } from "../../words/words";

const own = words({
  en: {
    by: "by",
    confidence: "Confidence",
    who: "Who",
    rule: "Rule",
    words: "Words",
    notes: "How",
    mentions: (times: string) => `said ${times} more in this text`,
    matter: "What other sources say of it",
    review: "Review it",
  },
  es: {
    by: "por",
    confidence: "Confianza",
    who: "Quiénes",
    rule: "Regla",
    words: "Palabras",
    notes: "Cómo",
    mentions: (times: string) => `dicho ${times} más en este texto`,
    matter: "Qué dicen otras fuentes",
    review: "Revisarlo",
  },
});

interface Props {
  statement: Statement;
  chosen: boolean;
  onChoose: () => void;
}

export function MarginNote({ statement, chosen, onChoose }: Props) {
  const { sign } = said(statement);
  const words = recordWords();
  return (
    <li class={`note note-${statement.kind}${chosen ? " chosen" : ""}`} data-statement={statement.id}>
      <button type="button" class="bare" aria-expanded={chosen} onClick={onChoose}>
        <span class={`kind kind-${statement.kind}`}>{words.kinds[statement.kind]}</span> <Sign sign={sign} />
        <span>{saidPlainly(statement)}</span>
      </button>
      <p class="small soft">
        {words.commitments[statement.commitment]} {own().by} {holderName(statement)}
        {statement.review !== "unreviewed" && ` · ${words.reviews[statement.review]}`}
      </p>
      {chosen && <Why statement={statement} />}
    </li>
  );
}

function Why({ statement }: { statement: Statement }) {
  const { from, to } = said(statement);
  const { explanation, mentions } = statement;
  const notes = [...explanation.notes.map(noteOf), ...(mentions.length ? [own().mentions(counted(mentions.length, recordWords().times))] : [])];
  return (
    <dl class="small why">
      <dt>{own().who}</dt>
      <dd>
        <ActorLinks list={[...from, ...to]} />
      </dd>
      <dt>{own().confidence}</dt>
      <dd>{share(statement.confidence)}</dd>
      <dt>{own().rule}</dt>
      <dd>
        <code>{[explanation.rule, explanation.lexicon].filter(Boolean).join(" · ")}</code>
      </dd>
      {explanation.words.length > 0 && (
        <>
          <dt>{own().words}</dt>
          <dd>“{explanation.words.join("” … “")}”</dd>
        </>
      )}
      {notes.length > 0 && (
        <>
          <dt>{own().notes}</dt>
          <dd>
            <ul>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
      <dt class="hidden">{own().matter}</dt>
      <dd class="row">
        <a href={address(["matters", statement.id])}>{own().matter}</a>
        <a href={address(["review"], { statement: statement.id })}>{own().review}</a>
      </dd>
    </dl>
  );
}
