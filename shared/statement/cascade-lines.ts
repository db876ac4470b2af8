/** From statements to a cascade check: which lines of the parts stand below a line of the whole, and how their indicator adds up. */
import type { Paper, StatementBody, StatementLine } from "../contract.ts";
import { shownLimit } from "../display.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import { sameSubjects, subjectName } from "../subjects.ts";
import { type Cascade, cascade, type Part, untold, type Whole } from "./cascade.ts";
import { eachHolds } from "./cascade-each.ts";
import { boundsOf, jointParts } from "./cascade-joint.ts";
import { papersOf } from "./facts.ts";
import type { Bound, Measure } from "./interval.ts";

type Place = Pick<StatementLine, "stage" | "grade" | "subject">;

/** A school below a county, a group below a school, a teacher below a group: the statement it signed, and how many it has. */
export interface Below {
  readonly name: Words;
  readonly body: Pick<StatementBody, "level" | "lines">;
  /** Pupils (or what the rate is of) in that place, null where not known; excused: those exempt in a subject. */
  readonly baseOf: (place: Place) => number | null;
  readonly excusedIn?: (place: Place) => number;
}

export interface Above {
  readonly name: Words;
  readonly line: StatementLine;
  readonly base: number | null;
  /** Of an exam: its papers. A pass in all subjects is in all of these, a mean mark is of one. */
  readonly papers?: readonly Paper[];
}

/** Do the parts' lines, if all just met, imply the whole's line? */
export function cascadeOf(above: Above, below: readonly Below[], catalogue: Catalogue): Cascade {
  const { line, name, base } = above;
  const definition = catalogue.find(`${line.indicator}@${line.version}`);
  if (!definition || line.operator === null || line.value === null)
    return untold({ zh: "总目标没有数字，无从核对。", en: "The whole's line has no number." });
  const bound: Bound = { operator: line.operator, value: line.value, upTo: line.upTo };
  const limit = shownLimit(bound.operator, bound.value, bound.upTo, definition);
  const named: Words = { zh: `${name.zh}（${definition.names.zh} ${limit.zh}）`, en: `${name.en} (${definition.names.en} ${limit.en})` };
  const same = (one: StatementLine) => countsTheSame(one, definition, catalogue) && liesIn(one, line);
  if (definition.kind.kind === "worst")
    return eachHolds(
      named,
      bound,
      below.map((part) => ({ name: part.name, bounds: boundsOf(part.body.lines.filter(same)) })),
      definition,
    );
  const papers = papersOf(line, above.papers ?? []);
  const how = measureOf(definition, papers);
  if (!how) return untold(cannot(definition));
  if (base === null && !how.sum) return untold({ zh: `${name.zh}的人数未知，无法核对。`, en: `How many ${name.en} has is not known.` });
  const joint = definition.kind.kind === "joint" ? jointParts(above, papers, below, definition, catalogue) : undefined;
  if (joint && "zh" in joint) return untold(joint);
  const parts = joint ?? below.flatMap((part) => partsOf(part, line, same));
  const whole: Whole = { name: named, bound, base: how.sum ? 1 : (base as number), ...how };
  return cascade(whole, how.sum ? parts.map((part) => ({ ...part, base: 1 })) : parts);
}

interface How {
  readonly measure: Measure;
  readonly counted: Words;
  readonly sum?: boolean;
}

/** How an indicator adds up over disjoint parts; undefined where it does not. */
function measureOf({ kind, measure: word }: Definition, papers: readonly Paper[]): How | undefined {
  const heads = { factor: 1, grid: 1, top: 1 } as const;
  const counted = word ?? { zh: "", en: "" };
  const [paper] = papers;
  switch (kind.kind) {
    case "share":
    case "joint":
      return { measure: heads, counted: { zh: "人", en: "pupils" } };
    case "rate":
      return { measure: heads, counted: { zh: "个", en: "cases" } };
    case "marks":
      return kind.of === "mean" && paper && papers.length === 1
        ? { measure: { factor: 1, grid: paper.grid, top: paper.full }, counted: { zh: "分", en: "marks" } }
        : undefined;
    case "ratio":
      return kind.started === undefined
        ? { measure: { factor: kind.factor, grid: kind.shapes[0] === "whole" ? 1 : 100, top: null }, counted: { zh: "", en: "" } }
        : undefined;
    case "mean":
      return { measure: { factor: 1, grid: 100, top: null }, counted };
    case "count":
      return { measure: { factor: 1, grid: kind.shape === "whole" ? 1 : 100, top: null }, counted, sum: true };
    default:
      return undefined;
  }
}

function cannot({ names }: Definition): Words {
  return {
    zh: `${names.zh}不是各部分相加得出的，分目标不能保证总目标，须直接核对整体。`,
    en: `${names.en} is not a sum over parts: no targets of parts can imply it, the whole is to be checked itself.`,
  };
}

/** The same heads at the same line: 及格率 of a subject and 学业质量达标率 over subjects count the same pupils. */
function countsTheSame(one: StatementLine, definition: Definition, catalogue: Catalogue): boolean {
  if (one.indicator === definition.id) return one.version === definition.version;
  const other = catalogue.find(`${one.indicator}@${one.version}`)?.kind;
  return (
    definition.kind.kind === "share" &&
    other?.kind === "share" &&
    other.line === definition.kind.line &&
    other.side === definition.kind.side
  );
}

function liesIn(part: Place, whole: Place): boolean {
  return (
    part.stage === whole.stage &&
    (whole.grade === null || part.grade === null || part.grade === whole.grade) &&
    (whole.subject === null || part.subject === null || subjectName(part.subject) === subjectName(whole.subject))
  );
}

/** One part for each place its lines are about; of places inside each other the wider. */
function partsOf({ name, body, baseOf }: Below, whole: StatementLine, same: (line: StatementLine) => boolean): Part[] {
  const lines = body.lines.filter(same);
  if (lines.length === 0) return [{ name, base: baseOf(whole), bounds: [] }];
  const places = widest(lines);
  return places.map((place) => ({
    name: places.length > 1 ? placed(name, place) : name,
    base: baseOf(place),
    bounds: boundsOf(lines.filter((line) => samePlace(line, place))),
  }));
}

function widest(lines: readonly StatementLine[]): Place[] {
  const places = lines.filter((line, at) => lines.findIndex((one) => samePlace(one, line)) === at);
  return places.filter((place) => !places.some((other) => !samePlace(other, place) && liesIn(place, other) && isWider(other, place)));
}

function isWider(a: Place, b: Place): boolean {
  return (a.grade === null && b.grade !== null) || (a.subject === null && b.subject !== null);
}

function samePlace(a: Place, b: Place): boolean {
  return (
    a.stage === b.stage &&
    a.grade === b.grade &&
    (a.subject === b.subject || (a.subject !== null && b.subject !== null && sameSubjects([a.subject], [b.subject])))
  );
}

function placed(name: Words, { grade, subject }: Place): Words {
  const part = [grade === null ? [] : [String(grade)], subject === null ? [] : [subject]].flat();
  return { zh: `${name.zh} ${part.join(" ")}`, en: `${name.en} ${part.join(" ")}` };
}
