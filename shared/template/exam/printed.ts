/**
 * What a template prints over the marks: the title with its grade, how to fill them in, full marks and lines. Where somebody has written something else there,
 * marks may have been given by other lines, or to another grade. Nothing printed is ever read for its numbers.
 */
import { type ReadSheet, textIn, valueAt } from "../../handin/book.ts";
import { addressOf } from "../../tabulate/address.ts";
import { gradesIn } from "../../tabulate/headers.ts";
import type { ScorePlace } from "../places.ts";
import { isBlank, plainIn } from "../reading/cells.ts";
import type { Findings } from "../reading/findings.ts";
import type { Placed, TemplateSheet } from "../sheet.ts";

/** `printed`: the sheets as they are made today; none where the collection was changed since the file was made. */
export function checkPrinted(sheet: ReadSheet, place: ScorePlace, printed: readonly TemplateSheet[], findings: Findings): void {
  const own = printed.find(({ name }) => name === place.sheet);
  for (const cell of own?.cells ?? []) {
    const found = valueAt(sheet, cell.row, cell.column);
    // A text that was cleared misleads nobody.
    if (typeof cell.value !== "string" || isBlank(found) || plainIn(found) === plainIn(cell.value)) continue;
    if (cell.look === "title") checkTitle(place, cell, textIn(found), findings);
    if (cell.look === "note") tellHint(place, cell, findings);
    if (cell.look === "small") checkLines(place, cell, textIn(found), findings);
  }
}

function checkTitle({ sheet, spoken, grade }: ScorePlace, { row, column, value }: Placed, found: string, findings: Findings): void {
  const others = gradesIn(found).filter((one) => !gradesIn(String(value)).includes(one));
  if (others.length > 0)
    findings.error("title-grade", sheet, addressOf(row, column), {
      zh: `标题里写的是别的年级，这张表收的是${spoken}的成绩：贴错年级的请换成${spoken}的；没有贴错就把标题改回“${value}”。`,
      en: `the title names another grade, but this sheet is for grade ${grade}: put grade ${grade}'s marks in; if they are, put the title back: “${value}”.`,
    });
  else
    findings.query("title-changed", sheet, addressOf(row, column), {
      zh: `标题改过，原来是“${value}”：请核对填的是不是这次考试的成绩。`,
      en: `the title was changed from “${value}”: see that these are the marks of this exam.`,
    });
}

/** All formats so far say the same; when the text changes, what older templates say must be let be here. */
function tellHint({ sheet }: ScorePlace, { row, column }: Placed, findings: Findings): void {
  findings.query("hint-changed", sheet, addressOf(row, column), {
    zh: "表头上的填表提示改过，原来要求：没有分数的填缺考、缓考、免考、违纪或转出，考了 0 分才填 0。请核对成绩是按原来的要求填的（缺考没有填成 0），再把提示改回来，或说明。",
    en: "the instructions over the marks were changed; they asked for a state (缺考, 缓考, 免考, 违纪, 转出) where there is no mark, and for 0 only where 0 was scored. See that the marks follow that and that no absent pupil has a 0; then put the instructions back, or say why.",
  });
}

function checkLines({ sheet, headers }: ScorePlace, { row, column, value }: Placed, found: string, findings: Findings): void {
  const [told, wanted] = [numbersIn(found), numbersIn(String(value))];
  if (told.join() === wanted.join()) return;
  const cell = addressOf(row, column);
  const name = headers[column] ?? "";
  const shown = String(value).replaceAll(/\s*\n\s*/g, "，");
  if (told[0] !== wanted[0])
    findings.error("full-changed", sheet, cell, {
      zh: `${name}列上方的满分改过，采集定的是：${shown}。表里改了不起作用，分数一律按采集的满分和各线算：请改回来，并核对分数是按这个满分给的；采集定错了请告诉教育局。`,
      en: `the full mark over ${name} was changed; the collection says ${shown}. What is written there has no effect: put it back and see that the marks are given out of it; if the collection is wrong, tell the bureau.`,
    });
  else
    findings.query("lines-changed", sheet, cell, {
      zh: `${name}列上方的各线改过，采集定的是：${shown}。表里改了不起作用，一律按采集的算：请改回来；采集定错了请告诉教育局。`,
      en: `the lines over ${name} were changed; the collection says ${shown}, and that is what counts: put them back; if the collection is wrong, tell the bureau.`,
    });
}

const numbersIn = (text: string) => (text.normalize("NFKC").match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
