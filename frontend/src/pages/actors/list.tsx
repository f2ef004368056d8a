import type { ActorLine, ActorType } from "../../api/model";
import { FieldOfChoice, FieldOfText } from "../../parts/fields";
import { ListEnd } from "../../parts/list-end";
import { usePages } from "../../parts/pages";
import { Problem } from "../../parts/states";
import { address, ask, route } from "../../route";
import { countryName, countryNames } from "../../words/countries";
import { recordWords } from "../../words/record";
import { number, words } from "../../words/words";

const own = words({
  en: {
    title: "Actors",
    search: "Name, or part of it",
    type: "Sort of actor",
    country: "Country",
    any: "any",
    columns: { name: "Name", type: "Sort", country: "Country", documents: "Documents", statements: "Statements" },
    none: "No actor is like that.",
  },
  es: {
    title: "Actores",
    search: "Nombre o parte de él",
    type: "Clase de actor",
    country: "País",
    any: "cualquiera",
    columns: { name: "Nombre", type: "Clase", country: "País", documents: "Documentos", statements: "Enunciados" },
    none: "Ningún actor es así.",
  },
});

export function ActorList() {
  const { query } = route.value;
  const search = query.get("search") ?? "";
  const type = (query.get("type") ?? "") as ActorType | "";
  const country = (query.get("country") ?? "").toUpperCase();
  const list = usePages<ActorLine>("actors", { search, type, country });
  const { columns } = own();
  return (
    <>
      <h1>{own().title}</h1>
      <form class="row filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <FieldOfText label={own().search} value={search} onChange={(value) => ask({ search: value })} />
        <FieldOfChoice
          label={own().type}
          value={type}
          any={own().any}
          choices={Object.entries(recordWords().types) as [ActorType, string][]}
          onChange={(value) => ask({ type: value })}
        />
        <FieldOfChoice
          label={own().country}
          value={country}
          any={own().any}
          choices={countryNames()}
          onChange={(value) => ask({ country: value })}
        />
      </form>
      {list.problem ? (
        <Problem why={list.problem} />
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col" class="spare">
                  {columns.type}
                </th>
                <th scope="col" class="spare">
                  {columns.country}
                </th>
                <th scope="col" class="number spare">
                  {columns.documents}
                </th>
                <th scope="col" class="number">
                  {columns.statements}
                </th>
              </tr>
            </thead>
            <tbody>
              {list.items.map((actor) => (
                <tr key={actor.id}>
                  <td>
                    <a href={address(["actors", actor.id])}>{actor.name}</a>
                  </td>
                  <td class="spare">{recordWords().types[actor.type]}</td>
                  <td class="spare">{actor.country && countryName(actor.country)}</td>
                  <td class="number spare">{number(actor.documents)}</td>
                  <td class="number">{number(actor.statements)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ListEnd list={list} none={own().none} />
    </>
  );
}
