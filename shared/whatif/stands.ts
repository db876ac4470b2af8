/** Where a region and each of its schools stand in one rate, under its own lines or moved ones: what every answer about it is read from. */
import { whyApart } from "../collecting/apart.ts";
import type { Paper } from "../contract.ts";
import { linesOf } from "../exam.ts";
import { type Marks, partOf } from "../figures.ts";
import type { Definition } from "../indicators/definition.ts";
import { percentsIn, type Rules } from "../indicators/rules.ts";
import { uniformPercent } from "../marks/lowest.ts";
import { Refusal, type Words } from "../refusal.ts";
import { type LineMove, movedPapers } from "./lines.ts";
import { type Prepared, passingAt, type Question, type Unit } from "./move.ts";
import { papersAbout, type Stand, standOf, whyNotByMarks } from "./stand.ts";

export interface Own {
  readonly school: string;
  readonly name: string;
  readonly stand: Stand;
}

export interface Stands {
  readonly question: Question;
  readonly definition: Definition;
  /** Whose rate it is: a school's name, or `null` of the region. */
  readonly name: string | null;
  readonly whole: Stand;
  /** In the order of codes; schools that sent nothing of it are not among them. */
  readonly own: readonly Own[];
}

export type Standings = Stands | { readonly why: Words };

/** The definition of a rate that pupils' marks decide; refuses any other. */
export function definitionAsked({ definitions }: Rules, indicator: string): Definition {
  const definition = definitions.find(({ id }) => id === indicator);
  const refused = definition ? whyNotByMarks(definition) : { zh: `没有指标 ${indicator}。`, en: `there is no indicator ${indicator}` };
  if (!definition || refused) throw new Refusal("invalid", refused as Words);
  return definition;
}

/** How units are read for one question, with the lines where they were moved to. */
function reader({ rules, papers, units }: Prepared, question: Question, moves: readonly LineMove[]) {
  const definition = definitionAsked(rules, question.indicator);
  const real = papersAbout(definition, papers, question);
  const about = papersAbout(definition, movedPapers(papers, moves), question);
  const percents = percentsIn(rules);
  const lines = about.map((paper) => linesOf(paper, percents));
  const marksOf = ({ marks }: Unit): Marks =>
    new Map(
      real.flatMap((paper, at) => {
        const [own, other] = [marks.get(paper), lines[at]];
        return own && other ? [[about[at] as Paper, { ...own, lines: other }] as const] : [];
      }),
    );
  const moved = about.some((paper, at) => linesOf(paper).pass !== linesOf(real[at] as Paper).pass);
  const joint = definition.reads.from === "grade" && moved;
  return {
    definition,
    read: (unit: Unit, told: boolean) => standOf(rules, definition, about, { marks: marksOf(unit), tallies: unit.tallies }, told, moved),
    /** Why a unit's rate cannot be told at these lines. */
    whyNot: ({ tallies, behind }: Unit): Words | null => {
      const { stage, grade } = question;
      const apart = definition.reads.from === "grade" && grade !== null ? whyApart(behind, { stage, grade }) : null;
      if (apart) return apart;
      const own = joint ? partOf(tallies, "joint", { stage: question.stage, grade: question.grade }) : undefined;
      return own ? passingAt(own, uniformPercent(about)).why : null;
    },
    region: units[0],
  };
}

const NOTHING_SENT: Words = { zh: "没有学校报这一项", en: "no school has sent it" };
const NOT_SENT: Words = { zh: "这所学校没有报这一项", en: "the school has not sent it" };

/** The region alone, or one school: quick enough for every step of a line that is dragged. */
export function wholeStand(
  prepared: Prepared,
  question: Question,
  moves: readonly LineMove[],
  school: string | null,
): { readonly stand: Stand } | { readonly why: Words } {
  const { read, whyNot, region } = reader(prepared, question, moves);
  const unit = school === null ? region : prepared.units.find(({ code }, at) => at > 0 && code === school);
  const why = unit && whyNot(unit);
  if (why) return { why };
  const stand = unit && read(unit, true);
  return stand ? { stand } : { why: school === null ? NOTHING_SENT : NOT_SENT };
}

/** A school at a time, for who must not be kept waiting. Refuses an indicator that marks do not decide, and a line off its paper's grid. */
export function* standing(prepared: Prepared, question: Question, moves: readonly LineMove[] = []): Generator<undefined, Standings> {
  const { definition, read, whyNot, region } = reader(prepared, question, moves);
  const why = region && whyNot(region);
  if (why) return { why };
  const whole = region && read(region, true);
  if (!whole) return { why: NOTHING_SENT };
  const own: Own[] = [];
  for (const unit of prepared.units.slice(1)) {
    const stand = read(unit, whole.measure.of !== "pupils");
    if (stand) own.push({ school: unit.code, name: unit.name ?? unit.code, stand });
    yield;
  }
  own.sort((a, b) => (a.school < b.school ? -1 : 1));
  return { question, definition, name: null, whole, own };
}

/** A school as if it were all there is. */
export function onlySchool(prepared: Prepared, school: string): Prepared {
  const units = prepared.units.filter(({ code }, at) => at > 0 && code === school);
  return { ...prepared, units: [...units, ...units] };
}

/** One school by itself: its rate, and its pupils alone. */
export function standsOf({ question, definition, own }: Stands, school: string): Standings {
  const found = own.find((one) => one.school === school);
  return found ? { question, definition, name: found.name, whole: found.stand, own: [found] } : { why: NOT_SENT };
}
