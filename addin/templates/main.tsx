/** /templates: the templates of a collection, for the bureau and for a school. */
import { render } from "preact";
import { restoreLanguage } from "../language.ts";
import { keepIn } from "../pane/keep.ts";
import { App } from "./app.tsx";
import "../pane/css/tokens.css";
import "../pane/css/frame.css";
import "../pane/css/controls.css";
import "../pane/css/page.css";
import "../template/template.css";

restoreLanguage();
render(<App keep={keepIn("")} />, document.getElementById("templates") as HTMLElement);
