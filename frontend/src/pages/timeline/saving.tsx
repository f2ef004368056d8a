// The pictures and the events as files.

import type { RefObject } from "preact";
import { type Kept, SaveAs, csvBlob, jsonBlob, pngBlob, styled, svgBlob } from "../../parts/save";
import type { Told } from "./events";
import { own } from "./words";

export function SavePicture({ name, drawing }: { name: string; drawing: RefObject<SVGSVGElement> }) {
  const made = (make: (svg: SVGSVGElement) => Blob | Promise<Blob>) => () => {
    if (!drawing.current) throw new Error("nothing is drawn");
    return make(styled(drawing.current));
  };
  const choices: Kept[] = [
    { format: "SVG", file: `${name}.svg`, make: made(svgBlob) },
    { format: "PNG", file: `${name}.png`, make: made(pngBlob) },
  ];
  return <SaveAs choices={choices} />;
}

export function SaveEvents({ events }: { events: readonly Told[] }) {
  const header = ["start", "end", "precision", "type", "score", "actors", "recipients", "place", "country", "latitude",
    "longitude", "commitment", "holder", "confidence", "source", "title", "quote", "document", "statement"]; // prettier-ignore
  return (
    <div class="row" role="group" aria-label={own().list}>
      <SaveAs
        choices={[
          {
            format: "CSV",
            file: "events.csv",
            make: () =>
              csvBlob(
                header,
                events.map((event) => [
                  event.start,
                  event.end,
                  event.precision,
                  event.type,
                  event.score,
                  listed(event.actors),
                  listed(event.recipients),
                  event.place,
                  event.country,
                  event.lat,
                  event.lon,
                  event.commitment,
                  event.holder,
                  event.confidence,
                  event.source,
                  event.title,
                  event.quote,
                  event.document,
                  event.statement,
                ]),
              ),
          },
          {
            format: "JSON",
            file: "events.json",
            make: () => jsonBlob(events.map(({ from: _from, to: _to, sign: _sign, firm: _firm, ...event }) => event)),
          },
        ]}
      />
    </div>
  );
}

/** As the record's own tables do it. */
function listed(actors: readonly { name: string }[]): string {
  return actors.map(({ name }) => name).join("|");
}
