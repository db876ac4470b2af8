/** The page that needs neither server nor network: one HTML file, opened from wherever it lies. */
import { render } from "preact";
import { restoreLanguage } from "../language.ts";
import { App } from "./app.tsx";
import "../pane/css/tokens.css";
import "../pane/css/frame.css";
import "../pane/css/controls.css";
import "../pane/css/sheet.css";
import "../pane/css/figures.css";
import "../pane/css/insert.css";
import "../pane/css/page.css";
import "../handin/handin.css";
import "../template/template.css";
import "./offline.css";
import "../pane/css/print.css";

restoreLanguage();
render(<App />, document.getElementById("offline") as HTMLElement);
