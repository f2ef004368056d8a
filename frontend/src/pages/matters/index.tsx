// Where the sources part ways: the matters, and one of them with the quotes side by side.

import { route } from "../../route";
import { MatterList } from "./list";
import { MatterPage } from "./matter";
import "./matters.css";

export function Matters() {
  const id = route.value.path[1];
  return id ? <MatterPage key={id} id={id} /> : <MatterList />;
}
