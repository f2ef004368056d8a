// A matter in a list: what it is about, how many sources say what, and in what they part ways.

import type { Matter, Stance } from "../api/model";
import { address } from "../route";
import { matterWords } from "../words/matters";
import { number, stretch } from "../words/words";

const ORDER: readonly Stance[] = ["states", "alleges", "denies", "differs", "mixed", "predicts", "demands", "asks"];

export function MatterLine({ matter }: { matter: Matter }) {
  const words = matterWords();
  const told = ORDER.filter((stance) => matter.stances[stance]);
  return (
    <li class="matter-line">
      <a href={address(["matters", matter.id])}>{matter.title}</a>{" "}
      <span class="soft small">{stretch(matter.start, matter.end)}</span>
      <p class="small">
        {told.map((stance) => (
          <span key={stance} class={`stance stance-${stance}`}>
            {number(matter.stances[stance] ?? 0)} {words.stances[stance]}
          </span>
        ))}
        {matter.differs.length > 0 && (
          <span class="soft">{matter.differs.map((aspect) => words.aspects[aspect]).join(", ")}</span>
        )}
      </p>
    </li>
  );
}
