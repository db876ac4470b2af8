/** 优质均衡 of a region, read from its schools' tallies of the resources form; nothing is stored. */
import type { Coverage, ReadingInForce, ResourceName, Stage } from "../contract.ts";
import { RESOURCE_UNITS } from "../indicators/resources.ts";
import { type Rules, readingIdsOf, readingTexts } from "../indicators/rules.ts";
import type { Words } from "../refusal.ts";
import { missingSchools } from "../rollup.ts";
import { countOf, longOf, placeKey, reports } from "../slice.ts";
import type { Tallies, Tally } from "../tally.ts";
import { stageCheck, together } from "./county.ts";
import { type Entered, itemsOf } from "./items.ts";
import type { BalanceItem, BalanceOutside, BalanceRead, BalanceSchool, BalanceStageRead } from "./result.ts";
import { type StageRow, schoolCheck } from "./school.ts";
import { outsideScope } from "./scope.ts";
import { type Amounts, type StagePart, splitShared } from "./split.ts";
import { BALANCE_STAGES, type Standard, standardOf } from "./standard.ts";

export interface BalanceMember {
  readonly school: string;
  readonly name: string;
  readonly stages: readonly Stage[];
  readonly type: string | null;
  readonly tallies: Tallies;
}

export interface BalanceInput {
  readonly rules: Rules;
  /** The schools that have submitted. */
  readonly members: readonly BalanceMember[];
  readonly coverage: Coverage;
  /** What is known of the other items; without it every one is "not entered". */
  readonly entered?: Entered;
}

export function readBalance({ rules, members, coverage, entered = () => undefined }: BalanceInput): BalanceRead {
  const standard = standardOf(rules);
  const sorted = members.map((member) => ({ member, why: outsideScope(member.type, pupilsOf(member)) }));
  const outside = sorted.flatMap(({ member: { school, name }, why }): BalanceOutside[] => (why ? [{ school, name, why }] : []));
  const rows = sorted.flatMap(({ member, why }) => (why ? [] : rowsOf(standard, member)));
  const schools = rows.map((row) => schoolCheck(standard, row));
  const missing = missingSchools(coverage);
  const stages = BALANCE_STAGES.filter((stage) => rows.some((row) => row.stage === stage)).map((stage) =>
    stageCheck(standard, stage, rows, schools, missing),
  );
  const items = itemsOf(rules.definitions, entered);
  return { schools, stages, items, outside, ...overall(schools, stages, items, missing), readings: readingsOf(rules, standard) };
}

/** The stages of a school as rows of the check; 高中 only takes its part of what is shared. */
function rowsOf({ weights }: Standard, { school, name, stages, tallies }: BalanceMember): StageRow[] {
  const sent = ([...BALANCE_STAGES, "senior"] as const).flatMap((stage) => partOf(tallies, stage) ?? []);
  const { split, parts } = splitShared(sent, weights);
  return BALANCE_STAGES.flatMap((stage): StageRow[] => {
    const part = parts.find((one) => one.stage === stage);
    if (part) return [{ school, name, stage, pupils: part.pupils, amounts: part.amounts, split }];
    return stages.includes(stage) ? [{ school, name, stage, pupils: null, amounts: {}, split: false }] : [];
  });
}

function partOf(tallies: Tallies, stage: Stage): StagePart | undefined {
  const own = ownOf(tallies, stage);
  return own && { stage, pupils: countOf(own, "pupils"), amounts: amountsOf(own) };
}

function ownOf(tallies: Tallies, stage: Stage): Tally | undefined {
  return tallies.get(placeKey({ part: "resources", stage, grade: null, subject: null }));
}

function amountsOf(own: Tally): Amounts {
  const names = (Object.keys(RESOURCE_UNITS) as ResourceName[]).filter((resource) => reports(own, resource));
  return Object.fromEntries(names.map((name) => [name, { numerator: longOf(own, name), denominator: BigInt(RESOURCE_UNITS[name].parts) }]));
}

function pupilsOf({ tallies }: BalanceMember): number {
  return BALANCE_STAGES.reduce((sum, stage) => sum + countOf(ownOf(tallies, stage), "pupils"), 0);
}

/** Every school, every 差异系数 and every item must hold; undecided while a school is missing. */
function overall(
  schools: readonly BalanceSchool[],
  stages: readonly BalanceStageRead[],
  items: readonly BalanceItem[],
  missing: Words | null,
): Pick<BalanceRead, "verdict" | "reason"> {
  if (missing) return { verdict: "undecided", reason: missing };
  const states = items.map(({ state }) => (state === "not entered" ? "undecided" : state));
  const verdict = schools.length === 0 ? "undecided" : together([...stages.map((stage) => stage.verdict), ...states]);
  if (verdict !== "undecided") return { verdict, reason: null };
  return { verdict, reason: whyOpen(schools, items) };
}

function whyOpen(schools: readonly BalanceSchool[], items: readonly BalanceItem[]): Words {
  const open = items.filter(({ state }) => state === "not entered" || state === "undecided").length;
  const unread = schools.filter((school) => school.verdict === "undecided").length;
  const parts: Words[] = [
    ...(schools.length === 0 ? [{ zh: "没有学校填报", en: "no school has submitted" }] : []),
    ...(unread > 0 ? [{ zh: `${unread} 所学校（按学段计）数据不全`, en: `${unread} schools (by stage) are incomplete` }] : []),
    ...(open > 0 ? [{ zh: `${open} 条未填或无法判定`, en: `${open} items are not entered or undecided` }] : []),
  ];
  const all = parts.length > 0 ? parts : [{ zh: "有差异系数无法计算", en: "a coefficient of variation cannot be computed" }];
  return { zh: all.map(({ zh }) => zh).join("；"), en: all.map(({ en }) => en).join("; ") };
}

/** What the numbers rest on, with who decided it. */
function readingsOf(rules: Rules, { school, dispersion }: Standard): ReadingInForce[] {
  return readingTexts(rules, new Set([school, dispersion].flatMap((definition) => readingIdsOf(rules, definition))));
}
