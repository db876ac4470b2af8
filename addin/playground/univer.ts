/** A Univer spreadsheet inside an element: the open-source sheet parts only, with the QUALITY functions in its formula engine. */
import "@univerjs/preset-sheets-core/lib/index.css";
import { LogLevel, ThemeService, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import type { LocaleText } from "./locale.ts";
import type { Registered } from "./registered.ts";

/** Fluent's brand blue on the eleven steps that Univer's theme asks for. */
const ACCENT = {
  50: "#ebf3fc",
  100: "#cfe4fa",
  200: "#b4d6fa",
  300: "#96c6fa",
  400: "#62abf5",
  500: "#2886de",
  600: "#0f6cbd",
  700: "#115ea3",
  800: "#0f548c",
  900: "#0c3b5e",
};

export function startUniver(container: HTMLElement, { type, text }: LocaleText, darkMode: boolean, functions: Registered): FUniver {
  const univer = new Univer({ locale: type, locales: { [type]: text }, logLevel: LogLevel.ERROR, darkMode });
  const themes = univer.__getInjector().get(ThemeService);
  themes.setTheme({ ...themes.getCurrentTheme(), primary: ACCENT });
  const preset = UniverSheetsCorePreset({
    container,
    ribbonType: "simple",
    menu: { "sheet.command.set-range-font-family": { hidden: true } },
    footer: { menus: false, addSheetButtonConfig: { defaultRowCount: 200, defaultColumnCount: 26 } },
    formula: { function: functions.executors, description: functions.descriptions },
  });
  for (const plugin of preset.plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return FUniver.newAPI(univer);
}
