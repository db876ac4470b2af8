/** From statements to a cascade check: which lines of the parts stand below a line of the whole, and how their indicator adds up. */
import type { Paper, StatementBody, StatementLine } from "../contract.ts";
import { shownLimit } from "../display.ts";
import { COUNTED } from "../figures/counted.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import { sameSubjects, subjectName } from "../subjects.ts";
import { rateName } from "../whatif/planwords.ts";
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
  /** Of a group and of a teacher: the papers that are theirs. A line that names no subject is about these. */
  readonly papers?: readonly Paper[];
}

export interface Above {
  readonly name: Words;
  readonly line: StatementLine;
  readonly base: number | null;
  /** Of an exam: its papers. A pass in all subjects is in all of these, a mean mark is of one. */
  readonly papers?: readonly Paper[];
  /** How many it has in a subject that nobody below answers for. */
  readonly subjects?: Pick<Below, "baseOf" | "excusedIn">;
  /** Why its heads are not known, where it can be said. */
  readonly unknown?: Words | null;
  /** Why the parts cannot be added up to it, whatever their heads. */
  readonly otherwise?: Words | null;
}

/** Do the parts' lines, if all just met, imply the whole's line? */
export function cascadeOf(above: Above, below: readonly Below[], catalogue: Catalogue): Cascade {
  const { line, name, base } = above;
  const definition = catalogue.find(`${line.indicator}@${line.version}`);
  if (!definition || line.operator === null || line.value === null)
    return untold({ zh: "总目标没有数字，无从核对。", en: "The whole's line has no number." });
  const bound: Bound = { operator: line.operator, value: line.value, upTo: line.upTo };
  const limit = shownLimit(bound.operator, bound.value, bound.upTo, definition);
  const what = rateName(definition, line);
  const named: Words = { zh: `${name.zh}（${what.zh} ${limit.zh}）`, en: `${name.en} (${what.en} ${limit.en})` };
  const linesIn = ({ body, papers = above.papers ?? [] }: Below) =>
    body.lines.filter((one) => countsTheSame(one, definition, catalogue) && liesIn(one, line, papers));
  if (definition.kind.kind === "worst")
    return eachHolds(
      named,
      bound,
      below.map((part) => ({ name: part.name, bounds: boundsOf(linesIn(part)) })),
      definition,
    );
  const papers = papersOf(line, above.papers ?? []);
  const how = measureOf(definition, papers);
  if (!how) return untold(cannot(definition));
  if (above.otherwise) return untold(above.otherwise);
  if (base === null && !how.sum) return untold(unknownOf(above));
  const joint = definition.kind.kind === "joint" ? jointParts(above, papers, below, definition, catalogue) : undefined;
  if (joint && "zh" in joint) return untold(joint);
  const parts = joint ?? below.flatMap((part) => partsOf(part, line, linesIn(part)));
  const whole: Whole = { name: named, bound, base: how.sum ? 1 : (base as number), ...how };
  return cascade(whole, how.sum ? parts.map((part) => ({ ...part, base: 1 })) : parts);
}

function unknownOf({ name, unknown }: Above): Words {
  if (!unknown) return { zh: `${name.zh}的人数未知，无法核对。`, en: `How many ${name.en} has is not known.` };
  return { zh: `${name.zh}的人数未知，无法核对：${unknown.zh}。`, en: `How many ${name.en} has is not known: ${unknown.en}.` };
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
    case "joint": {
      // Over several papers a pupil is counted in each.
      const sittings = kind.kind === "share" && papers.length > 1;
      return { measure: heads, counted: COUNTED[sittings ? "sittings" : "pupils"] };
    }
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

/** Is all that a part's line is about inside the whole's? A rate over more says nothing certain about one of its subjects. */
function liesIn(part: Place, whole: Place, papers: readonly Paper[]): boolean {
  const own = papersOf(part, papers);
  const all = papersOf(whole, papers);
  if (part.stage !== whole.stage || own.length === 0) return isInside(part, whole);
  return own.every((paper) => all.includes(paper));
}

function isInside(part: Place, whole: Place): boolean {
  return (
    part.stage === whole.stage &&
    (whole.grade === null || part.grade === whole.grade) &&
    (whole.subject === null || (part.subject !== null && subjectName(part.subject) === subjectName(whole.subject)))
  );
}

/** One part for each place its lines are about; of places inside each other the wider. */
function partsOf({ name, baseOf }: Below, whole: StatementLine, lines: readonly StatementLine[]): Part[] {
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
  return places.filter((place) => !places.some((other) => !samePlace(other, place) && isInside(place, other)));
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
