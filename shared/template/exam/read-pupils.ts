/** What a list of pupils says beside the marks: numbers given twice, classes that look alike, classes too large to be one. */
import type { Value } from "../../handin/book.ts";
import { addressOf } from "../../tabulate/address.ts";
import { isNumber, readNumber } from "../../tabulate/number.ts";
import type { Preview } from "../../tabulate.ts";
import type { ScorePlace } from "../places.ts";
import { plainIn } from "../reading/cells.ts";
import type { Findings } from "../reading/findings.ts";

/** 超大班额, by the state's own word: 66 pupils and more (国发〔2016〕40 号). A class beyond is asked about, not refused. */
const VERY_LARGE = 66;

export function checkPupils(rows: readonly (readonly Value[])[], place: ScorePlace, classes: Preview["classes"], findings: Findings): void {
  checkNumbers(rows, place, findings);
  checkClasses(rows, place, classes, findings);
}

function checkNumbers(rows: readonly (readonly Value[])[], { sheet, first, number }: ScorePlace, findings: Findings): void {
  const seen = new Map<string, number>();
  const cut: number[] = [];
  for (let row = first; row < rows.length; row++) {
    const read = readNumber(rows[row]?.[number]);
    if (read !== null && !isNumber(read) && read.code === "number-cut") cut.push(row);
    // Whatever else stands there is the school's own matter.
    if (read === null || !isNumber(read)) continue;
    const before = seen.get(read.exact);
    if (before === undefined) seen.set(read.exact, row);
    else
      findings.error("number-twice", sheet, addressOf(row, number), {
        zh: `学号和 ${addressOf(before, number)} 相同：同一名学生只能有一行，不是同一人请改正学号。`,
        en: `the pupil's number is that of ${addressOf(before, number)}: a pupil has one row; if they are two, correct the number.`,
      });
  }
  if (cut.length > 0)
    findings.query("number-cut", sheet, addressOf(cut[0] as number, number), {
      zh: `有 ${cut.length} 个学号存成了数值，后几位已经变成 0，查不出重复：请把格式改成文本后重填，或清空这一列。`,
      en: `${cut.length} pupils' numbers are kept as numbers and lost their last digits, so doubles cannot be found: set the format to text and write them again, or clear the column.`,
    });
}

function checkClasses(rows: readonly (readonly Value[])[], place: ScorePlace, classes: Preview["classes"], findings: Findings): void {
  const { sheet, class: column, first } = place;
  const cellOf = (name: string) => {
    const row = rows.findIndex((cells, at) => at >= first && plainIn(cells[column] ?? null) === name);
    return addressOf(Math.max(row, first), column);
  };
  // Queries travel with the submission, and what stands under class may be a pupil's name: cells are told, not what is in them.
  const alike = new Map<string, string>();
  for (const { class: own, pupils } of classes) {
    const core = own.replaceAll(/[()（）班._-]/g, "").toLowerCase();
    const other = alike.get(core);
    alike.set(core, other ?? own);
    if (other !== undefined)
      findings.query("class-alike", sheet, cellOf(own), {
        zh: `这里的班级和 ${cellOf(other)} 的只差“班”字、括号或大小写：同一个班请写得一样；确实是两个班请说明。`,
        en: `the class here differs from that in ${cellOf(other)} in 班, brackets or case only: write one class in one way; if they are two, say so.`,
      });
    if (pupils >= VERY_LARGE)
      findings.query("class-large", sheet, cellOf(own), {
        zh: `这个班有 ${pupils} 人，达到超大班额（${VERY_LARGE} 人）：请核对是不是几个班写成了一个。`,
        en: `this class has ${pupils} pupils, a very large class (${VERY_LARGE} and more): check that it is not several.`,
      });
  }
}
