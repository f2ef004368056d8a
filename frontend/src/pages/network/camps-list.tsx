// The camps: who stands where and how surely, and what does not fit, with its quotes.

import { useState } from "preact/hooks";
import type { CampsView, NetworkView } from "../../api/model";
import { ActorLink } from "../../parts/actor-link";
import { Sign, signName } from "../../parts/sign";
import { Nothing } from "../../parts/states";
import { recordWords } from "../../words/record";
import { counted, number, words } from "../../words/words";
import { COLOURS, type Camp, type Sides } from "./camps";
import { TieDetails } from "./panel";

const own = words({
  en: {
    camps: "Camps",
    what: "Camps leave as little unexplained as can be: friends within a camp, enemies apart.",
    camp: (letter: string) => `Camp ${letter}`,
    settled: "settled",
    swing: "swing",
    open: "not known how surely",
    more: (count: string) => `${count} more`,
    undrawn: (count: string) => `and ${count} of little weight, not drawn`,
    none: "Too few ties with a sign to speak of camps.",
    apart: (actors: string) =>
      `Without a camp: ${actors} whom no tie with a sign connects with these.`,
    parts: "Parts of the network that no tie connects are split each for itself.",
    fits: "Every tie fits this split.",
    leaves: (weight: string, all: string) => `It leaves ties of weight ${weight} out of ${all} unexplained.`,
    proven: "Proven: no split leaves less.",
    bound: (bound: string) => `No split leaves less than ${bound}; a better one than this may exist.`,
    misfits: (count: string) => `What does not fit (${count})`,
    quotes: "Quotes",
    always: "no best split explains it",
    sometimes: "another best split explains it",
    chief: "Only the chief ones are listed.",
    brokers: "With friends in several camps",
  },
  es: {
    camps: "Campos",
    what: "Los campos dejan sin explicar lo menos posible: amigos en un mismo campo, enemigos en campos distintos.",
    camp: (letter: string) => `Campo ${letter}`,
    settled: "firmes",
    swing: "oscilan",
    open: "no se sabe con qué firmeza",
    more: (count: string) => `${count} más`,
    undrawn: (count: string) => `y ${count} de poco peso, sin dibujar`,
    none: "Hay muy pocos vínculos con signo para hablar de campos.",
    apart: (actors: string) =>
      `Sin campo: ${actors} sin vínculo con signo que los una a estos.`,
    parts: "Las partes de la red que ningún vínculo une se dividen cada una por sí.",
    fits: "Todos los vínculos encajan en esta división.",
    leaves: (weight: string, all: string) => `Deja sin explicar vínculos de peso ${weight} sobre ${all}.`,
    proven: "Demostrado: ninguna división deja menos.",
    bound: (bound: string) => `Ninguna división deja menos de ${bound}; puede haber una mejor que esta.`,
    misfits: (count: string) => `Lo que no encaja (${count})`,
    quotes: "Citas",
    always: "ninguna división óptima lo explica",
    sometimes: "otra división óptima lo explica",
    chief: "Solo se enumeran los principales.",
    brokers: "Con amigos en varios campos",
  },
});

interface Props {
  split: CampsView;
  sides: Sides;
  view: NetworkView;
  names: ReadonlyMap<string, string>;
  asked: URLSearchParams;
}

export function CampsList({ split, sides, view, names, asked }: Props) {
  const weight = new Map(view.nodes.map((node) => [node.id, node.weight]));
  const round = (value: number) => number(value, { maximumFractionDigits: 2 });
  if (!sides.camps.length) {
    return (
      <>
        <h2>{own().camps}</h2>
        <Nothing>{own().none}</Nothing>
      </>
    );
  }
  return (
    <>
      <h2>{own().camps}</h2>
      <p class="small soft">{own().what}</p>
      <p class="small">
        {split.misfits_in_all ? own().leaves(round(split.frustration), round(split.weight)) : own().fits}{" "}
        {split.misfits_in_all > 0 && (split.proven ? own().proven : own().bound(round(split.lower_bound)))}
      </p>
      <ul class="plain">
        {sides.camps.map((camp) => (
          <li key={camp.letter} class={`camp ${camp.place < COLOURS ? `camp-${camp.place}` : ""}`}>
            <h3>
              {own().camp(camp.letter)} · {counted(camp.members.length, recordWords().actors)}
            </h3>
            <Members camp={camp} sides={sides} names={names} weight={weight} />
          </li>
        ))}
      </ul>
      {sides.parts > 1 && <p class="small soft">{own().parts}</p>}
      {sides.apart.length > 0 && <p class="small soft">{own().apart(counted(sides.apart.length, recordWords().actors))}</p>}
      {split.misfits.length > 0 && <Misfits split={split} asked={asked} />}
      {split.brokers.length > 0 && (
        <>
          <h3>{own().brokers}</h3>
          <Names ids={split.brokers.map((broker) => broker.name)} names={new Map(Object.entries(split.names))} />
        </>
      )}
    </>
  );
}

function Members({
  camp,
  sides,
  names,
  weight,
}: Pick<Props, "sides" | "names"> & { camp: Camp; weight: ReadonlyMap<string, number> }) {
  const drawn = camp.members.filter((id) => names.has(id));
  const sorted = drawn.sort((one, other) => (weight.get(other) ?? 0) - (weight.get(one) ?? 0));
  const groups = {
    settled: sorted.filter((id) => sides.settled.has(id)),
    swing: sorted.filter((id) => sides.swing.has(id)),
    open: sorted.filter((id) => !sides.settled.has(id) && !sides.swing.has(id)),
  };
  return (
    <>
      {(["settled", "swing", "open"] as const).map(
        (one) =>
          groups[one].length > 0 && (
            <p key={one} class="small">
              <span class="soft">{own()[one]}:</span> <Names ids={groups[one]} names={names} />
            </p>
          ),
      )}
      {drawn.length < camp.members.length && (
        <p class="small soft">{own().undrawn(number(camp.members.length - drawn.length))}</p>
      )}
    </>
  );
}

const NAMED = 10;

function Names({ ids, names }: { ids: readonly string[]; names: ReadonlyMap<string, string> }) {
  const [all, setAll] = useState(false);
  const shown = all ? ids : ids.slice(0, NAMED);
  return (
    <span class="small">
      {shown.map((id, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <ActorLink id={id} name={names.get(id) ?? id} />
        </span>
      ))}
      {!all && ids.length > NAMED && (
        <>
          {" "}
          <button type="button" class="small inline" onClick={() => setAll(true)}>
            {own().more(number(ids.length - NAMED))}
          </button>
        </>
      )}
    </span>
  );
}

function Misfits({ split, asked }: Pick<Props, "split" | "asked">) {
  return (
    <>
      <h3>{own().misfits(number(split.misfits_in_all))}</h3>
      <ul class="plain">
        {split.misfits.map((misfit) => (
          <li key={`${misfit.source} ${misfit.target}`} class="misfit-line small">
            <Sign sign={misfit.sign} />{" "}
            <ActorLink id={misfit.source} name={split.names[misfit.source] ?? misfit.source} /> –{" "}
            <ActorLink id={misfit.target} name={split.names[misfit.target] ?? misfit.target} />
            <span class="soft">
              {" "}
              · {signName(misfit.sign)} · {number(misfit.weight, { maximumFractionDigits: 2 })}
              {misfit.always !== null && ` · ${misfit.always ? own().always : own().sometimes}`}
            </span>
            <Quotes a={misfit.source} b={misfit.target} asked={asked} />
          </li>
        ))}
      </ul>
      {split.misfits_in_all > split.misfits.length && <p class="small soft">{own().chief}</p>}
    </>
  );
}

function Quotes({ a, b, asked }: { a: string; b: string; asked: URLSearchParams }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{own().quotes}</summary>
      {open && <TieDetails a={a} b={b} asked={asked} />}
    </details>
  );
}
