// What people made of a statement before.

import type { Review } from "../../api/model";
import { recordWords } from "../../words/record";
import { date, words } from "../../words/words";

const own = words({
  en: { title: "Reviews of this statement", by: "by", undone: (by: string) => `taken back by ${by}` },
  es: { title: "Revisiones de este enunciado", by: "por", undone: (by: string) => `deshecho por ${by}` },
});

export function History({ reviews }: { reviews: readonly Review[] }) {
  if (!reviews.length) return null;
  return (
    <details open>
      <summary>{own().title}</summary>
      <ul class="small">
        {reviews.map((review) => (
          <li key={review.number}>
            {recordWords().reviews[review.state]} {own().by} {review.by}, {date(review.at.slice(0, 10))}{" "}
            {review.at.slice(11, 16)}
            {review.note && `: ${review.note}`}
            {review.undone_at && <span class="soft"> ({own().undone(review.undone_by ?? "")})</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
