/** 优质均衡 of a region: the resources its schools reported, and the items reported in a collection beside them. */
import { enteredIn } from "../shared/balance/entered.ts";
import { readBalance } from "../shared/balance/read.ts";
import { pupilsOf } from "../shared/balance/rows.ts";
import type { Balance, BalanceQuery } from "../shared/contract.ts";
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
  const { rules, members, coverage } = input;
  const pupils = new Map(members.map(({ school, tallies }) => [school, pupilsOf(tallies)]));
  const schools = allSchools(act.sql).map((school) => ({ ...school, pupils: pupils.get(school.school) ?? null }));
  const entered = items === undefined ? undefined : enteredIn(inputOf(act, collectionOf(act.sql, items)).input, schools);
  const read = readBalance({ rules, members, coverage, ...(entered && { entered }) });
  return {
    region: act.region.region,
    collection: id,
    definitions: collection.definitions,
    coverage,
    schools: read.schools.map((one) => ({ ...one, values: [...one.values] })),
    stages: read.stages.map((one) => ({ ...one, dispersions: [...one.dispersions] })),
    items: [...read.items],
    outside: [...read.outside],
    verdict: read.verdict,
    reason: read.reason,
    readings: [...read.readings],
  };
}
