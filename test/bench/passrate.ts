/** PASSRATE over a million marks against the least that could give the same number. */
import { PASSRATE } from "../../addin/functions.ts";
import { column, type Kind } from "./marks.ts";
import { measure, type Timed } from "./measure.ts";

/** A bare loop: checks the type, counts and compares; it would take a mark of 1000 and a text for what they are not. */
function bareLoop(cells: unknown[][], line: number): number {
  let sat = 0;
  let pass = 0;
  for (let row = 0; row < cells.length; row++) {
    const cell = (cells[row] as unknown[])[0];
    if (typeof cell === "number") {
      sat++;
      if (cell >= line) pass++;
    }
  }
  return pass / sat;
}

export function passRates(kind: Kind, rows: number, rounds: number): Timed[] {
  const cells = column(kind, rows);
  return measure(
    [
      { name: "bare loop", run: () => bareLoop(cells, 60) },
      { name: "PASSRATE", run: () => PASSRATE(cells) },
    ],
    rounds,
    (a, b) => a === b,
  );
}
