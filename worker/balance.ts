/** 优质均衡 of a region: the resources its schools reported, and the items reported in a collection beside them. */
import type { EnteredItem } from "../shared/balance/items.ts";
import { readBalance } from "../shared/balance/read.ts";
import type { Balance, BalanceQuery, Verdict } from "../shared/contract.ts";
import type { Definition } from "../shared/indicators/definition.ts";
import { type RollupInput, readRollup } from "../shared/rollup.ts";
import type { Outcome } from "../shared/target.ts";
import type { Act } from "./act.ts";
import { collectionOf } from "./collections.ts";
import { refuse } from "./problem.ts";
import { inputOf } from "./rollup.ts";
import { allSchools } from "./schools.ts";

export function balance(act: Act, id: string, { items }: BalanceQuery): Balance {
  const collection = collectionOf(act.sql, id);
  if (collection.form !== "resources")
    throw refuse("query-invalid", [
      { at: "collection", words: { zh: "优质均衡由办学条件采集得出。", en: "the check is read from a collection of form resources" } },
    ]);
  const { input } = inputOf(act, collection);
  const types = new Map(allSchools(act.sql).map(({ school, type }) => [school, type]));
  const members = input.members.map((member) => ({ ...member, type: types.get(member.school) ?? null }));
  const entered = items === undefined ? undefined : enteredIn(inputOf(act, collectionOf(act.sql, items)).input);
  const read = readBalance({ rules: input.rules, members, coverage: input.coverage, ...(entered && { entered }) });
  return {
    region: act.region.region,
    collection: id,
    definitions: collection.definitions,
    coverage: input.coverage,
    schools: read.schools.map((one) => ({ ...one, values: [...one.values] })),
    stages: read.stages.map((one) => ({ ...one, dispersions: [...one.dispersions] })),
    items: [...read.items],
    outside: [...read.outside],
    verdict: read.verdict,
    reason: read.reason,
    readings: [...read.readings],
  };
}

/** What was reported of an item: judged for the region where it can be, else met when every school meets it. */
function enteredIn(input: RollupInput): (definition: Definition) => EnteredItem | undefined {
  const { figures, verdicts, schools } = readRollup(input);
  const complete = input.coverage.missing.length === 0;
  return ({ id }) => {
    const own = verdicts.filter(({ indicator }) => indicator === id);
    const theirs = schools.flatMap((school) => school.verdicts.filter(({ indicator }) => indicator === id));
    const found = figures.filter(({ indicator, value }) => indicator === id && value !== null);
    if (own.length === 0 && theirs.length === 0) return undefined;
    const value = found.length === 1 ? (found[0]?.value ?? null) : null;
    return { value, verdict: own.length > 0 ? allOf(own, true) : allOf(theirs, complete) };
  };
}

function allOf(verdicts: readonly Verdict[], complete: boolean): Outcome {
  if (verdicts.some(({ verdict }) => verdict === "missed")) return "missed";
  return complete && verdicts.every(({ verdict }) => verdict === "met") ? "met" : "undecided";
}
