/**
 * 名次段 of one subject: how many of each school are among the first 50, 100 … of the county, told from the distributions alone. Equal marks
 * share a rank, so all who are tied at a cut are in. Of total marks there is none: schools send no pupil's total.
 */
import type { Paper } from "../contract.ts";
import { invalid, type Words } from "../refusal.ts";
import type { RollupInput } from "../rollup.ts";
import { HEADS, noteOf, type Rows, shownRows, titled, without } from "./bulletin.ts";
import type { Column, Table } from "./table.ts";

/** What most bulletins ask for; a convention of ours, and the bureau's to change. */
export const RANK_CUTS: readonly number[] = [50, 100, 200, 500];

export const NO_TOTALS: Words = {
  zh: "只有单科：总分名次要有每名学生的总分，填报里没有，算不出。学校可在自己的工作簿里用 =QUALITY.RANKBANDS。",
  en: "One subject at a time: ranks by total marks need every pupil's total, which is not sent. A school can use =QUALITY.RANKBANDS in its own workbook.",
};

/** Cumulative: the first 100 hold the first 50. Shares are of the school's (or the class's) pupils who sat. Refuses cuts that are no whole number from 1 on. */
export function rankTable(input: RollupInput, paper: Paper, cuts: readonly number[] = RANK_CUTS, of: Rows = "schools"): Table {
  if (cuts.length === 0 || cuts.some((cut) => !Number.isInteger(cut) || cut < 1))
    throw invalid("名次应是从 1 开始的整数，例如 50、100。", "ranks are whole numbers from 1 on, for example 50, 100");
  const rows = shownRows(input, paper, of);
  const county = rows.find(({ code }) => code === null)?.column?.frequency ?? [];
  const lines = cuts.map((cut) => lineOf(county, cut));
  const sat: Column = { name: { zh: "实考", en: "Sat" }, format: "count" };
  const columns = cuts.flatMap((cut): Column[] => [
    { name: { zh: `前 ${cut} 名`, en: `First ${cut}` }, format: "count" },
    { name: { zh: `前 ${cut} 名占比`, en: `First ${cut}, share` }, format: "rate" },
  ]);
  const cells = rows.map(({ school, column }) => {
    if (!column) return [...school, ...without([sat, ...columns])];
    const all = column.states.sat;
    const among = lines.map((line) => column.frequency.reduce((sum, [mark, pupils]) => (mark >= line ? sum + pupils : sum), 0));
    return [...school, all, ...among.flatMap((pupils) => [pupils, all === 0 ? null : pupils / all])];
  });
  const { zh, en } = noteOf(input, paper, of);
  const note = {
    zh: `按本科成绩，同分都计入，所以人数可能多于名次。${zh}`,
    en: `By the marks of this subject; ties are all in, so there may be more pupils than the rank. ${en}`,
  };
  return { title: titled(paper, "名次段", "rank bands"), note, columns: [...HEADS[of], sat, ...columns], rows: cells };
}

/** The mark of the pupil at a rank; with fewer pupils than that, everybody is in. */
function lineOf(ascending: readonly (readonly [mark: number, pupils: number])[], cut: number): number {
  let before = 0;
  for (const [mark, pupils] of [...ascending].reverse()) {
    before += pupils;
    if (before >= cut) return mark;
  }
  return Number.NEGATIVE_INFINITY;
}
