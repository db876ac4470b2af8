/** The names by which a template's formulas know its columns: whoever cuts cells out and pastes others over them can leave a name without its place. */
import type { ReadBook } from "../../handin/book.ts";
import type { Template } from "../layout.ts";
import type { Findings } from "./findings.ts";

/** So many are named. */
const LISTED = 3;

/** Tells of the names that lead nowhere any more, and whether there are any. Files of other programs have no names: that is their way, and no fault. */
export function checkNames({ names: told = [] }: ReadBook, { names }: Pick<Template, "names">, findings: Findings): boolean {
  const lost = new Set(told.filter(({ sheet, text }) => sheet === undefined && LOST.test(text)).map(({ name }) => name));
  const broken = names.filter(({ name }) => lost.has(name));
  const [first] = broken;
  if (!first) return false;
  const listed = broken.slice(0, LISTED).map(({ name }) => `“${name}”`);
  findings.query("name-broken", first.sheet, first.range.replaceAll("$", "").split(":")[0] ?? null, {
    zh: `模板的名称${listed.join("、")}${broken.length > LISTED ? `等 ${broken.length} 个` : ""}指不到格子了（#REF!），多半是剪切过单元格：用到的公式都算不出，重新计算也没有用。上报的数由系统计算，不受影响；请用新模板，把填的内容“选择性粘贴—数值”进去。`,
    en: `the template's names ${listed.join(", ")}${broken.length > LISTED ? ` and ${broken.length - LISTED} more` : ""} lead nowhere any more (#REF!), most likely because cells were cut: no formula with them has a result, and recalculating does not help. What is sent is computed by the system; take a new template and paste the values into it.`,
  });
  return true;
}

/** LibreOffice writes it small. */
const LOST = /#REF!/i;
