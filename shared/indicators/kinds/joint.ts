/** A joint pass: pupils who reach the line in every subject at once. It cannot be had from the subjects' rates. */
import { countAllPass, type Each, type Sitting, type Subject, sittings, subjectsOf } from "../../marks/joint.ts";
import { under, type Words } from "../../refusal.ts";
import { countOf } from "../../slice.ts";
import { tally } from "../../tally.ts";
import { cellsIn, columnsOf } from "./address.ts";
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
    { id: "line", names: { zh: "及格线（分）", en: "pass line, in marks" }, shape: "each", optional: true },
    { id: "full", names: { zh: "满分", en: "full mark" }, shape: "each", optional: true },
  ],
  tally: (_, [rows, line, full]) => {
    const marks = rows as unknown as Sitting["score"][][];
    const advice = full === undefined ? { zh: "请用第 3 个输入给出满分。", en: "give the full mark as input 3" } : undefined;
    const { numerator, denominator } = countAllPass(sittings(marks, jointSubjects(marks, line, full), advice));
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
    const [lines, fulls] = [eachOf(line, columns), eachOf(full, columns)];
    if (columns === null || lines === null || fulls === null) return null;
    // Not 60 %, which makes 7.199… of 12.
    const { passed, pupils } = allPassCounts(
      columns,
      columns.map((_, at) => lines[at] ?? `${fulls[at] ?? 100}*60/100`),
    );
    const alike = new Set(fulls).size === 1;
    const sound = alike
      ? [marksIn(marks as string, fulls[0] ?? "100", ["zh"])]
      : columns.map((column, at) => marksIn(column, fulls[at] ?? "100", ["zh"]));
    const papers = columns.flatMap((_, at) => lineAndFull(lines[at], fulls[at]));
    return guarded([...sound, ...new Set(papers)], `${passed}/${pupils}`);
  },
};

/** The subjects of rows of marks, a refusal naming the line or the full mark, and the subject. */
export function jointSubjects(marks: readonly (readonly unknown[])[], line: unknown, full: unknown): Subject[] {
  const called = { line: { zh: "及格线", en: "pass line" }, full: { zh: "满分", en: "full mark" } };
  return subjectsOf(marks[0]?.length ?? 0, line as Each, full as Each, (of, at, read) => {
    const { zh, en } = called[of];
    return under(at === null ? { zh, en } : { zh: `第 ${at + 1} 科的${zh}`, en: `${en} of subject ${at + 1}` }, read);
  });
}

/** What stands for the number of each column: one cell or number for all, one for each ({100,120} or a range), or nothing; null where none fits. */
function eachOf(given: string | undefined, columns: readonly string[] | null): (string | undefined)[] | null {
  if (columns === null) return null;
  const own = given?.startsWith("{") ? given.slice(1, -1).split(",") : given === undefined ? [undefined] : (cellsIn(given) ?? [given]);
  if (own.length === 1) return columns.map(() => given);
  return own.length === columns.length ? own : null;
}

/** Those who pass in every column at its own line, and those who are judged, in native Excel; columns are addresses or names of one height. */
export function allPassCounts(columns: readonly string[], lines: readonly string[]): { readonly passed: string; readonly pupils: string } {
  const all = (make: (column: string, at: number) => string, sign: string) => columns.map(make).join(sign);
  const pupil = `(${all((c) => `(${c}<>"")`, "+")}>0)*(${all((c) => `(${c}="转出")`, "+")}=0)*(${all((c) => `(${c}<>"免考")`, "+")}>0)`;
  const passes = all((c, at) => `((ISNUMBER(${c})*(${c}>=${lines[at]})+(${c}="免考"))>0)`, "*");
  return { passed: `SUMPRODUCT(${pupil}*${passes})`, pupils: `SUMPRODUCT(${pupil}*1)` };
}
