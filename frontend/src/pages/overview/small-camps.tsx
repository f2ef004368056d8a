// The camps as lists of names, the weightiest first, with how much does not fit them.

import type { CampsView, NetworkView } from "../../api/model";
import { ActorLink } from "../../parts/actor-link";
import { Nothing } from "../../parts/states";
import { address } from "../../route";
import { number, words } from "../../words/words";

const own = words({
  en: {
    camp: (letter: string) => `Camp ${letter}`,
    more: (count: string) => `and ${count} more`,
    none: "Too few ties with a sign to speak of camps.",
    misfits: (count: string) => `${count} ties do not fit this split`,
    one: "one tie does not fit this split",
    fits: "every tie fits this split",
    others: (count: string) => `${count} more camps of a few actors each`,
    network: "The network",
  },
  es: {
    camp: (letter: string) => `Campo ${letter}`,
    more: (count: string) => `y ${count} más`,
    none: "Hay muy pocos vínculos con signo para hablar de campos.",
    misfits: (count: string) => `${count} vínculos no encajan en esta división`,
    one: "un vínculo no encaja en esta división",
    fits: "todos los vínculos encajan en esta división",
    others: (count: string) => `${count} campos más de pocos actores`,
    network: "La red",
  },
});

const CAMPS = 3;
const NAMED = 8;

export function SmallCamps({ camps, network }: { camps: CampsView; network: NetworkView }) {
  const known = new Map(network.nodes.map((node) => [node.id, node]));
  const shown = camps.camps.filter((members) => members.length > 1).slice(0, CAMPS);
  if (!shown.length) return <Nothing>{own().none}</Nothing>;
  const unfit = camps.misfits.length;
  return (
    <>
      <ul class="plain">
        {shown.map((members, place) => {
          const sorted = members
            .map((id) => known.get(id))
            .filter((node) => node !== undefined)
            .sort((a, b) => b.weight - a.weight);
          return (
            <li key={members[0]} class={`camp camp-${place}`}>
              <strong>{own().camp("ABC"[place] ?? "")}</strong>{" "}
              {sorted.slice(0, NAMED).map((node, at) => (
                <span key={node.id}>
                  {at > 0 && ", "}
                  <ActorLink id={node.id} name={node.name} />
                </span>
              ))}
              {members.length > NAMED && <span class="soft"> {own().more(number(members.length - NAMED))}</span>}
            </li>
          );
        })}
      </ul>
      <p class="small soft">
        {unfit === 0 ? own().fits : unfit === 1 ? own().one : own().misfits(number(unfit))}
        {camps.camps.length > shown.length && ` · ${own().others(number(camps.camps.length - shown.length))}`}
      </p>
      <p>
        <a href={address(["network"])}>{own().network}</a>
      </p>
    </>
  );
}
