// What a statement should say: its parties, type, sign, holder, commitment, dates and words.

import { useState } from "preact/hooks";
import { data } from "../../api/data";
import type { Commitment, EventType, OpenedDocument, Relation, Statement } from "../../api/model";
import { recordWords } from "../../words/record";
import { codePoints } from "../documents/places";
import { Choice, Dates, One, Parties, Speaker, Subject, Text } from "./correction-fields";
import { own } from "./words";

interface Props {
  statement: Statement;
  onCorrect: (corrected: Statement, note: string | null) => void;
  onCancel: () => void;
}

export function Correction({ statement, onCorrect, onCancel }: Props) {
  const [now, setNow] = useState(statement);
  const [quote, setQuote] = useState(statement.evidence.quote);
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const record = recordWords();
  const { event, tie, label, figure } = now;

  async function save(): Promise<void> {
    const evidence = quote === statement.evidence.quote ? statement.evidence : await placed(statement, quote);
    if (typeof evidence === "string") setProblem(own()[evidence]);
    else onCorrect({ ...now, evidence }, note.trim() || null);
  }

  return (
    <form
      class="correction"
      aria-label={own().title}
      onKeyDown={(pressed) => pressed.key === "Escape" && onCancel()}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void save();
      }}
    >
      {event && (
        <>
          <Parties
            label={own().actors}
            list={event.actors ?? []}
            onChange={(actors) => setNow({ ...now, event: { ...event, actors } })}
          />
          <Choice
            label={own().type}
            value={event.type}
            choices={record.eventNames}
            onChange={(type) => setNow({ ...now, event: retyped(event, type as EventType) })}
          />
          <Parties
            label={own().recipients}
            list={event.recipients ?? []}
            onChange={(recipients) => setNow({ ...now, event: { ...event, recipients } })}
          />
          <Dates
            start={event.date.start ?? ""}
            end={event.date.end ?? ""}
            onChange={(start, end) => setNow({ ...now, event: { ...event, date: dated(start, end) } })}
          />
        </>
      )}
      {tie && (
        <>
          <One label={own().a} actor={tie.a} onChange={(a) => setNow({ ...now, tie: { ...tie, a } })} />
          <Choice
            label={own().relation}
            value={tie.relation}
            choices={record.relations}
            onChange={(relation) =>
              setNow({ ...now, tie: { ...tie, relation: relation as Relation, sign: SIGNS[relation as Relation] } })
            }
          />
          <One label={own().b} actor={tie.b} onChange={(b) => setNow({ ...now, tie: { ...tie, b } })} />
          <Dates
            start={tie.period.start ?? ""}
            end={tie.period.end ?? ""}
            onChange={(start, end) => setNow({ ...now, tie: { ...tie, period: { start: start || null, end: end || null } } })}
          />
        </>
      )}
      {label && (
        <>
          <One
            label={own().target}
            actor={label.target}
            onChange={(target) => setNow({ ...now, label: { ...label, target } })}
          />
          <Text label={own().term} value={label.term} onChange={(term) => setNow({ ...now, label: { ...label, term } })} />
          <Choice
            label={own().valence}
            value={String(label.valence)}
            choices={{ "1": record.favourable, "-1": record.unfavourable }}
            onChange={(valence) => setNow({ ...now, label: { ...label, valence: Number(valence) as 1 | -1 } })}
          />
        </>
      )}
      {figure && (
        <>
          <Subject subject={figure.subject} onChange={(subject) => setNow({ ...now, figure: { ...figure, subject } })} />
          <Text
            label={own().measure}
            value={figure.measure}
            onChange={(measure) => setNow({ ...now, figure: { ...figure, measure } })}
          />
          <Text
            label={own().value}
            value={String(figure.value)}
            onChange={(value) =>
              Number.isFinite(Number(value)) && setNow({ ...now, figure: { ...figure, value: Number(value) } })
            }
          />
          <Text
            label={own().unit}
            value={figure.unit ?? ""}
            onChange={(unit) => setNow({ ...now, figure: { ...figure, unit: unit || null } })}
          />
        </>
      )}
      <Choice
        label={own().commitment}
        value={now.commitment}
        choices={record.commitments}
        onChange={(commitment) => setNow({ ...now, commitment: commitment as Commitment })}
      />
      <Speaker statement={now} onChange={(holder) => setNow({ ...now, holder })} />
      <Text label={own().quote} hint={own().quoteHint} value={quote} onChange={setQuote} wide />
      <Text label={own().note} value={note} onChange={setNote} wide />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="submit" class="chief">
          {own().save}
        </button>
        <button type="button" onClick={onCancel}>
          {own().cancel}
        </button>
      </div>
    </form>
  );
}

const SIGNS: Record<Relation, -1 | 0 | 1> = {
  ally_of: 1,
  supports: 1,
  member_of: 1,
  funds: 1,
  arms: 1,
  aids: 1,
  trades_with: 1,
  recognises: 1,
  controls: 1,
  opposes: -1,
  distrusts: -1,
  exploits: -1,
  leads: 0,
  part_of: 0,
  succeeds: 0,
  founded: 0,
};

/** Another type takes the mode away, which is a mode of the old one; the server knows the score of the new one. */
function retyped(event: NonNullable<Statement["event"]>, type: EventType): NonNullable<Statement["event"]> {
  return { ...event, type, mode: null, score: null };
}

function dated(start: string, end: string): NonNullable<Statement["event"]>["date"] {
  if (!start && !end) return { precision: "unknown", basis: "unknown" };
  const last = end || start;
  const same = start === last;
  const precision = !same ? "range" : start.length === 4 ? "year" : start.length === 7 ? "month" : "day";
  return { start: start || null, end: last, precision, basis: "text" };
}

/** Where the words stand: those nearest to the old ones count. */
async function placed(statement: Statement, quote: string): Promise<Statement["evidence"] | "notThere" | "twice"> {
  const { document } = await data().get<OpenedDocument>(`documents/${statement.document.id}`);
  const points = codePoints(document.text);
  const found: number[] = [];
  for (let at = document.text.indexOf(quote); quote && at >= 0; at = document.text.indexOf(quote, at + 1)) found.push(at);
  if (!found.length) return "notThere";
  const near = found.map(points).sort((a, b) => Math.abs(a - statement.evidence.start) - Math.abs(b - statement.evidence.start));
  const start = near[0] ?? 0;
  return { start, end: start + [...quote].length, quote };
}
