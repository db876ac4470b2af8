/**
 * The checklist's items as a collection reported them. An item holds for all that the standard asks: in every stage of the definition that
 * the region has, the county's own verdict, or that of every school asked; one that sent nothing leaves the item open. The limits are the
 * standard's: a region's own targets are no part of it.
 */
import type { Stage, Verdict } from "../contract.ts";
import { enteredKey, isOfCounty } from "../entered.ts";
import type { Definition } from "../indicators/definition.ts";
import { type RollupInput, readRollup } from "../rollup.ts";
import { equal, subtract, type Tallies, type Tally, zero } from "../tally.ts";
import type { Outcome } from "../target.ts";
import { together } from "./county.ts";
import type { Entered } from "./items.ts";
import { isAskedFor } from "./scope.ts";
import { BALANCE_STAGES } from "./standard.ts";

/** A school of the region, whether it has sent anything or not. */
export interface RegionSchool {
  readonly school: string;
  readonly stages: readonly Stage[];
  readonly type: string | null;
  /** Pupils of compulsory age; `null` while they are not known. */
  readonly pupils: number | null;
}

/** `input`: the collection in which the items were reported; `schools`: all of the region. */
export function enteredIn(input: RollupInput, schools: readonly RegionSchool[]): Entered {
  const known = new Map<string, ReturnType<typeof readRollup>>();
  const readFor = (asked: readonly RegionSchool[]) => {
    const codes = asked.map(({ school }) => school);
    const key = codes.join("|");
    const read = known.get(key) ?? readRollup(amongOnly(input, new Set(codes)));
    known.set(key, read);
    return read;
  };
  const versions = new Map(input.rules.definitions.map(({ id, version }) => [id, version]));
  return (definition) => {
    const { id } = definition;
    const asked = schools.filter(({ type, pupils }) => isAskedFor(id, type, pupils));
    const { figures, verdicts, schools: theirs } = readFor(asked);
    const own = verdicts.filter(({ indicator }) => indicator === id);
    const each = theirs.flatMap((school) => school.verdicts.filter(({ indicator }) => indicator === id));
    if (own.length === 0 && each.length === 0) return undefined;
    const found = figures.filter(({ indicator, value }) => indicator === id && value !== null);
    const value = found.length === 1 ? (found[0]?.value ?? null) : null;
    // Reported under another version, it was judged by another text.
    if (versions.get(id) !== definition.version) return { value, verdict: "undecided" };
    const stages = BALANCE_STAGES.filter((stage) => definition.stages.includes(stage) && asked.some((one) => one.stages.includes(stage)));
    return { value, verdict: together(stages.flatMap((stage) => outcomesIn(definition, stage, { input, asked, own, each }))) };
  };
}

interface Known {
  readonly input: RollupInput;
  readonly asked: readonly RegionSchool[];
  readonly own: readonly Verdict[];
  readonly each: readonly Verdict[];
}

/** The county's verdict in one stage, or that of each school which has it. */
function outcomesIn(definition: Definition, stage: Stage, { input, asked, own, each }: Known): Outcome[] {
  const there = asked.filter(({ stages }) => stages.includes(stage)).map(({ school }) => school);
  const ofCounty = own.filter((verdict) => verdict.stage === stage).map(({ verdict }) => verdict);
  if (isOfCounty(definition)) return orOpen(ofCounty);
  if (ofCounty.length > 0) return hasSent(input, there, definition, stage) ? ofCounty : ["undecided"];
  return there.flatMap((school) => orOpen(each.filter((one) => one.unit === school && one.stage === stage).map(({ verdict }) => verdict)));
}

function orOpen(outcomes: Outcome[]): Outcome[] {
  return outcomes.length > 0 ? outcomes : ["undecided"];
}

function hasSent({ members }: RollupInput, schools: readonly string[], { id }: Definition, stage: Stage): boolean {
  const sent = new Map(members.map(({ school, tallies }) => [school, tallies]));
  return schools.every((school) => sent.get(school)?.has(enteredKey({ stage, indicator: id })));
}

/** The collection as if only these schools were asked, and the county itself; who has sent is looked at stage by stage, above. */
function amongOnly(input: RollupInput, codes: ReadonlySet<string>): RollupInput {
  const others = input.members.filter(({ school }) => !codes.has(school));
  const members = input.members.filter(({ school }) => codes.has(school));
  const coverage = { required: members.length, submitted: members.length, missing: [] };
  return { ...input, targets: [], members, coverage, sums: others.reduce<Tallies>((sums, { tallies }) => less(sums, tallies), input.sums) };
}

function less(sums: Tallies, tallies: Tallies): Tallies {
  const left = new Map<string, Tally>(sums);
  for (const [key, own] of tallies) {
    const rest = subtract(left.get(key) ?? zero, own);
    if (equal(rest, zero)) left.delete(key);
    else left.set(key, rest);
  }
  return left;
}
