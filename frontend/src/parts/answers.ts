// What the view at hand was drawn from, so that it can be saved.

import { useEffect } from "preact/hooks";

const answers = new Map<object, { asked: string; answer: unknown }>();

/** Keep an answer among those of the view for as long as it is shown. */
export function useAsShown(asked: string | null, answer: unknown): void {
  useEffect(() => {
    if (asked === null || answer === null) return;
    const place = {};
    answers.set(place, { asked, answer });
    return () => void answers.delete(place);
  }, [asked, answer]);
}

/** By what was asked: `statements?kind=tie`. */
export function shownAnswers(): Record<string, unknown> {
  return Object.fromEntries([...answers.values()].map(({ asked, answer }) => [asked, answer]));
}
