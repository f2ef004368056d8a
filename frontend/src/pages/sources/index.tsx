// The sources: what each speaks of, its words for the actors, and with whom it agrees.

import { route } from "../../route";
import { Compare } from "./compare";
import { SourceList } from "./list";
import { SourcePage } from "./source";
import "./sources.css";

export function Sources() {
  const [, name, other] = route.value.path;
  if (name && other) return <Compare key={`${name} ${other}`} first={name} second={other} />;
  return name ? <SourcePage key={name} name={name} /> : <SourceList />;
}
