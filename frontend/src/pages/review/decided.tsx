// What was decided last, as it stands in the record now, and the way back.

import type { Review, Statement } from "../../api/model";
import { saidPlainly } from "../../parts/say";
import { readerAddress } from "../../parts/statement";
import { words } from "../../words/words";

const own = words({
  en: {
    said: { accepted: "Accepted.", rejected: "Rejected.", corrected: "Corrected.", unreviewed: "Taken back." },
    takeBack: "Take back",
  },
  es: {
    said: { accepted: "Aceptado.", rejected: "Rechazado.", corrected: "Corregido.", unreviewed: "Deshecho." },
    takeBack: "Deshacer",
  },
});

export interface Decision {
  /** As it is since. */
  statement: Statement;
  /** Null where one was taken back. */
  review: Review | null;
}

interface Props {
  last: Decision | null;
  onTakeBack: () => void;
}

export function Decided({ last, onTakeBack }: Props) {
  return (
    <div class="decided" role="status">
      {last && (
        <p class="row small">
          <strong>{own().said[last.review?.state ?? "unreviewed"]}</strong>
          <a href={readerAddress(last.statement)}>{saidPlainly(last.statement)}</a>
          {last.review && (
            <button type="button" onClick={onTakeBack}>
              {own().takeBack}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
