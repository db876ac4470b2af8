/** What somebody should have seen before they sign: deadlines that have passed, and another statement of the same party and period. */
import type { StatementBody, StatementHead } from "../contract.ts";
import { contains, parsePeriod } from "../period.ts";

/** How many of the lines with a number have a deadline before `today`, and the last of those days; `null` where none has. */
export function pastDeadlines(
  { lines }: Pick<StatementBody, "lines">,
  today: string,
): { readonly past: number; readonly last: string } | null {
  const days = lines
    .filter(({ operator, value }) => operator !== null && value !== null)
    .map(({ deadline, period }) => deadline ?? parsePeriod(period).to)
    .filter((day) => day < today)
    .sort();
  const last = days.at(-1);
  return last === undefined ? null : { past: days.length, last };
}

type Whose = Pick<StatementHead, "school" | "level" | "group" | "teacher">;

/** Other statements of the same party that are about the same time: the periods are one, or one lies in the other. */
export function alongside(
  own: Whose & { readonly statement: string; readonly periods: readonly string[] },
  heads: readonly StatementHead[],
): StatementHead[] {
  const periods = own.periods.map(parsePeriod);
  const meets = (text: string) => {
    const other = parsePeriod(text);
    return periods.some((one) => contains(one, other) || contains(other, one));
  };
  return heads.filter(
    (head) =>
      head.school === own.school &&
      head.statement !== own.statement &&
      head.level === own.level &&
      head.group === own.group &&
      head.teacher === own.teacher &&
      head.periods.some(meets),
  );
}
