// Why something was found or joined, a line each. The record tells it in English; here it is told in the language chosen.

import type { EventType } from "../api/model";
import { language } from "../choices";
import { countryName } from "./countries";
import { termOf } from "./matters";
import pairs from "./notes.json";
import { recordWords } from "./record";
import { words } from "./words";

const own = words({
  en: {
    holder: "Who says so",
    commitment: "How firmly",
    voice: "the writer’s own voice",
    speech: {
      direct: "words in quotation marks",
      indirect: "reported speech",
      mixed: "reported speech with words in quotation marks",
      according: "“according to” and the like",
      block: "a passage set apart",
      turn: "a turn in an interview",
    } as Record<string, string>,
    plain: "plain statement",
    granted: "taken for granted: a title or apposition",
    unnamed: "a passage set apart, without a named source",
    whoIs: "the writer’s word for who someone is",
    whatIs: "the writer’s word for what is spoken of",
    itself: "nobody is given as labelling itself: the writer’s word",
    effects: {
      ask: "asks",
      question: "asks",
      negate: "says it is not so",
      denial: "says it is not so",
      "denied negation": "denies that it is not so",
      conditional: "sets a condition",
      permit: "allows it",
      demand: "demands it",
      threat: "threatens it",
      plan: "plans it",
      promise: "promises it",
      predict: "predicts it",
      prediction: "predicts it",
      attempt: "says it was tried",
      allege: "does not vouch for it",
      distanced: "does not vouch for it",
      hypothesis: "supposes it",
    } as Record<string, string>,
    adds: (got: string, most: string) => `adds ${got} of ${most}`,
  },
  es: {
    holder: "Quién lo dice",
    commitment: "Con qué firmeza",
    voice: "la voz de quien escribe",
    speech: {
      direct: "palabras entre comillas",
      indirect: "palabras referidas",
      mixed: "palabras referidas, algunas entre comillas",
      according: "«según» y similares",
      block: "un pasaje aparte",
      turn: "un turno de una entrevista",
    } as Record<string, string>,
    plain: "afirmación sin reservas",
    granted: "se da por sabido: un título o una aposición",
    unnamed: "un pasaje aparte, sin fuente nombrada",
    whoIs: "palabras de quien escribe para decir quién es alguien",
    whatIs: "palabras de quien escribe para aquello de que se habla",
    itself: "no se supone que nadie se califique así: palabras de quien escribe",
    effects: {
      ask: "pregunta",
      question: "pregunta",
      negate: "dice que no es así",
      denial: "dice que no es así",
      "denied negation": "niega que no sea así",
      conditional: "pone una condición",
      permit: "lo permite",
      demand: "lo exige",
      threat: "amenaza con ello",
      plan: "lo planea",
      promise: "lo promete",
      predict: "lo predice",
      prediction: "lo predice",
      attempt: "dice que se intentó",
      allege: "no lo da por cierto",
      distanced: "no lo da por cierto",
      hypothesis: "lo supone",
    } as Record<string, string>,
    adds: (got: string, most: string) => `suma ${got} de ${most}`,
  },
});

const HOLDERS: Record<string, "voice" | "unnamed" | "whoIs" | "whatIs" | "itself"> = {
  "the writer's own voice": "voice",
  "block quotation without a named source": "unnamed",
  "the writer's word for who someone is": "whoIs",
  "the writer's word for what is spoken of": "whatIs",
  "nobody is given as labelling itself: the writer's word": "itself",
};

/** A note on why a statement was found: on one of its parties, on its holder, or on how firmly it is said. */
export function noteOf(note: string): string {
  const [, about, told] = /^(holder|commitment): (.*)$/s.exec(note) ?? [];
  if (about === "holder" && told !== undefined) {
    const key = HOLDERS[told];
    return `${own().holder}: ${key ? own()[key] : (own().speech[told.replace(/ speech$/, "")] ?? told)}`;
  }
  if (about === "commitment" && told !== undefined) return `${own().commitment}: ${firmness(told)}`;
  return inPieces(note, (piece) => piece);
}

function firmness(told: string): string {
  if (told === "plain statement") return own().plain;
  if (told.startsWith("taken for granted")) return own().granted;
  const [, word, effect] = /^(.*): ([a-z ]+)$/s.exec(told) ?? [];
  const does = effect === undefined ? undefined : own().effects[effect];
  return does ? `“${word}” ${does}` : told;
}

/** Why a statement is in its matter, with what that adds to the score. `names` has the names of actors by their ids. */
export function joinOf(line: string, names: ReadonlyMap<string, string>): string {
  const [, why = line, got = "", most = ""] = /^(.*) \(([\d.]+) of ([\d.]+)\)$/s.exec(line) ?? [];
  const { eventNames } = recordWords();
  const kindOf = (id: string) =>
    id
      .replace(/^[A-Z]+\b/, (type) => eventNames[type as EventType] ?? countryName(type))
      .replace(/ =(.+)$/, " “$1”");
  const named = (piece: string) =>
    piece
      .split(", ")
      .map((id) => names.get(id) ?? kindOf(termOf(id)))
      .join(", ");
  return `${inPieces(why, named)}${got && ` (${own().adds(got, most)})`}`;
}

let patterns: { english: RegExp; spanish: string }[] | undefined;

function inPieces(text: string, named: (piece: string) => string): string {
  return text
    .split(/(; |: )/)
    .map((piece, place) => (place % 2 ? piece : translated(piece, named)))
    .join("");
}

function translated(piece: string, named: (piece: string) => string): string {
  patterns ??= pairs.map(([english = "", spanish = ""]) => ({
    english: new RegExp(`^${english.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replaceAll("{}", "(.+)")}$`),
    spanish,
  }));
  for (const { english, spanish } of patterns) {
    const [found, ...held] = english.exec(piece) ?? [];
    if (found === undefined) continue;
    let place = 0;
    const kept = held.map(named);
    if (language.value === "es") return spanish.replaceAll("{}", () => kept[place++] ?? "");
    let rest = piece;
    for (const one of held) rest = rest.replace(one, () => named(one));
    return rest;
  }
  return named(piece);
}
