import { render } from "preact";
import { App } from "./app";
import "./style.css";

// The page's global `dissensus.data()`: for those who want the data behind a view in the browser's console.
export { data } from "./api/data";

const root = document.getElementById("pages");
if (root) render(<App />, root);
