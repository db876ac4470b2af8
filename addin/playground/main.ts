/** The light half of the playground: header, language and dialog work at once; the spreadsheet and the pane follow. */
import { chooseLanguage, language, onLanguage, restoreLanguage } from "../language.ts";
import { loadLocale } from "./locale.ts";
import { moveByRegion } from "./regions.ts";

const TITLES = { "zh-CN": "QUALITY 学校质量指标", en: "QUALITY school-quality indicators" } as const;

/** Some builds of Excel hand blanks over as 0; ?blanks=zero lets a person and a test see what follows from it. */
const blank = new URLSearchParams(location.search).get("blanks") === "zero" ? 0 : null;

const byId = (id: string) => document.getElementById(id) as HTMLElement;

function prepare(): void {
  restoreLanguage();
  moveByRegion();
  const title = () => {
    document.title = TITLES[language()];
  };
  title();
  onLanguage(title);
  for (const place of document.querySelectorAll("[data-origin]")) place.textContent = location.origin;
  for (const note of document.querySelectorAll<HTMLElement>("[data-when]")) note.hidden = note.dataset.when !== location.protocol;

  byId("zeros").hidden = blank === null;
  const dialog = byId("installing") as HTMLDialogElement;
  byId("install").addEventListener("click", () => dialog.showModal());
  byId("again").addEventListener("click", () => location.reload());
  byId("language").addEventListener("click", () => chooseLanguage(language() === "en" ? "zh-CN" : "en"));
  byId("pane-toggle").addEventListener("click", () => {
    const pane = byId("pane");
    pane.hidden = !pane.hidden;
    byId("pane-toggle").setAttribute("aria-expanded", String(!pane.hidden));
  });
}

async function open(): Promise<void> {
  const [{ startGrid }, { mountPane }, locale] = await Promise.all([import("./grid.ts"), import("../pane/index.tsx"), loadLocale()]);
  const workbook = startGrid({ grid: byId("grid"), messageLine: byId("message") }, locale, blank);
  byId("waiting").hidden = true;
  mountPane(byId("pane"), workbook);
}

prepare();
open().catch((error: unknown) => {
  byId("waiting").hidden = true;
  byId("failed").hidden = false;
  throw error;
});
