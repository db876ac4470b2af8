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

/** Excel's theme need not be the system's: where Excel tells its background, that decides. */
function followTheme(): void {
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  if (!background) return;
  const brightness = (background.match(/[0-9a-f]{2}/gi) ?? []).reduce((sum, pair) => sum + Number.parseInt(pair, 16), 0);
  document.documentElement.dataset.theme = brightness < 384 ? "dark" : "light";
}
