// The sources by the matters: who says so, who denies it, who has another version, who is silent.

import type { Matrix as MatrixData, Stance } from "../../api/model";
import { titleOf } from "../../parts/matter-line";
import { calledSo } from "../../parts/say";
import { address, ask, route } from "../../route";
import { aspectsOf, matterWords } from "../../words/matters";
import { compare, number, words } from "../../words/words";

const own = words({
  en: {
    caption: "Sources by matters",
    matter: "Matter",
    dispute: "Dispute",
    sort: "Sort by",
    nothing: "does not speak of these actors in that time",
    blank: "blank",
    weighed: "How far, how widely and over how grave a matter the sources part ways; 0 is not at all.",
    legend: "Signs",
  },
  es: {
    caption: "Fuentes por asuntos",
    matter: "Asunto",
    dispute: "Disputa",
    sort: "Ordenar por",
    nothing: "no habla de esos actores en ese tiempo",
    blank: "vacío",
    weighed: "Cuánto, con qué amplitud y sobre cuán grave asunto discrepan las fuentes; 0 es nada.",
    legend: "Signos",
  },
});

/** A shape for each stance: it is told without colour, too. */
export const SHAPES: Record<Stance, string> = {
  states: "●",
  alleges: "◐",
  denies: "✕",
  differs: "≠",
  mixed: "±",
  predicts: "▷",
  demands: "!",
  asks: "?",
  silent: "–",
};

const ORDER = Object.keys(SHAPES) as Stance[];

export function Matrix({ matrix }: { matrix: MatrixData }) {
  const sort = route.value.query.get("sort") ?? "dispute";
  const down = route.value.query.get("down") !== "no";
  const column = matrix.sources.findIndex((source) => source.key === sort);
  const words = matterWords();

  const rows = [...matrix.rows];
  if (sort === "matter") rows.sort((a, b) => compare(titleOf(a.matter), titleOf(b.matter)));
  else if (column >= 0) rows.sort((a, b) => rank(stanceOf(a, column)) - rank(stanceOf(b, column)));
  if (!down) rows.reverse();

  function header(key: string, name: string, className?: string) {
    const sorted = sort === key;
    return (
      <th key={key} scope="col" class={className} aria-sort={sorted ? (down ? "descending" : "ascending") : "none"}>
        <button
          type="button"
          class="bare"
          title={`${own().sort} ${name}`}
          onClick={() => ask({ sort: key === "dispute" ? null : key, down: sorted && down ? "no" : null })}
        >
          {name}
          {sorted && <span aria-hidden="true">{down ? " ↓" : " ↑"}</span>}
        </button>
      </th>
    );
  }

  return (
    <>
      <p class="small row legend">
        <span class="soft">{own().legend}</span>
        {ORDER.map((stance) => (
          <span key={stance}>
            <span class={`shape shape-${stance}`} aria-hidden="true">
              {SHAPES[stance]}
            </span>{" "}
            {words.one[stance]}
          </span>
        ))}
        <span>
          <em>{own().blank}</em>: {own().nothing}
        </span>
      </p>
      <p class="small soft">
        {own().dispute}: {own().weighed}
      </p>
      <div class="scroll matrix" tabIndex={0} role="region" aria-label={own().caption}>
        <table>
          <caption class="hidden">{own().caption}</caption>
          <thead>
            <tr>
              {header("matter", own().matter, "first")}
              {header("dispute", own().dispute, "number")}
              {matrix.sources.map((source) => header(source.key, calledSo(source.name), "source"))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.matter.id}>
                <th scope="row" class="first">
                  <a href={address(["matters", row.matter.id])}>{titleOf(row.matter)}</a>
                  {row.matter.differs.length > 0 && (
                    <p class="small soft">
                      {words.partWays} {aspectsOf(row.matter.differs)}
                    </p>
                  )}
                </th>
                <td class="number small">{number(row.matter.dispute.score, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}</td>
                {matrix.sources.map((source, place) => {
                  const cell = row.cells.find((one) => one.source === place);
                  if (!cell) {
                    return (
                      <td key={source.key} class="cell">
                        <span class="hidden">{own().nothing}</span>
                      </td>
                    );
                  }
                  const said = [words.one[cell.stance], ...cell.differs.map((aspect) => words.aspects[aspect])].join(": ");
                  return (
                    <td key={source.key} class={`cell shape-${cell.stance}`} title={`${source.name} ${said}`}>
                      <span aria-hidden="true">{SHAPES[cell.stance]}</span>
                      <span class="hidden">{said}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function stanceOf(row: MatrixData["rows"][number], column: number): Stance | undefined {
  return row.cells.find((cell) => cell.source === column)?.stance;
}

function rank(stance: Stance | undefined): number {
  return stance ? ORDER.indexOf(stance) : ORDER.length;
}
