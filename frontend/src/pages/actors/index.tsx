// The actors, and one of them with what is told of it.

import { route } from "../../route";
import { ActorList } from "./list";
import { ActorPage } from "./actor";

export function Actors() {
  const id = route.value.path[1];
  return id ? <ActorPage key={id} id={id} /> : <ActorList />;
}
