/** A new statement put together: whom it is between, what it is called, and under which id it is kept. */
import type { School, StatementHead, StatementLevel, StatementLine } from "../../shared/contract.ts";
import type { Typed, TypedLine } from "../../shared/statement/typed.ts";

export interface Asked {
  readonly level: StatementLevel;
  readonly school: School;
  readonly region: string;
  readonly period: string;
  readonly group: string;
  readonly teacher: string;
}

/** Titles, parties and places as they are usual; every one of them can be changed afterwards. */
export function newTyped(
  { level, school, region, period, group, teacher }: Asked,
  lines: readonly TypedLine[],
  heads: readonly Pick<StatementHead, "school" | "title">[],
): Typed {
  const whose = { school: school.name, group, teacher: `${group}教师${teacher}` }[level];
  const parties = {
    school: [`${region}教育和体育局`, school.name],
    group: [school.name, group],
    teacher: [school.name, group === "" ? `教师 ${teacher}` : `${group}教师 ${teacher}`],
  }[level];
  const [first = "", second = ""] = parties;
  const title = `${period}${/^\d{4}$/.test(period) ? "年" : ""}${whose}目标责任书`;
  return {
    level,
    title: newTitle(title, new Set(heads.filter((head) => head.school === school.school).map((head) => head.title))),
    group,
    teacher,
    first: first.slice(0, 40),
    second: second.slice(0, 40),
    lines,
  };
}

/** A title that no statement of the school has: as it is usual, then with （2）, （3） … */
function newTitle(usual: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const end = number === 1 ? "" : `（${number}）`;
    const title = `${usual.slice(0, 100 - end.length)}${end}`;
    if (!taken.has(title)) return title;
  }
}

/** An id that no statement of the school has: 2025, 2025-group, 2025-teacher-t07, then -2, -3 … */
export function newId(
  { level, school, period, teacher }: Pick<Asked, "level" | "school" | "period" | "teacher">,
  heads: readonly StatementHead[],
): string {
  const plain = `${period}${level === "school" ? "" : `-${level}`}${level === "teacher" ? `-${teacher}` : ""}`;
  const base = plain
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 56);
  const taken = new Set(heads.filter((head) => head.school === school.school).map(({ statement }) => statement));
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Ids in the order in which the lines will stand. */
export function numberedAgain(lines: readonly StatementLine[]): StatementLine[] {
  return lines.map((line, at) => ({ ...line, id: `L${at + 1}` }));
}
