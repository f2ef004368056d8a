// The camps as lists of names, the weightiest first, with how much does not fit them.

import type { CampsView, NetworkView } from "../../api/model";
import { ActorLink } from "../../parts/actor-link";
import { Nothing } from "../../parts/states";
import { address } from "../../route";
import { type OneMany, counted, number, words } from "../../words/words";
import { sidesOf } from "../network/camps";

const own = words({
  en: {
    camp: (letter: string) => `Camp ${letter}`,
    more: (count: string) => `and ${count} more`,
    none: "Too few ties with a sign to speak of camps.",
    what: "Who stands together by what is told: friends in one camp, enemies in different ones.",
    misfits: (count: string) => `${count} ties do not fit this split`,
    one: "One tie does not fit this split",
    fits: "Every tie fits this split",
    others: (camps: string) => `${camps} of few actors`,
    campsMore: ["more camp", "more camps"] as OneMany,
    network: "The network",
  },
  es: {
    camp: (letter: string) => `Campo ${letter}`,
    more: (count: string) => `y ${count} más`,
    none: "Hay muy pocos vínculos con signo para hablar de campos.",
    misfits: (count: string) => `${count} vínculos no encajan en esta división`,
    what: "Quién está con quién según lo que se cuenta: los amigos en un campo, los enemigos en otros.",
    one: "Un vínculo no encaja en esta división",
    fits: "Todos los vínculos encajan en esta división",
    others: (camps: string) => `${camps} de pocos actores`,
    campsMore: ["campo más", "campos más"] as OneMany,
    network: "La red",
  },
});

const CAMPS = 3;
const NAMED = 8;

export function SmallCamps({ camps, network }: { camps: CampsView; network: NetworkView }) {
  const known = new Map(network.nodes.map((node) => [node.id, node]));
  const sides = sidesOf(network, camps, null);
  const shown = sides.camps.slice(0, CAMPS);
  if (!shown.length) return <Nothing>{own().none}</Nothing>;
  const unfit = camps.misfits_in_all;
  return (
    <>
      <p class="small soft">{own().what}</p>
      <ul class="plain">
        {shown.map(({ letter, place, members }) => {
          const sorted = members
            .map((id) => known.get(id))
            .filter((node) => node !== undefined)
            .sort((a, b) => b.weight - a.weight);
          return (
            <li key={members[0]} class={`camp camp-${place}`}>
              <strong>{own().camp(letter)}</strong>{" "}
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
        {sides.camps.length > shown.length && ` · ${own().others(counted(sides.camps.length - shown.length, own().campsMore))}`}
      </p>
      <p>
        <a href={address(["network"])}>{own().network}</a>
      </p>
    </>
  );
}
