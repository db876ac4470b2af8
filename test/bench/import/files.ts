/** The county's files: templates filled in by a patcher of zips that shares no code with the product. Made once, kept under .cache. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeTemplate } from "../../../addin/template/write.ts";
import type { County } from "../../../shared/handin/county.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { rulesOf } from "../../../shared/indicators/rules.ts";
import { columnLetters } from "../../../shared/tabulate/address.ts";
import { templateOf } from "../../../shared/template/layout.ts";
import { type Entries, fill } from "../../tools/fill.ts";
import { root } from "../../tools/root.ts";
import { pupilsOf } from "./county.ts";

/** Where pupils begin, below the headers of a score sheet, and its first column of marks. */
const [FIRST_ROW, FIRST_MARK] = [6, 3];
const SHEET = "成绩 九年级";

/** Returns the folder with one .xlsx for each school. */
export async function filledFiles(county: County): Promise<string> {
  const first = await template(county, 0);
  const version = createHash("sha256").update(first).update(String(pupilsOf)).digest("hex").slice(0, 12);
  const folder = join(root, ".cache/import", `${county.schools.length}-${version}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  for (const [at, { school }] of county.schools.entries())
    writeFileSync(join(making, `${school}.xlsx`), fill(at === 0 ? first : await template(county, at), { [SHEET]: entries(at) }));
  renameSync(making, folder);
  return folder;
}

async function template(county: County, at: number): Promise<Uint8Array> {
  const [collection, school] = [county.collections[0], county.schools[at]];
  if (!collection || !school) throw new Error("the county is empty");
  const rules = rulesOf(shipped, collection.definitions);
  return writeTemplate(templateOf({ region: county, school, collection, rules, targets: [], made: "2026-06-20" }));
}

function entries(school: number): Entries[string] {
  const cells: Record<string, string | number> = {};
  for (const [at, pupil] of pupilsOf(school).entries()) {
    const row = FIRST_ROW + at;
    cells[`A${row}`] = pupil.class;
    cells[`B${row}`] = `2026${String(at + 1).padStart(4, "0")}`;
    cells[`C${row}`] = `学生${at + 1}`;
    for (const [subject, mark] of pupil.marks.entries()) cells[`${columnLetters(FIRST_MARK + subject)}${row}`] = mark;
  }
  return cells;
}
