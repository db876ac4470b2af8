/** Starts the spreadsheet: the heavy half of the page, loaded when the light half is already on the screen. */
import type { FUniver } from "@univerjs/core/facade";
import type { Workbook } from "../host.ts";
import { language, onLanguage } from "../language.ts";
import { demoWorkbook } from "./demo.ts";
import type { Blank } from "./executor.ts";
import { type LocaleText, loadLocale } from "./locale.ts";
import { showMessages } from "./message.ts";
import { registered } from "./registered.ts";
import { guardSuggestions } from "./suggestions.ts";
import { startUniver } from "./univer.ts";
import { gridWorkbook } from "./workbook.ts";

declare global {
  /** Univer's facade, for people who try things in the console and for the browser tests. */
  var univerAPI: FUniver;
}

export interface Place {
  readonly grid: HTMLElement;
  readonly messageLine: HTMLElement;
}

export function startGrid({ grid, messageLine }: Place, locale: LocaleText, blank: Blank): Workbook {
  const container = document.createElement("div");
  container.className = "univer";
  grid.append(container);
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  const univerAPI = startUniver(container, locale, darkness.matches, registered(blank));
  globalThis.univerAPI = univerAPI;
  const workbook = univerAPI.createWorkbook(demoWorkbook(language()));
  guardSuggestions(workbook.getActiveSheet().getInject());
  showMessages(univerAPI, messageLine);
  darkness.addEventListener("change", () => univerAPI.toggleDarkMode(darkness.matches));
  onLanguage(() => void speak(univerAPI));
  return gridWorkbook(univerAPI);
}

async function speak(univerAPI: FUniver): Promise<void> {
  const { type, text } = await loadLocale();
  univerAPI.loadLocales(type, text);
  univerAPI.setLocale(type);
}
