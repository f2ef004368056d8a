// What a statement says, in one line and neutral words, whoever says it and however firmly.

import type { ActorRef, Statement } from "../api/model";
import { recordWords } from "../words/record";
import { date, number, stretch } from "../words/words";

export interface Said {
  /** Who acts; the first of a tie; the target of a label; the subject of a figure. */
  from: { id: string | null; name: string }[];
  /** What it is or does. */
  verb: string;
  to: { id: string | null; name: string }[];
  /** When, where and how much. */
  details: string;
  /** 1 friendly, -1 hostile, 0 neither. */
  sign: -1 | 0 | 1;
}

export function said(statement: Statement): Said {
  const words = recordWords();
  const { event, tie, figure, label } = statement;
  if (event) {
    const other = event.type === "OTHER" ? statement.explanation.words.join(" ") : "";
    const from = named(event.actors);
    return {
      from: from.length ? from : [{ id: null, name: words.nobody }],
      verb: other || (event.recipients?.length ? words.events : words.eventsAlone)[event.type],
      to: named(event.recipients),
      details: [stretch(event.date.start, event.date.end), event.place?.name].filter(Boolean).join(", "),
      sign: Math.sign(event.score ?? 0) as -1 | 0 | 1,
    };
  }
  if (tie) {
    return {
      from: named([tie.a]),
      verb: words.relations[tie.relation],
      to: named([tie.b]),
      details: stretch(tie.period.start, tie.period.end),
      sign: tie.sign,
    };
  }
  if (figure) {
    const value = number(figure.value, { maximumFractionDigits: 6 });
    const amount = [figure.approximate ? words.about : "", value, figure.unit].filter(Boolean).join(" ");
    return {
      from: typeof figure.subject === "string" ? [{ id: null, name: figure.subject }] : named([figure.subject]),
      verb: `${figure.measure}: ${amount}`,
      to: [],
      details: date(figure.date),
      sign: 0,
    };
  }
  if (label) {
    const valence = label.valence > 0 ? words.favourable : words.unfavourable;
    return {
      from: named([label.target]),
      verb: `${words.called} “${label.term}”`,
      to: [],
      details: valence,
      sign: label.valence,
    };
  }
  return { from: [], verb: statement.kind, to: [], details: "", sign: 0 };
}

/** The same as plain text. */
export function saidPlainly(statement: Statement): string {
  const { from, verb, to, details } = said(statement);
  const line = [names(from), verb, names(to)].filter(Boolean).join(" ");
  return details ? `${line} (${details})` : line;
}

export function holderName(statement: Statement): string {
  const { holder } = statement;
  if (!holder.is_author) return holder.name;
  const plain = ["author", "the author"].includes(holder.name.toLowerCase());
  return plain ? recordWords().author : `${holder.name} (${recordWords().author})`;
}

export function names(list: readonly { name: string }[]): string {
  return list.map((one) => one.name).join(", ");
}

function named(list: readonly ActorRef[] | undefined): { id: string; name: string }[] {
  return (list ?? []).map(({ id, name }) => ({ id, name }));
}
