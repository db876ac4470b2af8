/** What a figure rests on, and where the region decided it: who, when and why. */
import type { ReadingInForce } from "../../shared/contract.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { type Choose, chooser } from "../../shared/indicators/options.ts";
import { dayOf } from "../../shared/moment.ts";
import { useSpoken, useWords } from "./say.ts";

/** The choices a figure was read by: readings of options are named `option:choice`. */
export function choicesBehind(ids: readonly string[], definition: Definition): Choose {
  const pairs = ids.map((id) => id.split(":")).filter((parts) => parts.length === 2);
  return chooser(definition, Object.fromEntries(pairs as [string, string][]));
}

/** Speaks the readings of these ids, one text each. */
export function useReadings(readings: readonly ReadingInForce[]): (ids: readonly string[]) => string[] {
  const w = useWords();
  const spoken = useSpoken();
  return (ids) =>
    ids.flatMap((id) => {
      const reading = readings.find((one) => one.id === id);
      if (!reading) return [];
      const { decided } = reading;
      return decided ? w.check.decided(spoken(reading), decided.why, decided.by, dayOf(decided.at)) : spoken(reading);
    });
}
