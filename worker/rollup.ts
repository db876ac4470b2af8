/** The rollup of a collection: what stands and what is missing, read by shared/rollup.ts into figures and verdicts. */
import { optionOf, withChoice } from "../shared/choices.ts";
import type { Collection, Effect, EffectQuery, Rollup, SubmissionBody } from "../shared/contract.ts";
import { effectOf } from "../shared/figures/effect.ts";
import { gather, type Sent, type Standing } from "../shared/figures/gather.ts";
import { shipped } from "../shared/indicators/index.ts";
import { type RollupInput, readRollup } from "../shared/rollup.ts";
import { talliesOf } from "../shared/slice.ts";
import type { Act } from "./act.ts";
import { allChoices } from "./choices.ts";
import { collectionOf } from "./collections.ts";
import { refuse } from "./problem.ts";
import { allSchools } from "./schools.ts";
import { bodyOf, lineageOf, type Revision, standing } from "./standing.ts";
import { sumsOf } from "./sums.ts";
import { allTargets } from "./targets.ts";

/** What stands and what is missing, as the reading needs it. */
export function inputOf({ sql, region, role, now }: Act, collection: Collection) {
  const submitted = standing(sql, collection.collection);
  const standingOf = (id: string, revisions: readonly (Revision & { body: string })[]): Standing => ({
    sent: new Map(revisions.map((revision) => [revision.school, sentIn(bodyOf(revision))])),
    sums: sumsOf(sql, id),
  });
  const source = {
    region: region.region,
    schools: allSchools(sql),
    targets: allTargets(sql),
    choices: allChoices(sql),
    collection: (id: string) => collectionOf(sql, id),
    standing: (id: string) => standingOf(id, id === collection.collection ? submitted : standing(sql, id)),
  };
  return { input: gather(source, collection, shipped, { now, audience: role === "viewer" ? "viewer" : "bureau" }), submitted };
}

function sentIn(body: SubmissionBody): Sent {
  return { tallies: talliesOf(body), notes: body.notes };
}

export function rollup(act: Act, id: string): Rollup {
  const collection = collectionOf(act.sql, id);
  const { input, submitted } = inputOf(act, collection);
  return rollupFrom(act, collection, input, submitted);
}

/** The rollup of what was gathered. */
export function rollupFrom(
  act: Pick<Act, "region" | "role">,
  collection: Collection,
  input: RollupInput,
  submitted: readonly Revision[],
): Rollup {
  return {
    region: act.region.region,
    collection: collection.collection,
    period: collection.period,
    definitions: collection.definitions,
    coverage: input.coverage,
    ...readRollup(input),
    lineage: submitted.map((revision) => ({ ...lineageOf(revision), ...(act.role === "viewer" && { sha256: null }) })),
  };
}

/** The rollup read by another version of a definition, or with another choice, beside the one in force. */
export function effect(act: Act, id: string, { version, option, choice }: EffectQuery): Effect {
  const { input } = inputOf(act, collectionOf(act.sql, id));
  const other = version === undefined ? undefined : shipped.find(version);
  if (version !== undefined && !other) throw refuse("indicator-unknown");
  const optional = option === undefined ? undefined : optionOf(option);
  if (version === undefined && !optional?.choices.some((one) => one.id === choice))
    throw refuse("query-invalid", [
      {
        at: "choice",
        words: {
          zh: "请给出 version，或一个有的 option 和它的一个 choice。",
          en: "give version, or an option there is with one of its choices",
        },
      },
    ]);
  const rules = input.rules;
  const definitions = other ? rules.definitions.map((one) => (one.id === other.id ? other : one)) : rules.definitions;
  const choices = option && choice ? withChoice(rules.choices, option, choice) : rules.choices;
  const asked = new Set(other ? [other.id] : []);
  return { region: act.region.region, collection: id, units: effectOf(input, { ...rules, definitions, choices }, asked) };
}
