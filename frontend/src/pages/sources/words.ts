import { words } from "../../words/words";

export const sourceKinds = words({
  en: { publisher: "publisher", author: "author", document: "document", holder: "reported" },
  es: { publisher: "editor", author: "autor", document: "documento", holder: "citado" },
});
