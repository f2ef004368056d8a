import type { ActorLine, ActorType } from "../../api/model";
import { FieldOfChoice, FieldOfText } from "../../parts/fields";
import { ListEnd } from "../../parts/list-end";
import { usePages } from "../../parts/pages";
import { Problem } from "../../parts/states";
import { address, ask, route } from "../../route";
import { recordWords } from "../../words/record";
import { number, words } from "../../words/words";

const own = words({
  en: {
    title: "Actors",
    search: "A piece of a name",
    type: "Sort of actor",
    country: "Country (ISO, three letters)",
    any: "any",
    columns: { name: "Name", type: "Sort", country: "Country", documents: "Documents", statements: "Statements" },
    none: "No actor is like that.",
  },
  es: {
    title: "Actores",
    search: "Parte de un nombre",
    type: "Clase de actor",
    country: "País (ISO, tres letras)",
    any: "cualquiera",
    columns: { name: "Nombre", type: "Clase", country: "País", documents: "Documentos", statements: "Enunciados" },
    none: "Ningún actor es así.",
  },
});

export function ActorList() {
  const { query } = route.value;
  const search = query.get("search") ?? "";
  const type = (query.get("type") ?? "") as ActorType | "";
  const country = query.get("country") ?? "";
  const asked = /^[a-z]{3}$/i.test(country) ? country : "";
  const list = usePages<ActorLine>("actors", { search, type, country: asked });
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
        <FieldOfText label={own().country} value={country} onChange={(value) => ask({ country: value })} />
      </form>
      {list.problem ? (
        <Problem why={list.problem} />
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.type}</th>
                <th scope="col">{columns.country}</th>
                <th scope="col" class="number">
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
                  <td>{recordWords().types[actor.type]}</td>
                  <td>{actor.country}</td>
                  <td class="number">{number(actor.documents)}</td>
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
