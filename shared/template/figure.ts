/** Where a figure's value stands in a template, and what it is compared with: what 汇总 shows and tests hold against the kernel. */
import type { Figure, ResourceName, Stage } from "../contract.ts";
import type { Definition, Unit } from "../indicators/definition.ts";

/** A figure as formulas see it. Without `value` it cannot be computed in one school's workbook, and `why` says so. */
export interface FigureFormula {
  readonly definition: Definition;
  readonly stage: Stage;
  readonly grade: number | null;
  readonly subject: string | null;
  readonly resource: ResourceName | null;
  /** Whom it is about, in words: 九年级 数学. */
  readonly about: string;
  /** How many of how many; with `amounts`, an amount in that format and what it is divided by, and nobody is counted as lacking. */
  readonly counts?: { readonly of: string; readonly among: string; readonly amounts?: string };
  readonly value?: string;
  /** True while the value must not be judged, as a formula. */
  readonly unless?: string;
  readonly why?: string;
}

/** A figure in its cell. Points are shown a hundredfold. */
export interface FigurePlace extends Pick<Figure, "indicator" | "stage" | "grade" | "subject" | "resource"> {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly times: 1 | 100;
  /** The columns of verdict, gap and how many are lacking, on the same row, where it is judged. */
  readonly judged: { readonly verdict: number; readonly gap: number; readonly needed: number | null } | null;
}

/** What stands where there is no number. */
export const NONE = "—";

/** How a value is shown. */
export function formatOf({ unit, kind }: Pick<Definition, "unit" | "kind">): string {
  if (unit !== "none") return FORMATS[unit];
  const quotient = kind.kind === "ratio" || kind.kind === "mean" || (kind.kind === "worst" && kind.over !== undefined);
  return quotient ? "0.00" : "General";
}

const FORMATS: Readonly<Record<Exclude<Unit, "none">, string>> = {
  rate: "0.00%",
  points: '0.00"个百分点"',
  mark: "0.00",
  flag: '[=1]"是";[=0]"否";General',
  level: '"第"0"档"',
  rank: '"第"0"名"',
};
