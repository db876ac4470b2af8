/** What a strip of schools shows before anything is drawn: values, verdicts, quarters, and the table behind. */
import { type Shown, shownLimit, shownValue } from "../display.ts";
import type { Tongue } from "../documents/document.ts";
import { bandsOf } from "../marks/quarters.ts";
import type { Operator } from "../target.ts";
import type { PictureTable } from "./scene.ts";
import { PICTURE_WORDS } from "./words.ts";

export type Outcome = "met" | "missed" | "undecided";

export interface StripSchool {
  readonly school: string;
  readonly name: string;
  /** `null` where the rollup gives none: nothing is shown of it but why. */
  readonly value: number | null;
  readonly outcome: Outcome | null;
  readonly why?: string | undefined;
  /** The one who looks. */
  readonly own?: boolean;
}

export interface Limit {
  readonly operator: Operator;
  readonly limit: number;
  readonly upTo: number | null;
}

export interface StripData {
  /** What the picture is of: 及格率 九年级 数学. */
  readonly title: string;
  readonly of: Shown;
  /** In the order in which they are listed, which is that of their codes. */
  readonly schools: readonly StripSchool[];
  readonly target: Limit | null;
  /** The value of the whole region. */
  readonly whole?: number | null;
}

export interface Dot extends StripSchool {
  readonly value: number;
  readonly quarter: "A" | "B" | "C" | null;
}

export function dotsOf({ schools }: StripData): Dot[] {
  const letters = bandsOf(schools.map(({ value }) => value));
  return schools.flatMap((school, at): Dot[] => {
    const { value } = school;
    return value === null ? [] : [{ ...school, value, quarter: letters[at] ?? null }];
  });
}

const limitsOf = ({ target }: StripData) => (target === null ? [] : target.upTo === null ? [target.limit] : [target.limit, target.upTo]);

export function valueWords(data: Pick<StripData, "of" | "target">, value: number, tongue: Tongue): string {
  return shownValue(value, data.of, limitsOf(data as StripData))[tongue];
}

export function targetWords({ target, of }: Pick<StripData, "of" | "target">, tongue: Tongue): string {
  return target === null ? "" : PICTURE_WORDS[tongue].target(shownLimit(target.operator, target.limit, target.upTo, of)[tongue]);
}

/** A school as a sentence: what is said of the dot that is looked at. */
export function dotWords(data: StripData, { name, value, outcome, own }: Dot, tongue: Tongue): string {
  const w = PICTURE_WORDS[tongue];
  const said = w.named(own ? w.own(name) : name, valueWords(data, value, tongue));
  return outcome === null ? said : `${said}${w.comma}${w.verdicts[outcome]}`;
}

export function stripTable(data: StripData, tongue: Tongue): PictureTable {
  const w = PICTURE_WORDS[tongue];
  const dots = new Map(dotsOf(data).map((dot) => [dot.school, dot]));
  const judged = data.schools.some(({ outcome }) => outcome !== null);
  const quartered = [...dots.values()].some(({ quarter }) => quarter !== null);
  const rows = data.schools.map(({ school, name, outcome, own, why }) => {
    const dot = dots.get(school);
    return [
      own ? w.own(name) : name,
      dot ? valueWords(data, dot.value, tongue) : (why ?? "—"),
      ...(judged ? [outcome === null ? "—" : w.verdicts[outcome]] : []),
      ...(quartered ? [dot?.quarter ? w.quarters[dot.quarter] : "—"] : []),
    ];
  });
  const heads = [w.school, w.value, ...(judged ? [w.verdict] : []), ...(quartered ? [w.quarter] : [])];
  return { caption: [stripWords(data, tongue), quartered ? w.aboutQuarters : ""].filter(Boolean).join(w.space), heads, rows };
}

/** The whole picture in a sentence or two: how many schools, between which values, and how many meet the target. */
export function stripWords(data: StripData, tongue: Tongue): string {
  const w = PICTURE_WORDS[tongue];
  const values = dotsOf(data).map(({ value }) => value);
  if (values.length === 0) return w.noSchools(data.title);
  const count = (outcome: Outcome) => data.schools.filter((school) => school.outcome === outcome).length;
  const ends = [Math.min(...values), Math.max(...values)].map((value) => valueWords(data, value, tongue));
  const said = w.strip(data.title, values.length, ends[0] ?? "", ends[1] ?? "");
  const judged = data.target === null ? "" : w.judged(targetWords(data, tongue), count("met"), count("missed"));
  const withheld = data.schools.length - values.length;
  return [said, judged, withheld === 0 ? "" : w.without(withheld)].filter(Boolean).join(w.space);
}
