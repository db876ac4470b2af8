/**
 * The shared runtime's entry: associates every function, then starts the pane.
 * The association comes before anything that waits: a cell that calculates earlier would show #VALUE!. The code comes with the first call.
 */
import ids from "virtual:function-ids";
import { regionApi } from "./api.ts";
import { atFirstCall } from "./first-call.ts";
import { restoreLanguage } from "./language.ts";
import { keepIn } from "./pane/keep.ts";
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
    const ahead = askAhead(partition);
    void pane.then(({ mountPane }) => mountPane(place, excelWorkbook(), { partition, ahead }));
  });

/** The kept connection's county, while the pane's code is still on its way: the first screen waits for the longer of the two, not for both. */
function askAhead(partition: string) {
  const kept = keepIn(partition).read();
  if (!kept) return null;
  const coming = regionApi(kept).overview();
  coming.catch(() => undefined); // Told by the pane, which waits for it too.
  return coming;
}

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
