// The documents, and one of them as read.

import { route } from "../../route";
import { DocumentList } from "./list";
import { Reader } from "./reader";
import "./documents.css";

export function Documents() {
  const id = route.value.path[1];
  return id ? <Reader key={id} id={id} /> : <DocumentList />;
}
