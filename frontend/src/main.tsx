import { render } from "preact";
import { data } from "./api/data";
import { App } from "./app";
import "./style.css";

declare global {
  interface Window {
    dissensus?: { data: typeof data };
  }
}

// `await dissensus.data().get("statements", { kind: "tie" })`: the data behind a view, in the browser's console.
window.dissensus = { data };

const root = document.getElementById("pages");
if (root) render(<App />, root);
