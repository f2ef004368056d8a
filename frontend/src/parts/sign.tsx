// Friend or foe, told by colour, by shape and in words.

import { words } from "../words/words";

const own = words({
  en: { friendly: "friendly", hostile: "hostile", undecided: "undecided" },
  es: { friendly: "amistoso", hostile: "hostil", undecided: "indeciso" },
});

export function Sign({ sign }: { sign: number }) {
  if (sign > 0) return <Mark kind="for" shape="+" title={own().friendly} />;
  if (sign < 0) return <Mark kind="against" shape="−" title={own().hostile} />;
  return null;
}

function Mark({ kind, shape, title }: { kind: string; shape: string; title: string }) {
  return (
    <span class={`sign ${kind}`} role="img" aria-label={title} title={title}>
      {shape}
    </span>
  );
}

export function signName(sign: number): string {
  return sign > 0 ? own().friendly : sign < 0 ? own().hostile : own().undecided;
}
