// Who stands with whom: the network at a time and as told by some, with its camps.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CampsView, NetworkView } from "../../api/model";
import { type Data, useData } from "../../parts/data";
import { Nothing, Problem, Shown, Waiting } from "../../parts/states";
import { route } from "../../route";
import { recordWords } from "../../words/record";
import { counted, number } from "../../words/words";
import { type Asked, askFor, askedOf, campsOf } from "./asking";
import { type Sides, key, sidesOf } from "./camps";
import { CampsList } from "./camps-list";
import type { Hit } from "./figure";
import { Filters } from "./filters";
import { type Places, arrange, completed } from "./layout";
import { Legend } from "./legend";
import "./network.css";
import { ActorDetails, Panel, TieDetails, TieTitle } from "./panel";
import { Saving } from "./saving";
import { type Chosen, sceneOf, shown } from "./scene";
import { TiesTable } from "./ties-table";
import { Times } from "./times";
import { View } from "./view";
import { own } from "./words";

export function Network() {
  const { query } = route.value;
  const wanted = query.toString();
  const asked = useMemo(() => askedOf(query), [wanted]);
  const base = useData<NetworkView>("network", asked.base);
  return (
    <>
      <h1>{own().title}</h1>
      <Shown data={base}>
        {(view) => (view.pairs_in_all ? <Known base={view} asked={asked} /> : <Nothing>{own().empty}</Nothing>)}
      </Shown>
    </>
  );
}

function Known({ base, asked }: { base: NetworkView; asked: Asked }) {
  const same = asked.network.toString() === asked.base.toString();
  const other = useData<NetworkView>(same ? null : "network", asked.network);
  const network = same ? ({ state: "here", value: base } as const) : other;
  const split = useData<CampsView>("network/camps", campsOf(asked.network, asked.camps));
  const baseSplit = useData<CampsView>("network/camps", campsOf(asked.base, asked.camps));
  const free = useData<CampsView>("network/camps", campsOf(asked.base, null));
  const view = network.value;
  const places = usePlaces(base, free);

  const baseSides = useMemo(
    () => (baseSplit.value ? sidesOf(base, baseSplit.value, null) : null),
    [base, baseSplit.value],
  );
  const sides = useMemo<Sides | null>(
    () => (view && split.value ? sidesOf(view, split.value, baseSides) : null),
    [view, split.value, baseSides],
  );
  const pairs = useMemo(() => (view ? shown(view, asked.show, sides) : []), [view, asked.show, sides]);
  const chosen = useChosen();
  const scene = useMemo(
    () => (view && places ? sceneOf(view, pairs, completed(places, view), sides, chosen) : null),
    [view, places, pairs, sides, chosen],
  );
  const names = useMemo(
    () => new Map([...base.nodes, ...(view?.nodes ?? [])].map((node) => [node.id, node.name])),
    [base, view],
  );
  const [focus, setFocus] = useState<{ id: string } | null>(() => (chosen.actor ? { id: chosen.actor } : null));
  const opened = useRef(false);
  const panel = useRef<HTMLElement>(null);

  function choose(change: { actor?: string; tie?: readonly [string, string] }): void {
    opened.current = true;
    askFor({ actor: change.actor ?? null, a: change.tie?.[0] ?? null, b: change.tie?.[1] ?? null });
    setTimeout(() => reveal(panel.current));
  }
  function onHit(hit: Hit): void {
    if (hit) choose("spot" in hit ? { actor: hit.spot.id } : { tie: [hit.line.a.id, hit.line.b.id] });
    else if (chosen.actor || chosen.tie) choose({});
  }
  const open = (a: string, b: string) => choose({ tie: [a, b] });
  const label = chosen.tie ? own().quotes : chosen.actor ? names.get(chosen.actor) : own().camps;
  const ready = network.state === "here" && split.state !== "waiting";

  return (
    <>
      {view && (
        <p class="soft">
          {own().summary(
            counted(view.actors_in_all, recordWords().actors),
            counted(view.pairs_in_all, recordWords().ties),
            counted(view.statements, recordWords().statements),
          )}{" "}
          {view.pairs.length < view.pairs_in_all && own().kept(number(view.pairs.length))}
        </p>
      )}
      <Filters
        base={base}
        view={view}
        onFind={(id) => {
          askFor({ actor: id, a: null, b: null });
          setFocus({ id });
        }}
      >
        <Times always={asked.always} base={base} ready={ready} />
      </Filters>
      {network.state === "failed" && <Problem why={network.why} />}
      <div class="network">
        <div class="side">
          {network.state === "failed" ? null : scene ? (
            <View scene={scene} onHit={onHit} focus={focus} waiting={!ready} />
          ) : (
            <p class="picture soft" role="status">
              {own().arranging}
            </p>
          )}
          <Legend sides={sides} />
          {view && scene && <Saving view={view} pairs={pairs} scene={scene} sides={sides} split={split.value} />}
        </div>
        <section class="panel card" ref={panel} aria-label={label}>
          {chosen.tie ? (
            <Panel
              key={chosen.tie.join(" ")}
              title={<TieTitle a={chosen.tie[0]} b={chosen.tie[1]} names={names} />}
              opened={opened.current}
              onClose={() => choose({})}
            >
              {!view || told(view, chosen.tie) ? (
                <TieDetails a={chosen.tie[0]} b={chosen.tie[1]} asked={asked.network} />
              ) : (
                <Nothing>{own().silent}</Nothing>
              )}
            </Panel>
          ) : chosen.actor && view ? (
            <Panel
              key={chosen.actor}
              title={names.get(chosen.actor) ?? chosen.actor}
              opened={opened.current}
              onClose={() => choose({})}
            >
              <ActorDetails id={chosen.actor} view={view} pairs={pairs} sides={sides} onOpen={open} />
            </Panel>
          ) : split.state === "failed" ? (
            network.state !== "failed" && <Problem why={split.why} />
          ) : view && sides && split.value ? (
            <div aria-busy={split.state === "waiting"}>
              <CampsList split={split.value} sides={sides} view={view} names={names} asked={asked.network} />
            </div>
          ) : (
            <Waiting />
          )}
        </section>
      </div>
      {view && (
        <section aria-labelledby="ties">
          <h2 id="ties">{own().ties}</h2>
          {pairs.length ? (
            <TiesTable view={view} pairs={pairs} sides={sides} onOpen={open} />
          ) : (
            <Nothing>{own().empty}</Nothing>
          )}
        </section>
      )}
    </>
  );
}

/** Whether anything is told of two; of a network not drawn whole, only the record knows. */
function told(view: NetworkView, [a, b]: readonly [string, string]): boolean {
  const wanted = key(a, b);
  const id = (at: number) => view.nodes[at]?.id ?? "";
  return view.pairs.length < view.pairs_in_all || view.pairs.some((pair) => key(id(pair.a), id(pair.b)) === wanted);
}

/** Brings a panel that begins out of sight to the top of the window; one in sight stays where it is. */
function reveal(panel: HTMLElement | null): void {
  if (!panel) return;
  panel.scrollTop = 0;
  const { top } = panel.getBoundingClientRect();
  if (top < 0 || top > innerHeight - 120) panel.scrollIntoView({ block: "start" });
}

function useChosen(): Chosen {
  const { query } = route.value;
  const [actor, a, b] = ["actor", "a", "b"].map((name) => query.get(name));
  return useMemo(() => ({ actor: actor ?? null, tie: a && b ? [a, b] : null }), [actor, a, b]);
}

/** Where everyone stands, worked out once for all times and sources. */
function usePlaces(base: NetworkView, split: Data<CampsView>): Places | null {
  const [places, setPlaces] = useState<{ of: NetworkView; places: Places } | null>(null);
  const known = split.state !== "waiting";
  useEffect(() => {
    if (!known) return;
    const control = new AbortController();
    arrange(base, split.value, control.signal)
      .then((found) => setPlaces({ of: base, places: found }))
      .catch((error: unknown) => {
        if (!control.signal.aborted) throw error;
      });
    return () => control.abort();
  }, [base, known]);
  return places?.of === base ? places.places : null;
}
