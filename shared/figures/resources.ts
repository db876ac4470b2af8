/**
 * What schools have per pupil: the seven indicators of 优质均衡, the school rule and 差异系数, read from the same rows as the check of a
 * region (balance/rows.ts): what stages share is split, and a school out of scope has its values and no verdict.
 */
import { dispersionsOf } from "../balance/county.ts";
import { type Sender, sentRows } from "../balance/rows.ts";
import { perPupil, type StageRow, schoolCheck } from "../balance/school.ts";
import { SHARED } from "../balance/split.ts";
import { BALANCE_STAGES, type Standard, standardOf } from "../balance/standard.ts";
import type { ResourceName } from "../contract.ts";
import { figureOf, type Read, reading } from "../figures.ts";
import type { Definition } from "../indicators/definition.ts";
import { type Rules, readingIdsOf } from "../indicators/rules.ts";
import type { Ratio } from "../kernel/ratio.ts";
import type { Words } from "../refusal.ts";

const NO_PUPILS: Words = { zh: "没有学生", en: "no pupils" };
const LEFT_OUT: Words = { zh: "有学校缺这一项", en: "some schools have not reported it" };

/** The figures of one school for each stage that it has, once it has sent resources. */
export function resourceFigures(rules: Rules, sender: Sender): Read[] {
  const standard = standardOf(rules);
  const { outside, rows } = sentRows(standard.weights, sender);
  return rows.flatMap((row) => {
    const own = perPupilIn(rules, row.stage).flatMap((one) => figureOfRow(rules, one, row, outside) ?? []);
    return [...own, ruleOf(rules, standard, row, outside)].map((read) => resting(rules, standard, [row], read));
  });
}

/** The figures of all schools of a region together: amounts per pupil of those that report them, and 差异系数. */
export function regionResourceFigures(rules: Rules, senders: readonly Sender[]): Read[] {
  const standard = standardOf(rules);
  const sent = senders.map((sender) => sentRows(standard.weights, sender));
  return BALANCE_STAGES.flatMap((stage) => {
    const all = sent.flatMap(({ outside, rows }) => rows.filter((row) => row.stage === stage).map((row) => ({ row, outside })));
    const inScope = all.filter(({ outside }) => !outside).map(({ row }) => row);
    const pooled = perPupilIn(rules, stage).flatMap((one) => {
      const rows = one.family === "equity" ? inScope : all.map(({ row }) => row);
      const read = pooledOver(rules, one, rows);
      return read ? [resting(rules, standard, rows, read)] : [];
    });
    if (inScope.length === 0) return pooled;
    const between = dispersionsOf(standard, stage, inScope, null).map(({ resource, weighted, unweighted, reason }) => {
      const value = (standard.weighted ? weighted : unweighted) ?? undefined;
      const read = figureOf(rules, standard.dispersion, { stage }, value, reason ?? NO_PUPILS, Number.POSITIVE_INFINITY);
      return resting(rules, standard, inScope, about(read, resource, reason));
    });
    return [...pooled, ...between];
  });
}

type PerPupil = Definition & { readonly kind: { readonly factor: 1 | 100 }; readonly reads: { readonly resource: ResourceName } };

function perPupilIn(rules: Rules, stage: StageRow["stage"]): PerPupil[] {
  return reading(rules, "resource").filter((one): one is typeof one & PerPupil => one.kind.kind === "ratio" && one.stages.includes(stage));
}

function factOf({ kind: { factor }, reads: { resource } }: PerPupil, row: StageRow): Ratio | undefined {
  return perPupil(row, { resource, factor }) ?? undefined;
}

/** `undefined` where it was not reported. */
function figureOfRow(rules: Rules, definition: PerPupil, row: StageRow, outside: Words | null): Read | undefined {
  const { resource } = definition.reads;
  const unclear = SHARED.includes(resource) ? row.unclear : null;
  if (row.amounts[resource] === undefined && !unclear) return undefined;
  const read = figureOf(rules, definition, row, factOf(definition, row), unclear ?? NO_PUPILS, row.pupils ?? 0);
  return about(read, resource, definition.family === "equity" ? outside : null);
}

function ruleOf(rules: Rules, standard: Standard, row: StageRow, outside: Words | null): Read {
  const { verdict, reason } = schoolCheck(standard, row);
  const why = outside ?? reason;
  const fact = why ? undefined : Number(verdict === "met");
  return figureOf(rules, standard.school, row, fact, why ?? NO_PUPILS, row.pupils ?? Number.POSITIVE_INFINITY);
}

/** All amounts over all pupils of the schools that report them. */
function pooledOver(rules: Rules, definition: PerPupil, rows: readonly StageRow[]): Read | undefined {
  const { resource } = definition.reads;
  const having = rows.filter(({ amounts }) => amounts[resource] !== undefined);
  if (having.length === 0) return undefined;
  const pupils = having.reduce((sum, row) => sum + (row.pupils ?? 0), 0);
  const amount = having.map(({ amounts }) => amounts[resource] as Ratio).reduce(plus);
  const fact =
    pupils === 0
      ? undefined
      : { numerator: amount.numerator * BigInt(definition.kind.factor), denominator: amount.denominator * BigInt(pupils) };
  const read = figureOf(rules, definition, { stage: rows[0]?.stage ?? "primary" }, fact, NO_PUPILS, pupils);
  return about(read, resource, having.length < rows.length ? LEFT_OUT : null);
}

function plus(a: Ratio, b: Ratio): Ratio {
  if (a.denominator === b.denominator) return { numerator: a.numerator + b.numerator, denominator: a.denominator };
  return { numerator: a.numerator * b.denominator + b.numerator * a.denominator, denominator: a.denominator * b.denominator };
}

/** A figure of one resource; with a value and a reason it is shown and not judged. */
function about({ figure, pupils }: Read, resource: ResourceName, unjudged: Words | null): Read {
  return { figure: { ...figure, resource, why: unjudged ?? figure.why }, pupils };
}

/** Where amounts were split, a figure rests on how as well. */
function resting(rules: Rules, { school }: Standard, rows: readonly StageRow[], { figure, pupils }: Read): Read {
  const shared = figure.resource === null || SHARED.includes(figure.resource);
  if (!shared || !rows.some(({ split }) => split)) return { figure, pupils };
  const readings = [...new Set([...figure.readings, ...readingIdsOf(rules, school)])];
  return { figure: { ...figure, readings }, pupils };
}
