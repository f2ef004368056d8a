import { render } from "preact";
import { App } from "./app";
import "./style.css";

const root = document.getElementById("pages");
if (root) render(<App />, root);
