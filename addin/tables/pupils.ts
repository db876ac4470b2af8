/** What the functions of everyday analysis spill about pupils: one mark or two for each, in columns that go row by row. */
import { attainment } from "../../shared/analysis/attainment.ts";
import { borderline, type Pupil } from "../../shared/analysis/borderline.ts";
import { effectiveLine, type TwoMarks } from "../../shared/analysis/effectiveline.ts";
import { rankBands } from "../../shared/analysis/rankbands.ts";
import { standardScores } from "../../shared/analysis/tscores.ts";
import { quotient } from "../../shared/kernel/quotient.ts";
import { isTotal } from "../../shared/marks/totals.ts";
import { invalid } from "../../shared/refusal.ts";
import { placeOf } from "../../shared/scores.ts";
import { argument, groupAt, list, optionalNumber, range, sameLength, someCells } from "../cells.ts";
import { markAt } from "../marks.ts";
import { marksByGroup, totalRow } from "../rows.ts";
import type { Table } from "../tables.ts";

const TOTAL = "合计";

/** 标准分 in the shape of the column or row asked about. */
export function tScoresTable(scores: unknown, mean: number, sd: number): Table {
  const cells = argument("scores", () => list(someCells(scores)));
  const marks = cells.map((cell, row) => {
    const score = argument("scores", () => markAt(cell, row));
    return typeof score === "number" ? score : undefined;
  });
  const answers = argument("scores", () => standardScores(marks, mean, sd)).map((score) => score ?? "");
  return range(scores).length === 1 ? [answers] : answers.map((answer) => [answer]);
}

/** 名次段: a row for each group, then 合计, which says how many ties let in. */
export function rankBandsTable(groups: unknown, totals: unknown, cuts: unknown): Table {
  const places = ranks(cuts);
  const found = marksByGroup("groups", groups, "totals", totals);
  const counts = argument("totals", () =>
    rankBands(
      found.map(({ marks }) => marks),
      places,
    ),
  );
  const row = (name: string | number, sat: number, own: readonly number[]) => [
    name,
    sat,
    ...own.flatMap((count) => [count, sat === 0 ? "" : quotient(count, sat)]),
  ];
  const sat = found.reduce((n, { marks }) => n + marks.length, 0);
  const all = places.map((_, at) => counts.reduce((n, own) => n + (own[at] as number), 0));
  return [
    ["学校", "实考", ...places.flatMap((place) => [`前${place}名`, `前${place}名占实考`])],
    ...found.map(({ name, marks }, at) => row(name, marks.length, counts[at] as number[])),
    row(TOTAL, sat, all),
  ];
}

/** Cut ranks: whole numbers from 1; blanks are passed over. */
function ranks(cuts: unknown): number[] {
  const given = range(cuts)
    .flat()
    .map((cell) => optionalNumber("cuts", cell))
    .filter((cut) => cut !== undefined);
  return argument("cuts", () => {
    if (given.length === 0) throw invalid("请给出名次，例如 50、100、200。", "give ranks, for example 50, 100, 200");
    const bad = given.find((cut) => !Number.isInteger(cut) || cut < 1);
    if (bad !== undefined) throw invalid(`${bad} 不是名次：请用 1 以上的整数。`, `${bad} is not a rank: use whole numbers from 1`);
    return given;
  });
}

const NAME = { zh: "姓名或学号", en: "a name or number of a pupil" };

/** 临界生 from the top; where there is none, a line says so. */
export function borderlineTable(names: unknown, scores: unknown, line: number, margin: number): Table {
  const found = borderline(namedMarks(names, scores), line, margin);
  const rows = found.map(({ name, mark, distance, reached }) => [name, mark, distance, reached ? "线上" : "线下"]);
  return [["姓名", "分数", `距 ${line} 分线`, "位置"], ...(rows.length === 0 ? [["没有临界生", "", "", ""]] : rows)];
}

function namedMarks(names: unknown, scores: unknown): Pupil[] {
  const called = argument("names", () => list(names));
  const cells = argument("scores", () => list(scores));
  sameLength("names", called, "scores", cells);
  return cells.flatMap((cell, row) => {
    const name = argument("names", () => groupAt(called[row], row, NAME));
    if (name && isTotal(name.key)) argument("names", () => totalRow(row));
    const score = argument("scores", () => markAt(cell, row));
    if (typeof score !== "number") return [];
    return [{ name: argument("names", () => name ?? nameless(row)).name, mark: score }];
  });
}

function nameless(row: number): never {
  const at = placeOf(row);
  throw invalid(`${at.zh}有分数，却没有姓名。`, `${at.en} has a score but no name`);
}

/** 有效分 as one row, the method and both denominators said. */
export function effectiveLineTable(totals: unknown, subject: unknown, line: number): Table {
  const { pupils, incomplete } = bothMarks(totals, subject);
  const found = effectiveLine(pupils, line);
  const { both } = found;
  return [
    [
      ...["总分线", "学科有效分", "总分上线人数", "单科上线人数", "双上线人数"],
      ...["命中率（占单科上线）", "贡献率（占总分上线）", "总分上线单科未上", "单科上线总分未上", "参与人数", "缺一项未计人数", "方法"],
    ],
    [
      ...[line, found.line, found.total, found.subject, both],
      ...[quotient(both, found.subject), quotient(both, found.total), found.total - both, found.subject - both],
      ...[pupils.length, incomplete, "等位法：单科第N名的分数，N为总分上线人数"],
    ],
  ];
}

/** Pupils with both marks, and how many lack one: the two lines are about the same pupils. */
function bothMarks(totals: unknown, subject: unknown): { pupils: TwoMarks[]; incomplete: number } {
  const [all, one] = [argument("totals", () => list(totals)), argument("subject", () => list(subject))];
  sameLength("totals", all, "subject", one);
  const pupils: TwoMarks[] = [];
  let incomplete = 0;
  all.forEach((cell, row) => {
    const total = argument("totals", () => markAt(cell, row));
    const mark = argument("subject", () => markAt(one[row], row));
    if (typeof total === "number" && typeof mark === "number") pupils.push({ total, subject: mark });
    // A row wholly blank is no pupil, nor is one who left (转出).
    else if ((total !== null || mark !== null) && total !== "left" && mark !== "left") incomplete++;
  });
  return { pupils, incomplete };
}

/** 均分达到度 and 超均率: a row for each group, then 合计. */
export function attainmentTable(groups: unknown, scores: unknown): Table {
  const found = marksByGroup("groups", groups, "scores", scores);
  const { groups: own, all } = argument("scores", () => attainment(found.map(({ marks }) => marks)));
  const rows = found.map(({ name }, at) => {
    const one = own[at];
    return [name, one?.sat ?? 0, one?.mean ?? "", one?.attained ?? "", one?.over ?? ""];
  });
  return [["分组", "实考", "平均分", "均分达到度", "超均率"], ...rows, [TOTAL, all.sat, all.mean, all.attained, all.over]];
}
