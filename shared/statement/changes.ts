/** What an amendment changed, field by field: the head, lines added and removed, and each field of a line that stayed. */
import type { StatementBody, StatementChange, StatementLine } from "../contract.ts";

/** A line is the same where id and indicator are. Order is no change: lines are printed in the catalogue's. */
export function changesBetween(before: StatementBody, after: StatementBody): StatementChange[] {
  const { lines: was, ...headBefore } = before;
  const { lines: is, ...headAfter } = after;
  const keyOf = ({ id, indicator }: StatementLine) => `${id} ${indicator}`;
  const old = new Map(was.map((line) => [keyOf(line), line]));
  const kept = new Set(is.map(keyOf));
  return [
    ...fieldsChanged(null, headBefore, headAfter),
    ...was.filter((line) => !kept.has(keyOf(line))).map((line) => whole("removed", line)),
    ...is.flatMap((line) => {
      const one = old.get(keyOf(line));
      return one ? fieldsChanged(line.id, one, line) : [whole("added", line)];
    }),
  ];
}

function whole(what: "added" | "removed", line: StatementLine): StatementChange {
  return { line: line.id, what, field: null, before: what === "removed" ? line : null, after: what === "added" ? line : null };
}

function fieldsChanged<Fields extends object>(line: string | null, before: Fields, after: Fields): StatementChange[] {
  return (
    (Object.keys(after) as (keyof Fields & string)[])
      // Lists are of the choices alone: in one order, and compared as they are written.
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => ({ line, what: "changed", field, before: before[field], after: after[field] }))
  );
}
