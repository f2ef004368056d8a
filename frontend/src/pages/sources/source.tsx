// One source: what it speaks of, and its words for each actor.

import type { Kind, Profile } from "../../api/model";
import { useData } from "../../parts/data";
import { calledSo } from "../../parts/say";
import { Sign } from "../../parts/sign";
import { Nothing, Shown } from "../../parts/states";
import { address } from "../../route";
import { countedKind, recordWords } from "../../words/record";
import { counted, number, words } from "../../words/words";
import { sourceKinds } from "./words";

const own = words({
  en: {
    all: "All sources",
    speaks: "Speaks of",
    words: "Its words for them",
    noActors: "It names no actor.",
    noWords: "It puts no loaded word on anybody.",
    statements: "Its statements",
    matters: "Matters on which it takes a side",
    told: (statements: string, documents: string) => `${statements} in ${documents}`,
  },
  es: {
    all: "Todas las fuentes",
    speaks: "Habla de",
    words: "Cómo los llama",
    noActors: "No nombra a ningún actor.",
    noWords: "No pone calificativos a nadie.",
    statements: "Sus enunciados",
    matters: "Asuntos en que toma partido",
    told: (statements: string, documents: string) => `${statements} en ${documents}`,
  },
});

export function SourcePage({ name }: { name: string }) {
  const profile = useData<Profile>(`sources/${encodeURIComponent(name)}`);
  return <Shown data={profile}>{(value) => <Told profile={value} />}</Shown>;
}

function Told({ profile }: { profile: Profile }) {
  const { source } = profile;
  const words = recordWords();
  const said = source.kind === "holder" ? { holder: source.actor ?? source.name } : { source: source.name };
  return (
    <>
      <p class="small">
        <a href={address(["sources"])}>← {own().all}</a>
      </p>
      <h1>{calledSo(source.name)}</h1>
      <p class="soft">
        {sourceKinds()[source.kind]} · {own().told(counted(profile.statements, words.statements), counted(profile.documents, words.documents))} ·{" "}
        {Object.entries(profile.kinds)
          .map(([kind, count]) => countedKind(count, kind as Kind))
          .join(", ")}
      </p>
      <p class="row">
        <a href={address(["statements"], said)}>{own().statements}</a>
        <a href={address(["matters"], { source: source.name, disputed: "no" })}>{own().matters}</a>
      </p>
      <div class="grid">
        <section>
          <h2>{own().speaks}</h2>
          {!profile.speaks_of.length && <Nothing>{own().noActors}</Nothing>}
          <ul class="plain">
            {profile.speaks_of.map(({ actor, statements }) => (
              <li key={actor.id}>
                <a href={address(["actors", actor.id])}>{actor.name}</a> <span class="soft">{number(statements)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{own().words}</h2>
          {!profile.words.length && <Nothing>{own().noWords}</Nothing>}
          <ul class="plain">
            {profile.words.map((word) => (
              <li key={`${word.actor.id} ${word.term} ${word.valence}`}>
                <a href={address(["actors", word.actor.id])}>{word.actor.name}</a>: <Sign sign={word.valence} /> “
                {word.term}”{word.statements > 1 && ` (${number(word.statements)})`}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
