// Adding texts: dropped, chosen or pasted; how far their reading is; and what could not be read, where it belongs.

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { data } from "../../api/data";
import type { Kind, RecordInfo, Upload } from "../../api/model";
import { useData } from "../../parts/data";
import { Problem, Shown, whyOf } from "../../parts/states";
import { address } from "../../route";
import { countedKind, recordWords } from "../../words/record";
import { counted, words } from "../../words/words";
import "./add.css";

const own = words({
  en: {
    title: "Add texts",
    readOnly: "This record is served read-only.",
    drop: "Drop files here, or",
    choose: "Choose files",
    kinds: "Text, Markdown, web pages, PDF, Word, mail, feeds, and archives of these.",
    paste: "Or paste a text",
    text: "Text",
    heading: "Title",
    source: "Publisher or outlet",
    author: "Author",
    date: "Date of publication",
    dateHint: "2019, 2019-11 or 2019-11-10",
    read: "Read this text",
    known: "About these texts, where they do not say it themselves",
    waiting: "waiting",
    reading: "being read",
    done: "read",
    failed: "not read",
    report: (documents: string, words: string, known: number) =>
      `${documents}, ${words}${known ? `, ${known} in the record already` : ""}`,
    problems: "Could not be read",
    look: "Look at the documents",
  },
  es: {
    title: "Añadir textos",
    readOnly: "Este registro se sirve solo para lectura.",
    drop: "Suelte archivos aquí, o",
    choose: "Elija archivos",
    kinds: "Texto, Markdown, páginas web, PDF, Word, correo, canales y archivos que los contengan.",
    paste: "O pegue un texto",
    text: "Texto",
    heading: "Título",
    source: "Editor o medio",
    author: "Autor",
    date: "Fecha de publicación",
    dateHint: "2019, 2019-11 o 2019-11-10",
    read: "Leer este texto",
    known: "Sobre estos textos, si ellos mismos no lo dicen",
    waiting: "en espera",
    reading: "en lectura",
    done: "leído",
    failed: "no leído",
    report: (documents: string, words: string, known: number) =>
      `${documents}, ${words}${known ? `, ${known} ya en el registro` : ""}`,
    problems: "No se pudieron leer",
    look: "Ver los documentos",
  },
});

interface Given {
  name: string;
  upload: Upload | null;
  problem: string | null;
}

const PAUSE = 700;

export function Add() {
  const record = useData<RecordInfo>("record");
  return (
    <>
      <h1>{own().title}</h1>
      <Shown data={record}>{(info) => (info.read_only ? <Problem why={own().readOnly} /> : <Adding />)}</Shown>
    </>
  );
}

function Adding() {
  const [given, setGiven] = useState<Given[]>([]);
  const [over, setOver] = useState(false);
  const [known, setKnown] = useState({ title: "", source: "", author: "", date: "" });
  const [text, setText] = useState("");
  const chooser = useRef<HTMLInputElement>(null);
  const textId = useId();

  useEffect(() => {
    const open = given.filter((one) => one.upload && !["done", "failed"].includes(one.upload.phase));
    if (!open.length) return;
    const timer = setTimeout(async () => {
      const told = await Promise.all(given.map(refreshed));
      setGiven(told);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [given]);

  async function send(name: string, make: () => Promise<Upload>): Promise<void> {
    const one: Given = { name, upload: null, problem: null };
    try {
      one.upload = await make();
    } catch (error) {
      one.problem = whyOf(error);
    }
    setGiven((before) => [one, ...before]);
  }

  function sendFiles(files: FileList | null): void {
    if (!files?.length) return;
    const form = new FormData();
    for (const file of files) form.append("files", file, file.name);
    for (const name of ["source", "author", "date"] as const) if (known[name]) form.append(name, known[name]);
    const names = [...files].map((file) => file.name).join(", ");
    void send(names, () => data().send<Upload>("POST", "uploads", form));
  }

  return (
    <>
      <fieldset>
        <legend>{own().known}</legend>
        <div class="row filters">
          {(["source", "author", "date"] as const).map((name) => (
            <Field
              key={name}
              label={own()[name]}
              value={known[name]}
              hint={name === "date" ? own().dateHint : ""}
              onChange={(value) => setKnown({ ...known, [name]: value })}
            />
          ))}
        </div>
      </fieldset>
      <div
        class={`drop card${over ? " over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          sendFiles(event.dataTransfer?.files ?? null);
        }}
      >
        <p>
          {own().drop}{" "}
          <button type="button" onClick={() => chooser.current?.click()}>
            {own().choose}
          </button>
        </p>
        <p class="small soft">{own().kinds}</p>
        <input
          ref={chooser}
          type="file"
          multiple
          class="hidden"
          tabIndex={-1}
          aria-label={own().choose}
          onChange={(event) => {
            sendFiles(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const name = known.title || own().text;
          void send(name, () => data().send<Upload>("POST", "uploads/pasted", { text, ...known })).then(() => setText(""));
        }}
      >
        <h2>{own().paste}</h2>
        <Field label={own().heading} value={known.title} hint="" onChange={(title) => setKnown({ ...known, title })} />
        <label for={textId}>{own().text}</label>
        <textarea id={textId} rows={10} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        <p>
          <button type="submit" class="chief" disabled={!text.trim()}>
            {own().read}
          </button>
        </p>
      </form>
      <div aria-live="polite">
        {given.map((one, place) => (
          <Outcome key={one.upload?.id ?? `${place} ${one.name}`} given={one} />
        ))}
      </div>
    </>
  );
}

async function refreshed(one: Given): Promise<Given> {
  if (!one.upload || ["done", "failed"].includes(one.upload.phase)) return one;
  try {
    return { ...one, upload: await data().get<Upload>(`uploads/${one.upload.id}`) };
  } catch (error) {
    return { ...one, upload: null, problem: whyOf(error) };
  }
}

function Outcome({ given: { name, upload, problem } }: { given: Given }) {
  const names = recordWords();
  const told = upload && Object.entries(upload.statements);
  return (
    <section class="card outcome" aria-label={name}>
      <h3>{name}</h3>
      {(problem ?? upload?.problem) && <Problem why={problem ?? upload?.problem ?? ""} />}
      {upload && (
        <>
          <p>
            {own()[upload.phase]}
            {upload.documents + upload.known > 0 &&
              `: ${own().report(counted(upload.documents, names.documents), counted(upload.words, names.words), upload.known)}`}
          </p>
          {upload.phase === "reading" && (
            <progress value={upload.bytes} max={upload.bytes_in_all || 1} aria-label={own().reading} />
          )}
          {told && told.length > 0 && (
            <p class="small soft">
              {told.map(([kind, count]) => countedKind(count, kind as Kind)).join(", ")}
            </p>
          )}
          {upload.failures.length > 0 && (
            <>
              <p>{own().problems}</p>
              <ul class="small">
                {upload.failures.map((failure) => (
                  <li key={`${failure.path} ${failure.message}`}>
                    <code>{failure.path}</code>: {failure.message}
                  </li>
                ))}
              </ul>
            </>
          )}
          {upload.phase === "done" && <a href={address(["documents"])}>{own().look}</a>}
        </>
      )}
    </section>
  );
}

interface FieldProps {
  label: string;
  value: string;
  hint: string;
  onChange: (value: string) => void;
}

function Field({ label, value, hint, onChange }: FieldProps) {
  const id = useId();
  return (
    <span class="field">
      <label for={id}>{label}</label>
      <input id={id} value={value} placeholder={hint} onInput={(event) => onChange(event.currentTarget.value)} />
    </span>
  );
}
