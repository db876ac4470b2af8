/** Marks that are sound cell by cell and hardly right together: questions, none of them a rule, told by cells and without a pupil's name. */
import type { Value } from "../../handin/book.ts";
import { defaultSettings } from "../../handin/consistency/settings.ts";
import { asShown, readScore, type Score } from "../../scores.ts";
import { expected, noStates, STATE_WORDS, type State } from "../../states.ts";
import { addressOf, rangesShown } from "../../tabulate/address.ts";
import { meets } from "../../target.ts";
import type { ScorePlace } from "../places.ts";
import type { Findings } from "../reading/findings.ts";
import { WRITTEN_STATES } from "../words.ts";

interface Column {
  readonly name: string;
  readonly column: number;
  /** From the first row of pupils on. */
  readonly scores: readonly Score[];
  readonly marks: readonly number[];
}

export function checkOdd(rows: readonly (readonly Value[])[], place: ScorePlace, findings: Findings): void {
  const columns = place.marks.map(({ column }): Column => {
    const scores = rows.slice(place.first).map((cells) => readScore(asShown(cells[column])));
    return { name: place.headers[column] ?? "", column, scores, marks: scores.filter((score) => typeof score === "number") };
  });
  const ask = (code: string, row: number, column: number, zh: string, en: string) =>
    findings.query(code, place.sheet, addressOf(place.first + row, column), { zh, en });
  const { alikePupils } = defaultSettings;
  columns.forEach((own, at) => {
    askStates(rows, place, own.column, findings);
    const [mark] = own.marks;
    const alike = own.marks.length >= alikePupils && own.marks.every((other) => other === mark);
    const first = own.scores.findIndex((score) => typeof score === "number");
    if (alike)
      ask(
        "marks-one-value",
        first,
        own.column,
        `${own.name}实考的 ${own.marks.length} 人都是 ${mark} 分：请核对是不是没有录完或填错了；确实如此请说明。`,
        `all ${own.marks.length} who sat ${own.name} have ${mark}: see whether the marks were entered; if it is so, say so.`,
      );
    const twin = alike ? undefined : columns.slice(0, at).find(({ scores }) => scores.every((score, row) => score === own.scores[row]));
    if (twin && own.marks.length >= alikePupils)
      ask(
        "subjects-alike",
        first,
        own.column,
        `${own.name}和${twin.name}每名学生的分数都相同（${own.marks.length} 人）：请核对是不是一科的分数贴了两次。`,
        `${own.name} and ${twin.name} have the same marks for every pupil (${own.marks.length}): see whether one subject was pasted twice.`,
      );
  });
  askAbsent(columns, ask);
  askLeft(columns, place, findings);
}

type Ask = (code: string, row: number, column: number, zh: string, en: string) => void;

/** More absent than there may be of those expected, while most sat another subject. */
function askAbsent(columns: readonly Column[], ask: Ask): void {
  const { absentShare, alikePupils } = defaultSettings;
  const counted = columns.map((own) => {
    const states = noStates();
    for (const score of own.scores) if (typeof score === "string") states[score]++;
    states.sat = own.marks.length;
    return { own, absent: states.absent, of: expected(states), many: false };
  });
  const isMany = ({ absent, of }: (typeof counted)[number]) =>
    of >= alikePupils && meets({ numerator: absent, denominator: of }, ">", absentShare);
  const other = counted.find((one) => one.own.marks.length >= alikePupils && !isMany(one));
  if (!other) return;
  for (const { own, absent, of } of counted.filter(isMany))
    ask(
      "absent-many",
      own.scores.indexOf("absent"),
      own.column,
      `${own.name}应考 ${of} 人，缺考 ${absent} 人，而${other.own.name}有 ${other.own.marks.length} 人实考：请核对是不是还没有录成绩；确实缺考请说明。`,
      `${absent} of the ${of} expected are absent in ${own.name}, while ${other.own.marks.length} sat ${other.own.name}: see whether the marks are still to come; if they were absent, say so.`,
    );
}

/** 转出 in one subject, marks in another: whoever left is expected in none. */
function askLeft(columns: readonly Column[], { sheet, first }: ScorePlace, findings: Findings): void {
  const cells = columns.flatMap(({ scores, column }) =>
    scores.flatMap((score, row) =>
      score === "left" && columns.some((other) => typeof other.scores[row] === "number") ? [addressOf(first + row, column)] : [],
    ),
  );
  if (cells[0] === undefined) return;
  const where = { zh: cells.slice(0, SHOWN).join("、"), en: cells.slice(0, SHOWN).join(", ") };
  const more = cells.length > SHOWN;
  findings.query("left-and-sat", sheet, cells[0], {
    zh: `有 ${cells.length} 格写“转出”，同一名学生别的学科有分数（${where.zh}${more ? "……" : ""}）：这些格按转出计，不算应考。请核对是不是缺考。`,
    en: `${cells.length} cells say 转出, and the same pupil has marks in other subjects (${where.en}${more ? " …" : ""}): they count as having left and are not expected. See whether they were absent.`,
  });
}

const SHOWN = 6;

/** Words for a state that the file's own 校验 does not know: how they were counted. */
function askStates(rows: readonly (readonly Value[])[], { sheet, first, headers }: ScorePlace, column: number, findings: Findings): void {
  const found = new Map<State, number[]>();
  rows.forEach((cells, row) => {
    const cell = cells[column];
    if (row < first || typeof cell !== "string" || WRITTEN_STATES.includes(cell)) return;
    const score = readScore(cell);
    if (typeof score === "string") found.set(score, [...(found.get(score) ?? []), row]);
  });
  for (const [state, own] of found) {
    const where = rangesShown(own, column);
    const { zh } = STATE_WORDS[state];
    findings.query("state-word", sheet, addressOf(own[0] as number, column), {
      zh: `${headers[column] ?? ""}有 ${own.length} 格写法与下拉列表不同（${where}），按“${zh}”计，表里的公式不认：请核对，最好改成“${zh}”。`,
      en: `${own.length} cells under ${headers[column] ?? ""} are not written as in the list (${where}); they count as ${zh}, which the file's own formulas do not see: check them, or better write ${zh}.`,
    });
  }
}
