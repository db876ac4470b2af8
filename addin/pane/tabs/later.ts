/** The tabs that the first screen does not need: each is loaded when it is opened. So are the functions, where no cell has called one. */
import { fetchedLater, lazily } from "../lazily.tsx";

fetchedLater(() => import("../../functions.ts"));
export const CountyTab = lazily(async () => (await import("./county.tsx")).CountyTab);
export const InsertTab = lazily(async () => (await import("./insert.tsx")).InsertTab);
export const SettingsTab = lazily(async () => (await import("./settings.tsx")).SettingsTab);
export const StatementsTab = lazily(async () => (await import("../../statements/tab.tsx")).StatementsTab);
export const SubmitTab = lazily(async () => (await import("./submit.tsx")).SubmitTab);
export const WhatIfTab = lazily(async () => (await import("../../whatif/pane.tsx")).PaneWhatIf);
