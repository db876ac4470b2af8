/**
 * The shared runtime's entry: associates every function, then starts the pane.
 * The association comes before anything that waits: a cell that calculates earlier would show #VALUE!. The code comes with the first call.
 */
import ids from "virtual:function-ids";
import { atFirstCall } from "./first-call.ts";
import { restoreLanguage } from "./language.ts";
import { excelWorkbook } from "./workbook.ts";

if (typeof CustomFunctions !== "undefined") {
  const code = atFirstCall(() => import("./functions.ts"));
  for (const id of ids) CustomFunctions.associate(id, code(id));
}

const place = document.getElementById("pane") as HTMLElement;
/** Fetched after the functions: no cell waits for the pane. */
const pane = import("./pane/index.tsx");

// Without office.js (offline, or blocked) there is no Excel to wait for either.
if (typeof Office === "undefined") outside();
else
  Office.onReady(({ host }) => {
    if (host !== Office.HostType.Excel) return outside();
    restoreLanguage(Office.context.displayLanguage);
    followTheme();
    const partition = Office.context.partitionKey ?? "";
    void pane.then(({ mountPane }) => mountPane(place, excelWorkbook(), { partition }));
  });

function outside(): void {
  restoreLanguage(navigator.language);
  void import("./pane/outside.tsx").then(({ showOutside }) => showOutside(place));
}

/** Excel's theme need not be the system's: where Excel tells its background, that decides. */
function followTheme(): void {
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  if (!background) return;
  const brightness = (background.match(/[0-9a-f]{2}/gi) ?? []).reduce((sum, pair) => sum + Number.parseInt(pair, 16), 0);
  document.documentElement.dataset.theme = brightness < 384 ? "dark" : "light";
}
