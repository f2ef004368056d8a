// Choosing several: a field that unfolds into boxes to tick. None ticked is all of them.

import { route } from "../../route";
import { number } from "../../words/words";

interface Group {
  /** In the address. */
  name: string;
  legend?: string;
  /** By value. */
  choices: readonly (readonly [string, string])[];
}

interface Props {
  label: string;
  none: string;
  some: (count: string) => string;
  groups: readonly Group[];
  /** What is chosen of a group now; what was ticked just now is the last. */
  onChoose: (group: string, chosen: string[]) => void;
}

export function Several({ label, none, some, groups, onChoose }: Props) {
  const { query } = route.value;
  const names = new Map(groups.flatMap(({ choices }) => choices));
  const chosen = groups.flatMap(({ name }) => query.getAll(name));
  const [only] = chosen;
  return (
    <div class="field several">
      <span aria-hidden="true">{label}</span>
      <details
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.open = false;
        }}
        onFocusOut={(event) => {
          const { currentTarget: list, relatedTarget: next } = event;
          if (next instanceof Node && !list.contains(next)) list.open = false;
        }}
      >
        <summary>
          <span class="hidden">{label} </span>
          {only === undefined ? none : chosen.length === 1 ? (names.get(only) ?? only) : some(number(chosen.length))}
        </summary>
        <div class="boxes">
          {groups.map(({ name, legend, choices }) => (
            <fieldset key={name}>
              <legend class={legend ? "small soft" : "hidden"}>{legend ?? label}</legend>
              {choices.map(([value, told]) => (
                <label key={value}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(value)}
                    onChange={(event) => {
                      const rest = query.getAll(name).filter((one) => one !== value);
                      onChoose(name, event.currentTarget.checked ? [...rest, value] : rest);
                    }}
                  />{" "}
                  {told}
                </label>
              ))}
            </fieldset>
          ))}
        </div>
      </details>
    </div>
  );
}
