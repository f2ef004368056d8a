// What a statement says, in one line and neutral words, whoever says it and however firmly.

import type { ActorRef, EventType, Statement } from "../api/model";
import { recordWords } from "../words/record";
import { date, listed, number, stretch } from "../words/words";

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
  const { event, tie, figure, label, explanation } = statement;
  if (event) {
    const [from, to] = [named(event.actors), named(event.recipients)];
    return {
      from: from.length ? from : [{ id: null, name: words.nobody }],
      verb: doing(event.type, explanation.words, from.length > 1, to.length > 0),
      to,
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
    const from = typeof figure.subject === "string" ? [{ id: null, name: figure.subject }] : named([figure.subject]);
    const told = names(from).toLowerCase();
    const again = told !== "" && figure.measure.toLowerCase().startsWith(told);
    const measure = again ? figure.measure.slice(told.length).trim() : figure.measure;
    return {
      from,
      verb: measure ? `${measure}: ${amount}` : `– ${amount}`,
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

/** What is done, as one says it of one or of several; what has no name of ours is told in the words of the text. */
export function doing(type: EventType, told: readonly string[], several: boolean, onSomeone: boolean): string {
  const words = recordWords();
  if (type === "OTHER" && told.length) return `“${told.join(" ")}”`;
  const verb = (onSomeone ? words.events : words.eventsAlone)[type];
  return several && type !== "OTHER" ? words.plural(verb) : verb;
}

/** The same as plain text. */
export function saidPlainly(statement: Statement): string {
  const { from, verb, to, details } = said(statement);
  const line = [names(from), verb, names(to)].filter(Boolean).join(" ");
  return details ? `${line} (${details})` : line;
}

export function holderName(statement: Statement): string {
  const { holder } = statement;
  const name = calledSo(holder.name);
  return holder.is_author && name === holder.name ? `${name} (${recordWords().author})` : name;
}

/** Who says something by the name in the record; whoever has none is told in the language chosen. */
export function calledSo(name: string): string {
  if (name === "unnamed source") return recordWords().unnamed;
  return ["author", "the author"].includes(name.toLowerCase()) ? recordWords().author : name;
}

export function names(list: readonly { name: string }[]): string {
  return listed(list.map((one) => one.name));
}

function named(list: readonly ActorRef[] | undefined): { id: string; name: string }[] {
  return (list ?? []).map(({ id, name }) => ({ id, name }));
}
