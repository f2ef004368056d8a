// One actor: its names, roles in time, how it stands to others, what it does and is called, and by whom.

import { useState } from "preact/hooks";
import { data } from "../../api/data";
import type { Portrayed, Statement } from "../../api/model";
import { useData } from "../../parts/data";
import { usePages } from "../../parts/pages";
import { Sign } from "../../parts/sign";
import { StatementItem } from "../../parts/statement";
import { Nothing, Shown, Waiting } from "../../parts/states";
import { address } from "../../route";
import { countryName } from "../../words/countries";
import { recordWords } from "../../words/record";
import { counted, number, stretch, words } from "../../words/words";
import { Merging } from "./merging";

const own = words({
  en: {
    all: "All actors",
    also: "Also called",
    roles: "Offices",
    told: (statements: string, documents: string) => `${statements} in ${documents}`,
    says: (count: string) => `source of ${count}`,
    standings: "Ties and events with others",
    noStandings: "No tie and no event with another is told.",
    columns: { told: "What is told", statements: "Statements", sources: "Sources" },
    called: "Words put on this actor",
    noCalled: "No loaded word is put on this actor.",
    calledBy: "by",
    unknown: "source not known",
    events: "Events",
    noEvents: "No event is told.",
    sources: "Who speaks of this actor",
    all_statements: "All statements about this actor",
    network: "In the network",
    more: "Show more",
  },
  es: {
    all: "Todos los actores",
    also: "También llamado",
    roles: "Cargos",
    told: (statements: string, documents: string) => `${statements} en ${documents}`,
    says: (count: string) => `fuente de ${count}`,
    standings: "Vínculos y sucesos con otros",
    noStandings: "No se cuenta ningún vínculo ni suceso con otros.",
    columns: { told: "Qué se cuenta", statements: "Enunciados", sources: "Fuentes" },
    called: "Cómo se le llama",
    noCalled: "No recibe ningún calificativo.",
    calledBy: "por",
    unknown: "fuente desconocida",
    events: "Sucesos",
    noEvents: "No se cuenta ningún suceso.",
    sources: "Quién habla de este actor",
    all_statements: "Todos los enunciados sobre este actor",
    network: "En la red",
    more: "Mostrar más",
  },
});

export function ActorPage({ id }: { id: string }) {
  const [again, setAgain] = useState(0);
  const told = useData<Portrayed>(`actors/${encodeURIComponent(id)}`, {}, again);
  return <Shown data={told}>{(value) => <Portrait told={value} again={again} onMerged={() => setAgain(again + 1)} />}</Shown>;
}

interface PortraitProps {
  told: Portrayed;
  /** Grows with every decision made here. */
  again: number;
  onMerged: () => void;
}

function Portrait({ told, again, onMerged }: PortraitProps) {
  const { actor } = told;
  const aliases = [...new Set(Object.values(actor.aliases ?? {}).flat())].filter((name) => name !== actor.name);
  const words = recordWords();
  return (
    <>
      <p class="small">
        <a href={address(["actors"])}>← {own().all}</a>
      </p>
      <h1>{actor.name}</h1>
      <p class="soft">
        {[words.types[actor.type], actor.country && countryName(actor.country)].filter(Boolean).join(" · ")} ·{" "}
        {own().told(counted(told.statements, words.statements), counted(told.documents, words.documents))}
        {told.says > 0 && ` · ${own().says(counted(told.says, words.statements))}`}
      </p>
      {aliases.length > 0 && (
        <p class="small">
          <span class="soft">{own().also}</span> {aliases.join(", ")}
        </p>
      )}
      <p class="row">
        <a href={address(["statements"], { actor: actor.id })}>{own().all_statements}</a>
        <a href={address(["network"], { actor: actor.id })}>{own().network}</a>
      </p>
      {actor.roles.length > 0 && (
        <section aria-labelledby="roles">
          <h2 id="roles">{own().roles}</h2>
          <ul>
            {actor.roles.map((role) => (
              <li key={`${role.office} ${role.organisation} ${role.from}`}>
                {words.offices[role.office] ?? role.office.replaceAll("_", " ")}, {told.organisations[role.organisation] ?? role.organisation}{" "}
                <span class="soft">{stretch(role.from, role.to)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Standings told={told} />
      <div class="grid">
        <section aria-labelledby="called">
          <h2 id="called">{own().called}</h2>
          {!told.called.length && <Nothing>{own().noCalled}</Nothing>}
          <ul class="plain">
            {told.called.map((one) => (
              <li key={`${one.source} ${one.term} ${one.valence}`}>
                <Sign sign={one.valence} /> “{one.term}” {own().calledBy} {one.source ?? own().unknown}
                {one.statements > 1 && ` (${number(one.statements)})`}
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="sources">
          <h2 id="sources">{own().sources}</h2>
          <ul class="plain">
            {Object.entries(told.sources).map(([source, count]) => (
              <li key={source}>
                {source || own().unknown} <span class="soft">{number(count)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Events id={actor.id} again={again} />
      {!data().published && <Merging told={told} onMerged={onMerged} />}
    </>
  );
}

function Standings({ told }: { told: Portrayed }) {
  const { columns } = own();
  const words = recordWords();
  const verb = (one: Portrayed["standings"][number]) =>
    one.tie
      ? words.relations[one.told as keyof typeof words.relations]
      : words.events[one.told as keyof typeof words.events];
  return (
    <section aria-labelledby="standings">
      <h2 id="standings">{own().standings}</h2>
      {!told.standings.length && <Nothing>{own().noStandings}</Nothing>}
      {told.standings.length > 0 && (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{columns.told}</th>
                <th scope="col" class="number">
                  {columns.statements}
                </th>
                <th scope="col" class="number">
                  {columns.sources}
                </th>
              </tr>
            </thead>
            <tbody>
              {told.standings.map((one) => (
                <tr key={`${one.other} ${one.told} ${one.outward}`}>
                  <td>
                    <Sign sign={one.value} />{" "}
                    {one.outward ? (
                      <>
                        {told.actor.name} {verb(one)} <a href={address(["actors", one.other])}>{one.name}</a>
                      </>
                    ) : (
                      <>
                        <a href={address(["actors", one.other])}>{one.name}</a> {verb(one)} {told.actor.name}
                      </>
                    )}
                  </td>
                  <td class="number">
                    <a
                      href={address(["statements"], {
                        actor: told.actor.id,
                        other: one.other,
                        kind: one.tie ? "tie" : "event",
                        [one.tie ? "relation" : "type"]: one.told,
                      })}
                    >
                      {number(one.statements)}
                    </a>
                  </td>
                  <td class="number">{number(one.sources)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Events({ id, again }: { id: string; again: number }) {
  const list = usePages<Statement>("statements", { actor: id, kind: "event", order: "date", size: 20 }, again);
  return (
    <section aria-labelledby="events">
      <h2 id="events">{own().events}</h2>
      {list.items.map((statement) => (
        <StatementItem key={statement.id} statement={statement} />
      ))}
      {list.waiting && <Waiting />}
      {!list.waiting && !list.items.length && <Nothing>{own().noEvents}</Nothing>}
      {list.more && (
        <button type="button" onClick={list.more}>
          {own().more}
        </button>
      )}
    </section>
  );
}
