// The program's words, for those who meet them for the first time.

import { words } from "../../words/words";

const own = words({
  en: {
    title: "What the words here mean",
    terms: [
      ["Statement", "What a text says in one place, with the words that say it. There are four kinds:"],
      ["Event", "something someone does: an attack, talks, an accusation."],
      ["Tie", "how two stand to each other for a time: ally, opponent, member."],
      ["Figure", "a number that is told: the dead, the votes, the money."],
      ["Label", "a loaded word put on someone: hero, regime, terrorist."],
      ["By whom, how firmly", "Who says so, the author or someone quoted; and whether it is stated, alleged, denied, predicted, demanded, asked or said under a condition."],
      ["Confidence", "How sure the program is that it understood the words, from 0 to 1. It does not tell whether they are true."],
      ["Matter", "What statements of several sources are about. Sources part ways where one says so and another denies it or tells it otherwise."],
      ["Camp", "Actors who go together by what is told: friends are put in one camp, enemies in different ones, as far as that can be done."],
    ] as [string, string][],
  },
  es: {
    title: "Qué significan estas palabras",
    terms: [
      ["Enunciado", "Lo que un texto dice en un lugar, con las palabras que lo dicen. Hay cuatro clases:"],
      ["Suceso", "algo que alguien hace: un ataque, un diálogo, una acusación."],
      ["Vínculo", "cómo está uno respecto de otro durante un tiempo: aliado, adversario, miembro."],
      ["Cifra", "un número que se da: los muertos, los votos, el dinero."],
      ["Calificativo", "una palabra cargada que alguien recibe: héroe, régimen, terrorista."],
      ["Por quién, con qué firmeza", "Quién lo dice, el autor o alguien citado; y si lo afirma, lo atribuye, lo niega, lo predice, lo exige, lo pregunta o lo pone bajo condición."],
      ["Confianza", "Cuán seguro está el programa de haber entendido las palabras, de 0 a 1. No dice si son verdad."],
      ["Asunto", "De lo que tratan enunciados de varias fuentes. Las fuentes discrepan donde una lo afirma y otra lo niega o lo cuenta de otro modo."],
      ["Campo", "Actores que van juntos según lo que se cuenta: los amigos en un mismo campo y los enemigos en otros, hasta donde se puede."],
    ] as [string, string][],
  },
});

export function Glossary() {
  return (
    <details class="glossary">
      <summary>{own().title}</summary>
      <dl>
        {own().terms.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
