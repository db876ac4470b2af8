/** Lines of a statement that no result can meet together: 全科合格率 at least 95 % and at most 50 %, of the same pupils at the same time. */
import type { StatementLine } from "../contract.ts";
import { contains, parsePeriod } from "../period.ts";
import { meets } from "../target.ts";
import { type Find, quantityOf } from "./quantity.ts";

/** Each pair once, in the order of the lines. */
export function contradicting(lines: readonly StatementLine[], find: Find): [StatementLine, StatementLine][] {
  return lines.flatMap((one, at) =>
    lines.slice(at + 1).flatMap((other): [StatementLine, StatementLine][] => {
      const together = quantityOf(one, find) === quantityOf(other, find) && meet(one.period, other.period);
      return together && !both(one, other) ? [[one, other]] : [];
    }),
  );
}

function meet(a: string, b: string): boolean {
  const [one, other] = [parsePeriod(a), parsePeriod(b)];
  return contains(one, other) || contains(other, one);
}

/** Whether some number meets both: if any does, so does an end of one, or what lies just beside an end. */
function both(one: StatementLine, other: StatementLine): boolean {
  const ends = [one, other].flatMap(({ value, upTo }) => [value, upTo]).filter((end) => end !== null);
  const near = ends.flatMap((end) => [end, end + Math.abs(end) * STEP + STEP, end - Math.abs(end) * STEP - STEP]);
  const met = ({ operator, value, upTo }: StatementLine, number: number) =>
    operator === null || value === null || meets(number, operator, value, upTo);
  return ends.length === 0 || near.some((number) => met(one, number) && met(other, number));
}

/** Far less than two limits differ by, far more than reals are compared by. */
const STEP = 1e-9;
