/** The task pane: in Excel, and beside the playground's grid. */
import { render } from "preact";
import type { Overview } from "../../shared/contract.ts";
import type { Workbook } from "../host.ts";
import { App } from "./app.tsx";
import { keepIn } from "./keep.ts";
import "./css/tokens.css";
import "./css/frame.css";
import "./css/controls.css";
import "./css/sheet.css";
import "./css/figures.css";
import "./css/insert.css";
import "./css/print.css";

export interface PaneOptions {
  /** Origin of the Worker; the page's own by default. */
  readonly server?: string;
  /** Prefix for what is kept in the browser: Excel on the web gives each embedding page its own. */
  readonly partition?: string;
  /** The answer for the kept connection, asked for before the pane's code was there. */
  readonly ahead?: Promise<Overview> | null;
}

/** Starts the pane in an element; returns how to end it. */
export function mountPane(
  element: HTMLElement,
  workbook: Workbook,
  { server = "", partition = "", ahead = null }: PaneOptions = {},
): () => void {
  render(<App workbook={workbook} server={server} keep={keepIn(partition)} ahead={ahead} />, element);
  return () => render(null, element);
}
