/** What the page does with files that were read: its worker takes them. */
import { instant } from "../../shared/moment.ts";
import type { Words } from "../../shared/refusal.ts";
import type { Keeping, Offer } from "../handin/import.ts";
import type { Office } from "./office.ts";

export function keepingOf(office: Office): Keeping | null {
  const { county, helper, spawn, refresh } = office;
  if (!county) return null;
  const now = () => instant(Date.now());
  return {
    county,
    spawn,
    take: async ({ offers, batch, chosen }) => {
      const files = offers.flatMap(({ read, path }) => (read.kind === "store" ? [] : [{ read, path }]));
      if (files.length > 0) return helper.ask("take", { files, batch, chosen, now: now() });
      const { file } = offers[0] as Offer;
      const { read: own, held, scenarios, notices } = await helper.ask("openFile", { file, now: now() });
      const more = (tongue: keyof Words) => notices.map((words) => ` ${words[tongue]}`).join("");
      const words = {
        zh: `读入 ${own} 份填报，现在共有 ${held} 份。${scenarios > 0 ? `读入 ${scenarios} 个方案。` : ""}${more("zh")}`,
        en: `Submissions read: ${own}; held now: ${held}.${scenarios > 0 ? ` Scenarios read: ${scenarios}.` : ""}${more("en")}`,
      };
      return [{ state: "taken", words }];
    },
    note: async ({ school, collection, findings }, places, text) => {
      if (school !== null && collection !== null) await helper.ask("note", { school, collection, findings, places, text, now: now() });
    },
    noted: async ({ school, collection, findings }) =>
      school === null || collection === null ? findings : helper.ask("noted", { school, collection, findings }),
    ended: refresh,
  };
}
