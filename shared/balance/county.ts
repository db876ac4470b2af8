/** All schools of a stage: the 差异系数 of each of the seven, and whether every school passes. There is no composite of the seven. */
import type { ResourceName } from "../contract.ts";
import { RESOURCE_UNITS } from "../indicators/resources.ts";
import { disparity, type Share } from "../kernel/dispersion.ts";
import { quotient } from "../kernel/quotient.ts";
import type { Words } from "../refusal.ts";
import { judge, type Outcome } from "../target.ts";
import type { BalanceDispersion, BalanceSchool, BalanceStage, BalanceStageRead } from "./result.ts";
import type { StageRow } from "./school.ts";
import type { Standard } from "./standard.ts";

/** `missing`: why the stage cannot be judged yet, where schools are missing. */
export function stageCheck(
  standard: Standard,
  stage: BalanceStage,
  rows: readonly StageRow[],
  schools: readonly BalanceSchool[],
  missing: Words | null,
): BalanceStageRead {
  const own = rows.filter((row) => row.stage === stage);
  const checked = schools.filter((school) => school.stage === stage);
  const dispersions = dispersionsOf(standard, stage, own, missing);
  const verdict = missing ? "undecided" : together([...checked, ...dispersions].map((one) => one.verdict));
  return {
    stage,
    pupils: own.reduce((sum, { pupils }) => sum + (pupils ?? 0), 0),
    schools: checked.length,
    passing: checked.filter((school) => school.verdict === "met").length,
    dispersions,
    verdict,
    reason: verdict === "undecided" ? (missing ?? firstReason([...checked, ...dispersions])) : null,
  };
}

/** 差异系数 of each of the seven over the rows of one stage: the rollup shows it too. */
export function dispersionsOf(
  standard: Standard,
  stage: BalanceStage,
  own: readonly StageRow[],
  missing: Words | null,
): BalanceDispersion[] {
  return standard.asked[stage].map(({ resource }) => dispersionOf(standard, stage, own, resource, missing));
}

function dispersionOf(
  { limit, weighted: byPupils }: Standard,
  stage: BalanceStage,
  rows: readonly StageRow[],
  resource: ResourceName,
  missing: Words | null,
): BalanceDispersion {
  const shares = rows.flatMap((row) => shareOf(row, resource) ?? []);
  const [weighted, unweighted] = [disparity(shares, true), disparity(shares, false)];
  const { operator, value, upTo } = limit[stage];
  const lacking = rows.filter((row) => shareOf(row, resource) === undefined);
  const reason = whyUndecided(missing, lacking, weighted);
  return {
    resource,
    weighted: weighted ?? null,
    unweighted: unweighted ?? null,
    operator,
    limit: value,
    verdict: reason ? "undecided" : judge(byPupils ? weighted : unweighted, operator, value, upTo),
    reason,
  };
}

/** In the parts amounts are sent in, so that the rollup's figure and this one are the same bits. */
function shareOf({ amounts, pupils }: StageRow, resource: ResourceName): Share | undefined {
  const amount = amounts[resource];
  if (amount === undefined || pupils === null || pupils === 0) return undefined;
  return { amount: quotient(amount.numerator * BigInt(RESOURCE_UNITS[resource].parts), amount.denominator), pupils };
}

function whyUndecided(missing: Words | null, rows: readonly StageRow[], found: number | undefined): Words | null {
  const lacking = rows.length;
  const [schools, have] = lacking === 1 ? ["school", "has"] : ["schools", "have"];
  if (missing) return missing;
  if (rows.some(({ unclear }) => unclear))
    return {
      zh: `有 ${lacking} 所学校缺这一项，或各学段共用的无法确定`,
      en: `${lacking} ${schools} ${have} not reported it, or not so that it can be told which stage it belongs to`,
    };
  if (lacking > 0) return { zh: `有 ${lacking} 所学校缺这一项`, en: `${lacking} ${schools} ${have} not reported it` };
  return found === undefined ? { zh: "总量为 0", en: "the amounts add up to 0" } : null;
}

/** Every one must hold: one that fails settles it, one that is open leaves it open. Of nothing there is no verdict. */
export function together(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes("missed")) return "missed";
  return outcomes.length === 0 || outcomes.includes("undecided") ? "undecided" : "met";
}

function firstReason(all: readonly { readonly verdict: Outcome; readonly reason: Words | null }[]): Words | null {
  return all.find(({ verdict }) => verdict === "undecided")?.reason ?? { zh: "没有学校", en: "no schools" };
}
