/**
 * What missed targets lack in whole units of their own inputs, short enough to stand beside a value: teachers, square metres, yuan; and the
 * same over all schools, where each school's lack is a number of the same thing.
 */
import type { Stage, Verdict } from "../contract.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import type { Inputs } from "./inputs.ts";
import { lacksInputs } from "./lacks-inputs.ts";
import { inputsNeeded, lackWords, type Way } from "./reach.ts";
import { targetOf } from "./who.ts";

/** `null` where the target is not missed, and where no change of one number meets it: nothing is made up. */
export function lackOf(input: Inputs, verdict: Verdict): Words | null {
  return told(waysOf(input, verdict));
}

function told(ways: readonly Way[]): Words | null {
  return ways.length === 0 ? null : { zh: ways.map(({ lack }) => lack.zh).join("；或"), en: ways.map(({ lack }) => lack.en).join("; or ") };
}

function waysOf(input: Inputs, verdict: Verdict): readonly Way[] {
  if (verdict.verdict !== "missed") return [];
  const reach = inputsNeeded(input, { ...targetOf(verdict), resource: verdict.resource });
  return reach.possible ? reach.ways : [];
}

export interface LackOver {
  readonly definition: Definition;
  readonly stage: Stage;
  /** Schools judged by a limit, and those of them that miss it. */
  readonly judged: number;
  readonly missed: readonly { readonly school: string; readonly name: string; readonly lack: Words | null }[];
  /** All of it together; `null` where a school's lack is not known, or not one number of the same thing. */
  readonly total: Words | null;
}

interface School {
  readonly school: string;
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

/**
 * A line for each indicator and stage that a school misses, as the definitions are listed; schools in the order they came. A school at a
 * time, for who must not be kept waiting.
 */
export function* lacksOver(input: Inputs, schools: readonly School[]): Generator<undefined, LackOver[]> {
  const lines: LackOver[] = [];
  for (const definition of input.rules.definitions.filter(lacksInputs))
    for (const stage of definition.stages) {
      const own = schools.flatMap(({ school, name, verdicts }) =>
        verdicts.filter((one) => one.indicator === definition.id && one.stage === stage).map((verdict) => ({ school, name, verdict })),
      );
      const judged = new Set(own.filter(({ verdict }) => verdict.verdict !== "undecided").map(({ school }) => school)).size;
      const missed: { school: string; name: string; ways: readonly Way[] }[] = [];
      for (const { school, name, verdict } of own.filter((one) => one.verdict.verdict === "missed")) {
        missed.push({ school, name, ways: waysOf(input, verdict) });
        yield;
      }
      if (missed.length > 0)
        lines.push({
          ...{ definition, stage, judged, total: totalOf(missed.map(({ ways }) => ways)) },
          missed: missed.map(({ school, name, ways }) => ({ school, name, lack: told(ways) })),
        });
    }
  return lines;
}

function totalOf(all: readonly (readonly Way[])[]): Words | null {
  const [first] = all[0] ?? [];
  const alike = all.every(
    ([one, ...others]) => one && others.length === 0 && one.lever.names.zh === first?.lever.names.zh && one.by > 0 === first.by > 0,
  );
  const by = all.reduce((sum, [one]) => sum + (one?.by ?? 0), 0);
  return first && alike ? lackWords(first.lever, by) : null;
}
