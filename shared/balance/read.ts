/** 优质均衡 of a region, read from its schools' tallies of the resources form; nothing is stored. */

import { missingSchools } from "../collecting/missing.ts";
import type { Coverage, ReadingInForce } from "../contract.ts";
import { type Rules, readingIdsOf, readingTexts } from "../indicators/rules.ts";
import type { Words } from "../refusal.ts";
import { stageCheck, together } from "./county.ts";
import { type Entered, itemsOf } from "./items.ts";
import type { BalanceItem, BalanceOutside, BalanceRead, BalanceSchool, BalanceStageRead } from "./result.ts";
import { type Sender, sentRows } from "./rows.ts";
import { schoolCheck } from "./school.ts";
import { BALANCE_STAGES, type Standard, standardOf } from "./standard.ts";

export interface BalanceInput {
  readonly rules: Rules;
  /** The schools that have submitted. */
  readonly members: readonly Sender[];
  readonly coverage: Coverage;
  /** What is known of the other items; without it every one is "not entered". */
  readonly entered?: Entered;
}

export function readBalance({ rules, members, coverage, entered = () => undefined }: BalanceInput): BalanceRead {
  const standard = standardOf(rules);
  const sent = members.map((member) => ({ member, ...sentRows(standard.weights, member) }));
  const outside = sent.flatMap(({ member: { school, name }, outside: why }): BalanceOutside[] => (why ? [{ school, name, why }] : []));
  const rows = sent.flatMap((one) => (one.outside ? [] : one.rows));
  const schools = rows.map((row) => schoolCheck(standard, row));
  const missing = missingSchools(coverage);
  const stages = BALANCE_STAGES.filter((stage) => rows.some((row) => row.stage === stage)).map((stage) =>
    stageCheck(standard, stage, rows, schools, missing),
  );
  const items = itemsOf(rules.definitions, entered);
  return { schools, stages, items, outside, ...overall(schools, stages, items, missing), readings: readingsOf(rules, standard) };
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
