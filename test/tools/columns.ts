/** Random score columns for property tests: what each cell means is known beforehand, so an oracle need not parse anything. */
import fc from "fast-check";
import { Fraction } from "./fractions.ts";

export const STATE_ORDER = ["absent", "deferred", "exempt", "misconduct", "left"] as const;
export type Away = (typeof STATE_ORDER)[number];

/** A cell as it stands in the sheet, and what it means: a mark as decimal text, a state, or a blank (both null). */
export interface Known {
  readonly cell: unknown;
  readonly mark: string | null;
  readonly away: Away | null;
}

const WORDS: Record<Away, readonly string[]> = {
  absent: ["缺考", "absent", " 缺考　"],
  deferred: ["缓考", "deferred"],
  exempt: ["免考", "Exempt"],
  misconduct: ["违纪", "作弊", "misconduct"],
  left: ["转出", "left"],
};

/** A decimal of so many places between 0 and full, as text without exponent. */
export function markText(full: number, places: number): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: full * 10 ** places }).map((digits) => {
    const text = String(digits).padStart(places + 1, "0");
    return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  });
}

function wide(text: string): string {
  return [...text].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join("");
}

/** The ways a mark stands in a cell: mostly a number, at times text. */
function written(text: string): fc.Arbitrary<Known> {
  const cells = fc.oneof(
    { weight: 6, arbitrary: fc.constant<unknown>(Number(text)) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(text, wide(text), ` ${text}`, `　${text}　`) },
  );
  return cells.map((cell) => ({ cell, mark: text, away: null }));
}

const absent: fc.Arbitrary<Known> = fc
  .constantFrom(...STATE_ORDER)
  .chain((away) => fc.constantFrom(...WORDS[away]).map((cell) => ({ cell, mark: null, away })));
const blank: fc.Arbitrary<Known> = fc
  .constantFrom<unknown>(null, undefined, "", "  ", "　")
  .map((cell) => ({ cell, mark: null, away: null }));

export function knownCell(full: number, places: number): fc.Arbitrary<Known> {
  return fc.oneof(
    { weight: 8, arbitrary: markText(full, places).chain(written) },
    { weight: 1, arbitrary: absent },
    { weight: 1, arbitrary: blank },
  );
}

/** A column with its full mark and the decimal places of its marks. */
export function column(most = 60): fc.Arbitrary<{ full: number; places: number; cells: Known[] }> {
  return fc
    .record({ full: fc.constantFrom(10, 100, 120, 150), places: fc.constantFrom(0, 1, 1, 2, 9) })
    .chain(({ full, places }) => fc.array(knownCell(full, places), { maxLength: most }).map((cells) => ({ full, places, cells })));
}

/** A mark's exact value. */
export function exactMark({ mark }: Known): Fraction {
  return Fraction.ofText(mark as string);
}

/** The cells as Excel hands a column over. */
export function asRange(cells: readonly Known[]): unknown[][] {
  return cells.map(({ cell }) => [cell]);
}
