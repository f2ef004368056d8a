// What pages choose by name: actors, documents, sources, and those who say something.

import { data } from "../api/data";
import type { ActorLine, DocumentLine, OpenedDocument, Page, RecordInfo } from "../api/model";
import { fold } from "../api/searching";
import { recordWords } from "../words/record";
import { compare, date } from "../words/words";
import { useData } from "./data";
import { type Choice, Picker } from "./picker";

const MOST = 12;

interface Props<T> {
  label: string;
  /** Shown at first. */
  name?: string;
  onChoose: (chosen: T | null) => void;
}

export function ActorPicker({ label, name = "", onChoose }: Props<ActorLine>) {
  return <Picker label={label} name={name} search={actorChoices} onChoose={onChoose} />;
}

export async function actorChoices(typed: string, signal: AbortSignal): Promise<Choice<ActorLine>[]> {
  const page = await data().get<Page<ActorLine>>("actors", { search: typed, size: MOST }, signal);
  return page.items.map((actor) => ({
    id: actor.id,
    name: actor.name,
    detail: recordWords().types[actor.type],
    value: actor,
  }));
}

/** An actor, the author of a text, or whoever is called as typed. */
export function HolderPicker({ label, name = "", onChoose }: Props<string>) {
  async function search(typed: string, signal: AbortSignal): Promise<Choice<string>[]> {
    const found = (await actorChoices(typed, signal)).map((one) => ({ ...one, value: one.name }));
    const { author } = recordWords();
    return fold(author).includes(fold(typed)) ? [{ id: "author", name: author, value: "author" }, ...found] : found;
  }
  const shown = name === "author" ? recordWords().author : name;
  return <Picker label={label} name={shown} search={search} onChoose={onChoose} onTyped={onChoose} />;
}

export function SourcePicker({ label, name = "", onChoose }: Props<string>) {
  async function search(typed: string, signal: AbortSignal): Promise<Choice<string>[]> {
    const { sources } = await data().get<RecordInfo>("record", {}, signal);
    const piece = fold(typed);
    return Object.keys(sources)
      .filter((source) => source && fold(source).includes(piece))
      .sort(compare)
      .slice(0, MOST)
      .map((source) => ({ id: source, name: source, value: source }));
  }
  return <Picker label={label} name={name} search={search} onChoose={onChoose} />;
}

/** By words of its title or text. */
export function DocumentPicker({ label, id, onChoose }: { label: string; id: string; onChoose: (id: string | null) => void }) {
  const chosen = useData<OpenedDocument>(id ? `documents/${encodeURIComponent(id)}` : null);
  async function search(typed: string, signal: AbortSignal): Promise<Choice<string>[]> {
    const page = await data().get<Page<DocumentLine>>("documents", { text: `${typed}*`, size: MOST }, signal);
    return page.items.map((document) => ({
      id: document.id,
      name: document.title ?? document.path ?? document.id,
      detail: [document.source, date(document.date)].filter(Boolean).join(", "),
      value: document.id,
    }));
  }
  const known = id ? chosen.value?.document : null;
  return <Picker label={label} name={known?.title ?? known?.path ?? id} search={search} onChoose={onChoose} />;
}
