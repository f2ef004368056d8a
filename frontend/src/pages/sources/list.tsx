import type { Profile } from "../../api/model";
import { useData } from "../../parts/data";
import { calledSo } from "../../parts/say";
import { Nothing, Shown } from "../../parts/states";
import { address } from "../../route";
import { number, words } from "../../words/words";
import { AgreementSection } from "./agreement";
import { sourceKinds } from "./words";

const own = words({
  en: {
    title: "Sources",
    intro: "Publishers, authors, and everyone whose words are reported.",
    none: "Nobody says anything in this record yet.",
    columns: { name: "Source", kind: "How it speaks", documents: "Documents", statements: "Statements", matters: "Matters", of: "Speaks most of" },
  },
  es: {
    title: "Fuentes",
    intro: "Editores, autores y todos aquellos cuyas palabras se citan.",
    none: "Nadie dice nada todavía en este registro.",
    columns: { name: "Fuente", kind: "Cómo habla", documents: "Documentos", statements: "Enunciados", matters: "Asuntos", of: "Habla sobre todo de" },
  },
});

const NAMED = 4;

export function SourceList() {
  const list = useData<Profile[]>("sources");
  const { columns } = own();
  return (
    <>
      <h1>{own().title}</h1>
      <p class="soft">{own().intro}</p>
      <Shown data={list}>
        {(profiles) =>
          profiles.length ? (
            <div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{columns.name}</th>
                    <th scope="col" class="spare">
                      {columns.kind}
                    </th>
                    <th scope="col" class="number spare">
                      {columns.documents}
                    </th>
                    <th scope="col" class="number">
                      {columns.statements}
                    </th>
                    <th scope="col" class="number">
                      {columns.matters}
                    </th>
                    <th scope="col" class="spare">
                      {columns.of}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {profiles.map((profile) => (
                    <tr key={profile.source.key}>
                      <td>
                        <a href={address(["sources", profile.source.key])}>{calledSo(profile.source.name)}</a>
                      </td>
                      <td class="spare">{sourceKinds()[profile.source.kind]}</td>
                      <td class="number spare">{number(profile.documents)}</td>
                      <td class="number">{number(profile.statements)}</td>
                      <td class="number">{number(profile.matters)}</td>
                      <td class="small spare">
                        {profile.speaks_of
                          .slice(0, NAMED)
                          .map((one) => one.actor.name)
                          .join(", ")}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : (
            <Nothing>{own().none}</Nothing>
          )
        }
      </Shown>
      <AgreementSection />
    </>
  );
}
