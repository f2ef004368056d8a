import { data } from "../../api/data";
import type { Kind, Matrix as MatrixData } from "../../api/model";
import { useData } from "../../parts/data";
import { FilterForm } from "../../parts/filter-form";
import { FieldOfChoice, FieldOfText } from "../../parts/fields";
import { ActorPicker, HolderPicker } from "../../parts/pickers";
import { titleOf } from "../../parts/matter-line";
import { SaveAs, csvBlob, jsonBlob } from "../../parts/save";
import { Nothing, Shown } from "../../parts/states";
import { ask, route } from "../../route";
import { matterWords } from "../../words/matters";
import { recordWords } from "../../words/record";
import { counted, number, words } from "../../words/words";
import { Matrix } from "./matrix";

const own = words({
  en: {
    title: "Matters",
    intro: "What several statements are about, and what each source says of it. The most disputed come first.",
    text: "Words in the title",
    actor: "About",
    source: "Source",
    kind: "Kind",
    aspect: "Part ways in",
    any: "any",
    disputed: "Only where sources part ways",
    shown: (shown: string, all: string) => `${shown} of ${all}`,
    none: "No matter is like that.",
    more: "Show more",
    clear: "Clear",
  },
  es: {
    title: "Asuntos",
    intro: "De qué tratan varios enunciados y qué dice cada fuente. Los más disputados van primero.",
    text: "Palabras en el título",
    actor: "Sobre",
    source: "Fuente",
    kind: "Clase",
    aspect: "Discrepan en",
    any: "cualquiera",
    disputed: "Solo donde las fuentes discrepan",
    shown: (shown: string, all: string) => `${shown} de ${all}`,
    none: "Ningún asunto es así.",
    more: "Mostrar más",
    clear: "Borrar",
  },
});

const FILTERS = ["text", "actor", "source", "kind", "aspect", "disputed"] as const;
const STEP = 40;
const MOST = 200;

export function MatterList() {
  const { query } = route.value;
  const asked = (name: string) => query.get(name) ?? "";
  const size = Math.min(Number(asked("size")) || STEP, MOST);
  const disputed = asked("disputed") !== "no";
  const wanted = {
    text: asked("text"),
    actor: asked("actor"),
    source: asked("source"),
    kind: asked("kind"),
    aspect: asked("aspect"),
    disputed,
    size: size === STEP ? null : size,
  };
  const matrix = useData<MatrixData>("matters/matrix", wanted);
  const aspects = matterWords().aspects;
  return (
    <>
      <h1>{own().title}</h1>
      <p class="soft">{own().intro}</p>
      <FilterForm>
        {!data().published && (
          <>
            <FieldOfText label={own().text} value={wanted.text} onChange={(text) => ask({ text })} />
            <ActorPicker
              label={own().actor}
              name={wanted.actor}
              onChoose={(actor) => ask({ actor: actor?.name ?? null })}
            />
            <HolderPicker label={own().source} name={wanted.source} onChoose={(source) => ask({ source })} />
            <FieldOfChoice
              label={own().kind}
              value={wanted.kind as Kind | ""}
              any={own().any}
              choices={Object.entries(recordWords().kinds) as [Kind, string][]}
              onChange={(kind) => ask({ kind })}
            />
            <FieldOfChoice
              label={own().aspect}
              value={wanted.aspect as keyof typeof aspects | ""}
              any={own().any}
              choices={Object.entries(aspects) as [keyof typeof aspects, string][]}
              onChange={(aspect) => ask({ aspect })}
            />
          </>
        )}
        <label class="row tight">
          <input
            type="checkbox"
            checked={disputed}
            onChange={(event) => ask({ disputed: event.currentTarget.checked ? null : "no" })}
          />
          {own().disputed}
        </label>
        {FILTERS.some((name) => query.has(name)) && (
          <button type="button" onClick={() => ask(Object.fromEntries(FILTERS.map((name) => [name, null])))}>
            {own().clear}
          </button>
        )}
      </FilterForm>
      <Shown data={matrix}>{(value) => <Found value={value} size={size} />}</Shown>
    </>
  );
}

function Found({ value, size }: { value: MatrixData; size: number }) {
  if (!value.rows.length) return <Nothing>{own().none}</Nothing>;
  const stances = matterWords().one;
  return (
    <>
      <div class="row spread">
        <p class="small soft" role="status">
          {own().shown(number(value.rows.length), counted(value.matters_in_all, recordWords().matters))}
        </p>
        <SaveAs
          choices={[
            {
              format: "CSV",
              file: "matters.csv",
              make: () =>
                csvBlob(
                  ["matter", "title", "score", ...value.sources.map((source) => source.name)],
                  value.rows.map(({ matter, cells }) => [
                    matter.id,
                    titleOf(matter),
                    matter.dispute.score,
                    ...value.sources.map((_, place) => {
                      const cell = cells.find((one) => one.source === place);
                      return cell ? stances[cell.stance] : "";
                    }),
                  ]),
                ),
            },
            { format: "JSON", file: "matters.json", make: () => jsonBlob(value) },
          ]}
        />
      </div>
      <Matrix matrix={value} />
      {value.matters_in_all > value.rows.length && size < MOST && !data().published && (
        <p>
          <button type="button" onClick={() => ask({ size: String(Math.min(size + STEP, MOST)) })}>
            {own().more}
          </button>
        </p>
      )}
    </>
  );
}
