/**
 * The shared runtime's entry: associates every function with its code, then starts the pane.
 * The association comes before anything that waits: a cell that calculates earlier would show #VALUE!.
 */
import * as functions from "./functions.ts";
import { restoreLanguage } from "./language.ts";
import { mountPane } from "./pane/index.tsx";
import { showOutside } from "./pane/outside.tsx";
import { excelWorkbook } from "./workbook.ts";

if (typeof CustomFunctions !== "undefined") {
  for (const [id, run] of Object.entries(functions)) CustomFunctions.associate(id, run);
}

const pane = document.getElementById("pane") as HTMLElement;

// Without office.js (offline, or blocked) there is no Excel to wait for either.
if (typeof Office === "undefined") outside();
else
  Office.onReady(({ host }) => {
    if (host !== Office.HostType.Excel) return outside();
    restoreLanguage(Office.context.displayLanguage);
    followTheme();
    mountPane(pane, excelWorkbook(), { partition: Office.context.partitionKey ?? "" });
  });

function outside(): void {
  restoreLanguage(navigator.language);
  showOutside(pane);
}

/** Excel's theme is not the system's: its background says which of the two it is. */
function followTheme(): void {
  const [red = 255, green = 255, blue = 255] =
    (Office.context.officeTheme?.bodyBackgroundColor ?? "").match(/[0-9a-f]{2}/gi)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  document.documentElement.dataset.theme = red + green + blue < 384 ? "dark" : "light";
}
