// Who says what of whom: all statements, narrowed down.

import type { Commitment, EventType, Kind, Relation, ReviewState, Statement } from "../../api/model";
import { data } from "../../api/data";
import { asked } from "../../api/source";
import { useData } from "../../parts/data";
import { FilterForm } from "../../parts/filter-form";
import { FieldOfChoice, FieldOfDate, FieldOfText } from "../../parts/fields";
import { ListEnd } from "../../parts/list-end";
import { usePages } from "../../parts/pages";
import { ActorPicker, DocumentPicker, HolderPicker, SourcePicker } from "../../parts/pickers";
import { StatementItem } from "../../parts/statement";
import { Problem } from "../../parts/states";
import { ask, route } from "../../route";
import { recordWords } from "../../words/record";
import { number, words } from "../../words/words";

const own = words({
  en: {
    title: "Statements",
    kind: "Kind",
    actor: "About",
    other: "and",
    source: "Source",
    holder: "Who says so",
    document: "Document",
    commitment: "How firmly",
    type: "Event",
    relation: "Tie",
    since: "From",
    until: "To",
    text: "Words in the quote",
    review: "Review",
    order: "In order of",
    orders: { reading: "reading", date: "date", confidence: "confidence" },
    any: "any",
    count: (matching: string, all: string) => `${matching} of ${all}`,
    none: "No statement is like that.",
    clear: "Clear",
    export: "Export these",
  },
  es: {
    title: "Enunciados",
    kind: "Clase",
    actor: "Sobre",
    other: "y",
    source: "Fuente",
    holder: "Quién lo dice",
    document: "Documento",
    commitment: "Con qué firmeza",
    type: "Suceso",
    relation: "Vínculo",
    since: "Desde",
    until: "Hasta",
    text: "Palabras en la cita",
    review: "Revisión",
    order: "Por orden de",
    orders: { reading: "lectura", date: "fecha", confidence: "confianza" },
    any: "cualquiera",
    count: (matching: string, all: string) => `${matching} de ${all}`,
    none: "Ningún enunciado es así.",
    clear: "Borrar",
    export: "Exportar estos",
  },
});

const FIELDS = [
  "kind",
  "actor",
  "other",
  "source",
  "holder",
  "document",
  "commitment",
  "type",
  "relation",
  "since",
  "until",
  "text",
  "review",
  "order",
] as const;

export function Statements() {
  const { query } = route.value;
  const wanted = Object.fromEntries(FIELDS.map((name) => [name, query.get(name) ?? ""])) as Record<
    (typeof FIELDS)[number],
    string
  >;
  const list = usePages<Statement>("statements", { ...wanted, size: 30 });
  const { order: _, ...narrowing } = wanted;
  const count = useData<{ matching: number; more: boolean; in_all: number }>("statements/count", narrowing);
  const words = recordWords();
  const { any, orders } = own();
  return (
    <>
      <h1>{own().title}</h1>
      <FilterForm>
        <FieldOfText label={own().text} value={wanted.text} onChange={(text) => ask({ text })} />
        <ActorPicker label={own().actor} name={wanted.actor} onChoose={(actor) => ask({ actor: actor?.name ?? null })} />
        {wanted.actor && (
          <ActorPicker label={own().other} name={wanted.other} onChoose={(actor) => ask({ other: actor?.name ?? null })} />
        )}
        <FieldOfChoice
          label={own().kind}
          value={wanted.kind as Kind | ""}
          any={any}
          choices={Object.entries(words.kinds) as [Kind, string][]}
          onChange={(kind) => ask({ kind, type: null, relation: null })}
        />
        {wanted.kind === "event" && (
          <FieldOfChoice
            label={own().type}
            value={wanted.type as EventType | ""}
            any={any}
            choices={Object.entries(words.eventNames) as [EventType, string][]}
            onChange={(type) => ask({ type })}
          />
        )}
        {wanted.kind === "tie" && (
          <FieldOfChoice
            label={own().relation}
            value={wanted.relation as Relation | ""}
            any={any}
            choices={Object.entries(words.relations) as [Relation, string][]}
            onChange={(relation) => ask({ relation })}
          />
        )}
        <SourcePicker label={own().source} name={wanted.source} onChoose={(source) => ask({ source })} />
        <HolderPicker label={own().holder} name={wanted.holder} onChoose={(holder) => ask({ holder })} />
        {wanted.document && (
          <DocumentPicker label={own().document} id={wanted.document} onChoose={(document) => ask({ document })} />
        )}
        <FieldOfChoice
          label={own().commitment}
          value={wanted.commitment as Commitment | ""}
          any={any}
          choices={Object.entries(words.commitments) as [Commitment, string][]}
          onChange={(commitment) => ask({ commitment })}
        />
        <FieldOfDate label={own().since} value={wanted.since} onChange={(since) => ask({ since })} />
        <FieldOfDate label={own().until} value={wanted.until} onChange={(until) => ask({ until })} />
        <FieldOfChoice
          label={own().review}
          value={wanted.review as ReviewState | ""}
          any={any}
          choices={Object.entries(words.reviews) as [ReviewState, string][]}
          onChange={(review) => ask({ review })}
        />
        <FieldOfChoice
          label={own().order}
          value={(wanted.order || "reading") as keyof typeof orders}
          choices={Object.entries(orders) as [keyof typeof orders, string][]}
          onChange={(order) => ask({ order: order === "reading" ? null : order })}
        />
        <button type="button" onClick={() => ask(Object.fromEntries(FIELDS.map((name) => [name, null])))}>
          {own().clear}
        </button>
      </FilterForm>
      <div class="row spread small soft" role="status">
        <span>
          {count.value && !list.problem && own().count(number(count.value.matching) + (count.value.more ? "+" : ""), number(count.value.in_all))}
        </span>
        {!data().published && (
          <span class="row">
            {own().export}
            {["csv", "jsonl", "parquet"].map((format) => (
              <a key={format} href={`api/v1/export/statements?${asked({ ...wanted, format })}`} download>
                {format.toUpperCase()}
              </a>
            ))}
          </span>
        )}
      </div>
      {list.problem ? (
        <Problem why={list.problem} />
      ) : (
        list.items.map((statement) => <StatementItem key={statement.id} statement={statement} />)
      )}
      <ListEnd list={list} none={own().none} />
    </>
  );
}
