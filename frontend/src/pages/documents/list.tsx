import type { DocumentLine } from "../../api/model";
import { FieldOfText } from "../../parts/fields";
import { ListEnd } from "../../parts/list-end";
import { usePages } from "../../parts/pages";
import { SourcePicker } from "../../parts/pickers";
import { Problem } from "../../parts/states";
import { address, ask, route } from "../../route";
import { date, number, words } from "../../words/words";

const own = words({
  en: {
    title: "Documents",
    words: "Words in the text",
    source: "Source",
    columns: { title: "Title", source: "Source", author: "Author", date: "Date", words: "Words", statements: "Statements" },
    none: "No document is like that.",
    unread: "not analysed",
  },
  es: {
    title: "Documentos",
    words: "Palabras en el texto",
    source: "Fuente",
    columns: { title: "Título", source: "Fuente", author: "Autor", date: "Fecha", words: "Palabras", statements: "Enunciados" },
    none: "Ningún documento es así.",
    unread: "sin analizar",
  },
});

export function DocumentList() {
  const { query } = route.value;
  const text = query.get("text") ?? "";
  const source = query.get("source") ?? "";
  const list = usePages<DocumentLine>("documents", { text, source, size: 50 });
  const { columns } = own();
  return (
    <>
      <h1>{own().title}</h1>
      <form class="row filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <FieldOfText label={own().words} value={text} onChange={(value) => ask({ text: value })} />
        <SourcePicker label={own().source} name={source} onChoose={(value) => ask({ source: value })} />
      </form>
      {list.problem ? (
        <Problem why={list.problem} />
      ) : (
        <div class="scroll">
          <table class="documents">
            <thead>
              <tr>
                <th scope="col">{columns.title}</th>
                <th scope="col" class="spare">
                  {columns.source}
                </th>
                <th scope="col" class="spare">
                  {columns.author}
                </th>
                <th scope="col">{columns.date}</th>
                <th scope="col" class="number spare">
                  {columns.words}
                </th>
                <th scope="col" class="number">
                  {columns.statements}
                </th>
              </tr>
            </thead>
            <tbody>
              {list.items.map((document) => (
                <tr key={document.id}>
                  <td>
                    <a href={address(["documents", document.id])}>{document.title ?? document.path ?? document.id}</a>
                  </td>
                  <td class="spare">{document.source}</td>
                  <td class="spare">{document.author}</td>
                  <td class="date">{date(document.date)}</td>
                  <td class="number spare">{number(document.words)}</td>
                  <td class="number">{document.analysed ? number(document.statements) : own().unread}</td>
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
