import { words } from "../../words/words";

export const sourceKinds = words({
  en: { publisher: "publishes", author: "writes", document: "document", holder: "is quoted" },
  es: { publisher: "publica", author: "escribe", document: "documento", holder: "es citada" },
});
