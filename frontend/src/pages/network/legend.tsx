import type { Sides } from "./camps";
import { own } from "./words";

const WIDTH = 34;
const HEIGHT = 14;

/** What the lines and marks mean; those that the picture shows. */
export function Legend({ sides }: { sides: Sides | null }) {
  const middle = HEIGHT / 2;
  const line = (kind: string) => <line class={kind} x1="1" x2={WIDTH - 1} y1={middle} y2={middle} stroke-width="3" />;
  return (
    <ul class="plain row small legend" aria-label={own().legend}>
      <Item name={own().friendly}>{line("line-friendly")}</Item>
      <Item name={own().hostile}>{line("line-hostile")}</Item>
      <Item name={own().undecided}>{line("line-undecided")}</Item>
      <Item name={own().contested}>
        <path class="contested" d={`M${WIDTH / 2 - 5} ${middle}l5 -5 5 5 -5 5z`} />
      </Item>
      {sides && sides.misfits.size > 0 && (
        <Item name={own().misfit}>
          <line class="misfit" x1="3" x2={WIDTH - 3} y1={middle} y2={middle} stroke-width="9" />
          {line("line-friendly")}
        </Item>
      )}
      {sides && sides.swing.size > 0 && (
        <Item name={own().swing}>
          <circle class="swing" cx={WIDTH / 2} cy={middle} r="6" />
        </Item>
      )}
      <li class="soft">{own().width}</li>
    </ul>
  );
}

function Item({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <li>
      <svg class="drawing" width={WIDTH} height={HEIGHT} aria-hidden="true">
        {children}
      </svg>{" "}
      {name}
    </li>
  );
}
