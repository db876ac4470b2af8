/** The task pane in Chromium, from the page's beginning to the first rows of 核对, and to the form that connects: time, and what was loaded. */

import { type ExcelPane, startExcelPane } from "../browser/excel-pane.ts";
import { type Loaded, type Screen, watchFirst } from "../browser/first-screen.ts";
import * as county from "../tools/demo-county.ts";
import type { Timed } from "./measure.ts";

const FULLS = county.exam.papers.map(({ full }) => full);
const SHEET = {
  name: "成绩",
  cells: [
    ["学号", ...county.exam.papers.map(({ subject }) => subject)],
    ...Array.from({ length: 500 }, (_, row) => [
      row + 1,
      ...FULLS.map((full, at) => Math.round(full * (0.5 + ((row * 37 + at * 17) % 40) / 80))),
    ]),
  ],
};

export interface Opened extends Timed {
  /** Kilobytes compressed: scripts and styles; and with the page and the server's answers. */
  readonly code: number;
  readonly all: number;
}

/** Opens the pane anew in each round, nothing cached. */
export async function firstScreens(rounds: number): Promise<Opened[]> {
  const excel = await startExcelPane();
  try {
    return [
      await timed(excel, "核对 of 500 pupils, connected", "check", rounds),
      await timed(excel, "the form that connects", "connect", rounds),
    ];
  } finally {
    await excel.stop();
  }
}

async function timed(excel: ExcelPane, name: string, screen: Screen, rounds: number): Promise<Opened> {
  const origin = new URL(excel.url).origin;
  const value = JSON.stringify({ server: "", region: county.region, token: excel.token });
  const kept = screen === "check" ? [{ origin, localStorage: [{ name: "quality.session", value }] }] : [];
  const times: number[] = [];
  let loaded: Loaded[] = [];
  for (let round = 0; round <= rounds; round++) {
    let first: Awaited<ReturnType<typeof watchFirst>> | undefined;
    const page = await excel.open([SHEET], { storageState: { cookies: [], origins: kept } }, {}, async (page) => {
      first = await watchFirst(page);
    });
    const shown = await first?.(screen);
    // The first opening warms the server up.
    if (shown && round > 0) times.push(shown.at);
    loaded = shown?.loaded ?? [];
    await page.context().close();
  }
  const bytes = (files: readonly Loaded[]) => files.reduce((sum, file) => sum + file.bytes, 0) / 1000;
  const sorted = times.sort((a, b) => a - b);
  return {
    ...{ name, median: sorted[sorted.length >> 1] ?? Number.NaN, fastest: sorted[0] ?? Number.NaN },
    ...{ code: bytes(loaded.filter(({ path }) => /\.(js|css)$/.test(path))), all: bytes(loaded) },
  };
}
