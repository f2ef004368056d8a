// What is in the record, at one glance, with the ways on.

import { Fragment } from "preact";
import type { CampsView, DocumentLine, Matter, NetworkView, Page, RecordInfo, Timeline } from "../../api/model";
import { useData } from "../../parts/data";
import { MatterLine } from "../../parts/matter-line";
import { Nothing, Shown } from "../../parts/states";
import { address } from "../../route";
import { countedKind, recordWords } from "../../words/record";
import { type OneMany, date, joints, number, stretch, words } from "../../words/words";
import { Glossary } from "./glossary";
import { Months } from "./months";
import { SmallCamps } from "./small-camps";
import "./overview.css";

const own = words({
  en: {
    title: "What this record holds",
    publishers: ["publisher", "publishers"] as OneMany,
    dated: (range: string) => `The documents are of ${range}.`,
    tell: "The statements tell of",
    disputes: "Chief disputes",
    noDisputes: "No two sources part ways on a matter.",
    allMatters: "All matters",
    camps: "Camps",
    time: "Events by time",
    noEvents: "No event has a date.",
    timeline: "Timeline and map",
    latest: "Read last",
    failed: (count: string) => `${count} could not be read`,
    nothing: "The record is empty.",
    add: "Add texts",
    neutral: "The record tells who says what, on what words. It does not say what is true.",
  },
  es: {
    title: "Qué contiene este registro",
    publishers: ["editor", "editores"] as OneMany,
    dated: (range: string) => `Los documentos son de ${range}.`,
    tell: "Los enunciados cuentan de",
    disputes: "Principales disputas",
    noDisputes: "No hay dos fuentes que discrepen sobre un asunto.",
    allMatters: "Todos los asuntos",
    camps: "Campos",
    time: "Sucesos por fecha",
    noEvents: "Ningún suceso tiene fecha.",
    timeline: "Cronología y mapa",
    latest: "Leído por último",
    failed: (count: string) => `${count} no se pudieron leer`,
    nothing: "El registro está vacío.",
    add: "Añadir textos",
    neutral: "El registro cuenta quién dice qué y con qué palabras. No dice qué es verdad.",
  },
});

const KINDS = ["event", "tie", "figure", "label"] as const;

export function Overview() {
  const record = useData<RecordInfo>("record");
  return (
    <>
      <h1>{own().title}</h1>
      <p class="soft">{own().neutral}</p>
      <Shown data={record}>{(info) => (info.documents ? <Filled info={info} /> : <Empty />)}</Shown>
    </>
  );
}

function Empty() {
  return (
    <Nothing>
      {own().nothing} <a href={address(["add"])}>{own().add}</a>
    </Nothing>
  );
}

function Filled({ info }: { info: RecordInfo }) {
  const matters = useData<Page<Matter>>("matters", { disputed: true, size: 5 });
  const network = useData<NetworkView>("network");
  const camps = useData<CampsView>("network/camps");
  const timeline = useData<Timeline>("timeline", { size: 0 });
  const latest = useData<DocumentLine[]>("documents/latest");
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0);
  const names = recordWords();
  const kinds = KINDS.filter((kind) => info.statements[kind]);
  const before = joints(kinds);
  return (
    <>
      <ul class="plain figures">
        <Figure value={info.documents} name={names.documents} to={address(["documents"])} />
        <Figure value={info.words} name={names.words} />
        <Figure value={Object.keys(info.sources).length} name={own().publishers} to={address(["sources"])} />
        <Figure value={sum(info.actors)} name={names.actors} to={address(["actors"])} />
        <Figure value={sum(info.statements)} name={names.statements} to={address(["statements"])} />
      </ul>
      <p class="small">
        {own().tell}{" "}
        {kinds.map((kind, place) => (
          <Fragment key={kind}>
            {before[place]}
            <a href={address(["statements"], { kind })}>{countedKind(info.statements[kind] ?? 0, kind)}</a>
          </Fragment>
        ))}
        . {info.first_date && <span class="soft">{own().dated(stretch(info.first_date, info.last_date))}</span>}
      </p>
      <div class="overview">
        <section class="card" aria-labelledby="disputes">
          <h2 id="disputes">{own().disputes}</h2>
          <Shown data={matters}>
            {(page) =>
              page.items.length ? (
                <ol class="plain">
                  {page.items.map((matter) => (
                    <MatterLine key={matter.id} matter={matter} />
                  ))}
                </ol>
              ) : (
                <Nothing>{own().noDisputes}</Nothing>
              )
            }
          </Shown>
          <p>
            <a href={address(["matters"])}>{own().allMatters}</a>
          </p>
        </section>
        <section class="card" aria-labelledby="camps">
          <h2 id="camps">{own().camps}</h2>
          <Shown data={camps}>
            {(split) => <Shown data={network}>{(view) => <SmallCamps camps={split} network={view} />}</Shown>}
          </Shown>
        </section>
        <section class="card" aria-labelledby="time">
          <h2 id="time">{own().time}</h2>
          <Shown data={timeline}>
            {(line) => (line.dated ? <Months months={line.months} /> : <Nothing>{own().noEvents}</Nothing>)}
          </Shown>
          <p>
            <a href={address(["timeline"])}>{own().timeline}</a>
          </p>
        </section>
        <section class="card" aria-labelledby="latest">
          <h2 id="latest">{own().latest}</h2>
          <Shown data={latest}>
            {(documents) => (
              <ul class="plain">
                {documents.map((document) => (
                  <li key={document.id}>
                    <a href={address(["documents", document.id])}>
                      {document.title ?? document.path ?? document.id}
                    </a>{" "}
                    <span class="soft small">{[document.source, date(document.date)].filter(Boolean).join(", ")}</span>
                  </li>
                ))}
              </ul>
            )}
          </Shown>
          {info.failed > 0 && (
            <details>
              <summary>{own().failed(number(info.failed))}</summary>
              <ul class="small">
                {info.failures.map((failure) => (
                  <li key={`${failure.path} ${failure.message}`}>
                    <code>{failure.path}</code>: {failure.message}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      </div>
      <Glossary />
    </>
  );
}

function Figure({ value, name, to }: { value: number; name: OneMany; to?: string }) {
  const inside = (
    <>
      <strong>{number(value)}</strong> {value === 1 ? name[0] : name[1]}
    </>
  );
  return <li>{to ? <a href={to}>{inside}</a> : <span>{inside}</span>}</li>;
}
