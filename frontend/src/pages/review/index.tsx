// Going through what was found, one statement after the other, with the keyboard; and how far reviewers agree.

import { useState } from "preact/hooks";
import { address, ask, route } from "../../route";
import { NameOfReviewer } from "../../parts/reviewer";
import { words } from "../../words/words";
import { Agreement } from "./agreement";
import { Queue } from "./queue";
import "./review.css";

const own = words({
  en: {
    title: "Review",
    intro: "Accept what is said by the words quoted, reject what is not, correct what is nearly so. Everything can be taken back.",
    queue: "Statements",
    agreement: "Reviewers compared",
    parts: "Parts of this page",
  },
  es: {
    title: "Revisión",
    intro: "Acepte lo que las palabras citadas dicen, rechace lo que no, corrija lo que casi. Todo se puede deshacer.",
    queue: "Enunciados",
    agreement: "Comparar revisores",
    parts: "Partes de esta página",
  },
});

export function Reviewing() {
  const comparing = route.value.path[1] === "agreement";
  const [changed, setChanged] = useState(0);
  return (
    <>
      <h1>{own().title}</h1>
      <p class="soft">{own().intro}</p>
      <nav class="row tabs" aria-label={own().parts}>
        <a href={address(["review"])} aria-current={comparing ? undefined : "page"}>
          {own().queue}
        </a>
        <a href={address(["review", "agreement"])} aria-current={comparing ? "page" : undefined}>
          {own().agreement}
        </a>
      </nav>
      {comparing ? (
        <Agreement />
      ) : (
        <>
          <NameOfReviewer />
          <Queue changed={changed} onChanged={() => setChanged(changed + 1)} onAsk={ask} />
        </>
      )}
    </>
  );
}
