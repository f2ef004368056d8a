// The words of matters: what sources say of them, and in what they part ways.

import type { Aspect } from "../api/model";
import { listed, words } from "./words";

export const matterWords = words({
  en: {
    stances: {
      states: "say so",
      alleges: "allege it",
      denies: "deny it",
      predicts: "predict it",
      demands: "demand it",
      asks: "ask",
      differs: "differ",
      mixed: "say both",
      silent: "silent",
    },
    one: {
      states: "says so",
      alleges: "alleges it",
      denies: "denies it",
      predicts: "predicts it",
      demands: "demands it",
      asks: "asks",
      differs: "differs",
      mixed: "says both",
      silent: "silent",
    },
    aspects: {
      who: "who",
      what: "what",
      how_much: "how much",
      when: "when",
      whether: "whether it is so",
      how_called: "what it is called",
    },
    partWays: "They part ways in:",
    terms: {} as Record<string, string>,
  },
  es: {
    stances: {
      states: "lo afirman",
      alleges: "lo atribuyen",
      denies: "lo niegan",
      predicts: "lo predicen",
      demands: "lo exigen",
      asks: "preguntan",
      differs: "difieren",
      mixed: "dicen ambas cosas",
      silent: "callan",
    },
    one: {
      states: "lo afirma",
      alleges: "lo atribuye",
      denies: "lo niega",
      predicts: "lo predice",
      demands: "lo exige",
      asks: "pregunta",
      differs: "difiere",
      mixed: "dice ambas cosas",
      silent: "calla",
    },
    aspects: {
      who: "quién",
      what: "qué",
      how_much: "cuánto",
      when: "cuándo",
      whether: "si ocurrió",
      how_called: "cómo se llama",
    },
    partWays: "Discrepan en:",
    terms: {
      coup: "golpe",
      overthrow: "derrocamiento",
      removal: "remoción",
      resignation: "renuncia",
      succession: "sucesión",
      uprising: "levantamiento",
      fraud: "fraude",
      massacre: "masacre",
      clash: "enfrentamiento",
      invasion: "invasión",
      operation: "operación",
      annexation: "anexión",
      reunification: "reunificación",
      power: "poder",
      vote: "votación",
      killing: "muertes",
      war: "guerra",
      territory: "territorio",
    } as Record<string, string>,
  },
});

/** In what sources part ways, as a list. */
export function aspectsOf(differs: readonly Aspect[]): string {
  const { aspects } = matterWords();
  return listed(differs.map((aspect) => aspects[aspect]));
}

/** A word of dispute of ours, in the language of the reader; a word of a text as it is. */
export function termOf(term: string): string {
  return matterWords().terms[term] ?? term;
}
