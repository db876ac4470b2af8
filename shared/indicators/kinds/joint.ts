/** A joint pass: pupils who reach the line in every subject at once. It cannot be had from the subjects' rates. */
import { checkFull, checkLine, defaultLine } from "../../exam.ts";
import { countAllPass, type Sitting } from "../../joint.ts";
import { invalid, type Words } from "../../refusal.ts";
import type { Score } from "../../scores.ts";
import { countOf } from "../../slice.ts";
import { tally } from "../../tally.ts";
import { columnsOf } from "./address.ts";
import { guarded, lineAndFull, marksIn } from "./guard.ts";
import { both, type Rule, totalOf } from "./rule.ts";

export interface JointKind {
  readonly kind: "joint";
  /** The subjects that count, in their own words; null for all of the exam. */
  readonly subjects: Words | null;
}

const named = ({ subjects }: JointKind): Words => subjects ?? { zh: "各科", en: "every subject" };

export const joint: Rule<JointKind> = {
  inputs: (kind) => [
    {
      id: "marks",
      names: {
        zh: `${named(kind).zh}分数（一行一名学生，一列一科）`,
        en: `marks of ${named(kind).en} (a row per pupil, a column per subject)`,
      },
      shape: "marks",
    },
    { id: "line", names: { zh: "及格线（分）", en: "pass line, in marks" }, shape: "amount", optional: true },
    { id: "full", names: { zh: "满分", en: "full mark" }, shape: "amount", optional: true },
  ],
  tally: (_, [rows, line, full]) => {
    const top = checkFull((full as number | undefined) ?? 100);
    const pass = line === undefined ? defaultLine("pass", top) : checkLine("pass", line as number, top);
    const sittings = (rows as unknown as Exclude<Score, undefined>[][]).map((row, at) =>
      row.map((score, column): Sitting => {
        if (typeof score === "number" && (score < 0 || score > top))
          throw invalid(
            `区域内第 ${at + 1} 行第 ${column + 1} 列的 ${score} 不在 0 到满分 ${top} 之间。`,
            `${score} at row ${at + 1}, column ${column + 1} is not between 0 and the full mark ${top}`,
          );
        return { score, line: pass };
      }),
    );
    const { numerator, denominator } = countAllPass(sittings);
    return [
      tally([
        ["passed", numerator],
        ["pupils", denominator],
      ]),
    ];
  },
  reports: () => ({
    names: ["passed", "pupils"],
    wrong: (own) => ((own.passed ?? 0) > (own.pupils ?? 0) ? { zh: "合格人数多于学生数", en: "more pupils passed than there are" } : null),
  }),
  read: (_, members) => {
    const sum = totalOf(members);
    return countOf(sum, "pupils") === 0 ? undefined : { numerator: countOf(sum, "passed"), denominator: countOf(sum, "pupils") };
  },
  words: (kind) => ({
    zh: `${named(kind).zh}都达到及格线的学生数 ÷ 学生数（免考科目不计，缺考、缓考、违纪为不合格，转出不计）`,
    en: `pupils at or above the line in ${named(kind).en} ÷ pupils (exempt subjects left out; absent, deferred, misconduct do not pass; left are no pupils)`,
  }),
  filled: (kind, members) => {
    const sum = totalOf(members);
    return both((language) =>
      language === "zh"
        ? `${named(kind).zh}都合格的学生 ${countOf(sum, "passed")} ÷ 学生 ${countOf(sum, "pupils")}`
        : `pupils who pass ${named(kind).en} ${countOf(sum, "passed")} ÷ pupils ${countOf(sum, "pupils")}`,
    );
  },
  /** Column by column, because old Excels have no row-wise AND inside a sum. */
  native: (_, [marks, line, full]) => {
    const columns = columnsOf(marks as string);
    if (columns === null) return null;
    // Not 60 %, which makes 7.199… of 12.
    const pass = line ?? `${full ?? 100}*60/100`;
    const { passed, pupils } = allPassCounts(
      columns,
      columns.map(() => pass),
    );
    return guarded([marksIn(marks as string, full ?? "100", ["zh"]), ...lineAndFull(line, full)], `${passed}/${pupils}`);
  },
};

/** Those who pass in every column at its own line, and those who are judged, in native Excel; columns are addresses or names of one height. */
export function allPassCounts(columns: readonly string[], lines: readonly string[]): { readonly passed: string; readonly pupils: string } {
  const all = (make: (column: string, at: number) => string, sign: string) => columns.map(make).join(sign);
  const pupil = `(${all((c) => `(${c}<>"")`, "+")}>0)*(${all((c) => `(${c}="转出")`, "+")}=0)*(${all((c) => `(${c}<>"免考")`, "+")}>0)`;
  const passes = all((c, at) => `((ISNUMBER(${c})*(${c}>=${lines[at]})+(${c}="免考"))>0)`, "*");
  return { passed: `SUMPRODUCT(${pupil}*${passes})`, pupils: `SUMPRODUCT(${pupil}*1)` };
}
