/** The county of the tests of filled templates, its templates made today, and rows to fill them with. */
import { readFileSync } from "node:fs";
import { readFile } from "../../addin/files/read.ts";
import { writeTemplate } from "../../addin/template/write.ts";
import type { Collection, Paper } from "../../shared/contract.ts";
import type { County } from "../../shared/handin/county.ts";
import type { Handed } from "../../shared/handin/handed.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { type Template, templateOf } from "../../shared/template/layout.ts";
import { readTemplate } from "../../shared/template/read.ts";
import { markSheet } from "./demo-marks.ts";
import type { Typed } from "./edit.ts";
import { root } from "./root.ts";

const folder = "test/data/templates";

export const templateCounty: County = JSON.parse(readFileSync(`${root}${folder}/county.json`, "utf8"));
export const [exam, conditions, indicators] = templateCounty.collections as [Collection, Collection, Collection];

/** A template of format 1, made by the code of 2026-11-27 and filled in by openpyxl. */
export function oldTemplate(form: "exam" | "resources" | "indicators"): Uint8Array {
  return new Uint8Array(readFileSync(`${root}${folder}/format-1-${form}.xlsx`));
}

/** A school's template as data, as it is made today. */
export function templateFor(collection: Collection, code: string, county: County = templateCounty): Template {
  const school = county.schools.find((one) => one.school === code) ?? { school: code, name: county.name, stages: ["junior" as const] };
  const rules = rulesOf(shipped, collection.definitions, collection.choices ?? county.choices);
  return templateOf({ region: county, school, collection, rules, targets: county.targets, made: "2026-11-28" });
}

/** The same as an empty file. */
export function emptyTemplate(collection: Collection, code: string): Promise<Uint8Array> {
  return writeTemplate(templateFor(collection, code));
}

/** The file as it is handed in: bytes -> what it came to. */
export function handIn(file: Uint8Array, county: County = templateCounty): Handed {
  return readTemplate(readFile(file), county, shipped);
}

/** Every code with its place: "score-blank 成绩 九年级!D7". */
export function told({ findings }: Handed): string[] {
  return findings.map(({ code, sheet, cell }) =>
    [code, sheet === null ? "" : `${sheet}${cell === null ? "" : `!${cell}`}`].join(" ").trim(),
  );
}

/** Made-up rows of a grade's sheet: 班级 学号 姓名, marks on the papers' grids, earlier marks. Names and numbers are canaries. */
export function pupilRows(papers: readonly Paper[], seed: number, classes: number): Typed[][] {
  const columns = [...papers.map(({ grid }) => grid), ...papers.flatMap(({ before }) => before?.grid ?? [])];
  return markSheet(papers, { seed, classes, level: 0.1 })
    .slice(1)
    .map(([own = null, ...marks], at) => [
      own,
      `202337081100${seed}${String(at).padStart(4, "0")}`,
      `金丝雀${seed}甲${at}`,
      ...marks.map((mark, column) =>
        typeof mark === "number" ? Math.round(mark * (columns[column] ?? 1)) / (columns[column] ?? 1) : mark,
      ),
    ]);
}

export const papersOf = (stage: string, grade: number): Paper[] =>
  (exam.exam?.papers ?? []).filter((paper) => paper.stage === stage && paper.grade === grade);
