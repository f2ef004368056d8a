// A matter in a list: what it is about, how many sources say what, and in what they part ways.

import type { MatterInShort, Stance } from "../api/model";
import { language } from "../choices";
import { address } from "../route";
import { aspectsOf, matterWords } from "../words/matters";
import { number } from "../words/words";

const ORDER: readonly Stance[] = ["states", "alleges", "denies", "differs", "mixed", "predicts", "demands", "asks"];

/** In the language of the reader, where the record has it; else in English. */
export function titleOf({ title, titles }: Pick<MatterInShort, "title" | "titles">): string {
  return titles?.[language.value] ?? title;
}

export function MatterLine({ matter }: { matter: MatterInShort }) {
  const words = matterWords();
  const told = ORDER.filter((stance) => matter.stances[stance]);
  return (
    <li class="matter-line">
      <a href={address(["matters", matter.id])}>{titleOf(matter)}</a>
      <p class="small">
        {told.map((stance) => (
          <span key={stance} class={`stance stance-${stance}`}>
            {number(matter.stances[stance] ?? 0)} {(matter.stances[stance] === 1 ? words.one : words.stances)[stance]}
          </span>
        ))}
        {matter.differs.length > 0 && (
          <span class="soft">
            {words.partWays} {aspectsOf(matter.differs)}
          </span>
        )}
      </p>
    </li>
  );
}
