/** What a list of pupils says beside the marks: numbers given twice, classes too large to be one, or too small to be sent. */
import type { Value } from "../../handin/book.ts";
import { SMALL_GROUP } from "../../submission.ts";
import { addressOf, rangesShown } from "../../tabulate/address.ts";
import { sentences } from "../../tabulate/finding.ts";
import { isNumber, readNumber } from "../../tabulate/number.ts";
import { numbersTwice } from "../../tabulate/twice.ts";
import type { Preview } from "../../tabulate.ts";
import type { ScorePlace } from "../places.ts";
import { plainIn } from "../reading/cells.ts";
import type { Findings } from "../reading/findings.ts";

/** 超大班额, by the state's own word: 66 pupils and more (国发〔2016〕40 号). A class beyond is asked about, not refused. */
const VERY_LARGE = 66;

export function checkPupils(rows: readonly (readonly Value[])[], place: ScorePlace, classes: Preview["classes"], findings: Findings): void {
  checkNumbers(rows, place, findings);
  checkClasses(rows, place, classes, findings);
  checkSmall(place, classes, findings);
}

function checkNumbers(rows: readonly (readonly Value[])[], { sheet, first, number }: ScorePlace, findings: Findings): void {
  const own = rows.flatMap((_, row) => (row < first ? [] : [row]));
  const cellAt = (row: number) => rows[row]?.[number];
  for (const { row, before } of numbersTwice(own, cellAt)) {
    const { code, ...words } = sentences.sameNumber(addressOf(before, number));
    findings.error(code, sheet, addressOf(row, number), words);
  }
  const cut = own.filter((row) => {
    const read = readNumber(cellAt(row));
    return read !== null && !isNumber(read) && read.code === "number-cut";
  });
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
  for (const { class: own, pupils } of classes) {
    if (pupils >= VERY_LARGE)
      findings.query("class-large", sheet, cellOf(own), {
        zh: `这个班有 ${pupils} 人，达到超大班额（${VERY_LARGE} 人）：请核对是不是几个班写成了一个。`,
        en: `this class has ${pupils} pupils, a very large class (${VERY_LARGE} and more): check that it is not several.`,
      });
  }
}

/** Classes that go with the grade only, by their cells: what stands there may be a name in the wrong column. One query for all of them. */
function checkSmall({ sheet, class: column }: ScorePlace, classes: Preview["classes"], findings: Findings): void {
  const small = classes.filter((one) => one.small);
  const beside = classes.filter((one) => !one.sent && !one.small);
  if (!small[0] || small.length === classes.length) return;
  const shown = (list: Preview["classes"]) => list.map(({ rows, pupils }) => `${rangesShown(rows, column, 2)}（${pupils}）`).join("；");
  const also = {
    zh: beside.length > 0 ? `为免相减推出小班，${shown(beside)}也只算在年级里。` : "",
    en: beside.length > 0 ? ` So that no subtraction shows it, ${shown(beside)} goes with the grade too.` : "",
  };
  findings.query("class-small", sheet, addressOf(small[0].rows[0] as number, column), {
    zh: `有 ${small.length} 个班应考不足 ${SMALL_GROUP} 人，不单独上报，只算在年级里：${shown(small)}，括号里是人数。${also.zh}请核对班级是不是写错了；确实是小班请说明。`,
    en: `${small.length} classes have fewer than ${SMALL_GROUP} pupils and are counted with the grade only: ${shown(small)}, pupils in brackets.${also.en} See that the class is written rightly; if it is small, say so.`,
  });
}
