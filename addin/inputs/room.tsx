/**
 * 推演 of what is not read from marks: teachers, area, equipment, records. What a unit lacks for each target, in the least whole numbers;
 * what is tried; and which verdicts it turns, there and elsewhere.
 */
import { useMemo, useState } from "preact/hooks";
import { Refusal, type Words } from "../../shared/refusal.ts";
import { type RollupInput, readRollup } from "../../shared/rollup.ts";
import type { Ground } from "../../shared/whatif/input.ts";
import { changedInput, type InputChange } from "../../shared/whatif/inputs.ts";
import { useSpoken } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import { type Lent, ScenarioSection } from "../scenarios/section.tsx";
import { SupposedBar } from "./bar.tsx";
import { ChangeForm } from "./change.tsx";
import { Effects } from "./effects.tsx";
import { Lacking } from "./lacking.tsx";
import { merged, movablesOf, useSupposed } from "./supposed.ts";
import { useInputsWords } from "./words.ts";
import "../whatif/whatif.css";
import "./inputs.css";

interface RoomProps {
  readonly ground: Ground;
  /** Whose figures, and of which collection. */
  readonly of: string;
  readonly lent: Lent;
  say(text: string): void;
}

export function InputsRoom({ ground: { input, alone }, of, lent, say }: RoomProps) {
  const w = useInputsWords();
  const spoken = useSpoken();
  const [changes, setChanges] = useSupposed(of);
  const [chosen, setChosen] = useState<string | null>(null);
  const [refused, setRefused] = useState<Words | null>(null);
  const ofRegion = input.collection.form === "indicators" && alone === null;
  const unit = alone ?? chosen ?? (ofRegion ? input.region : (input.members[0]?.school ?? ""));
  const supposed = useMemo(() => (changes.length === 0 ? input : tried(input, changes)), [input, changes]);
  const [real, now] = useMemo(() => [readRollup(input), readRollup(supposed)], [input, supposed]);
  const verdicts = unit === input.region ? now.verdicts : (now.schools.find(({ school }) => school === unit)?.verdicts ?? []);
  const take = (more: readonly InputChange[]) => {
    const next = merged(changes, more);
    try {
      changedInput(input, next);
      setChanges(next);
      setRefused(null);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefused(error.words);
    }
  };
  if (input.members.length === 0) return <p class="q-hint">{w.nobody}</p>;
  return (
    <div class={changes.length === 0 ? "w-body" : "w-body w-other"}>
      <SupposedBar {...{ input, changes }} set={setChanges} />
      {alone === null && (
        <div class="q-fields i-unit">
          <label>
            <span>{w.unit}</span>
            <select value={unit} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
              {ofRegion && <option value={input.region}>{w.county}</option>}
              {input.members.map(({ school, name }) => (
                <option key={school} value={school}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {refused && <Note tone="bad">{spoken(refused)}</Note>}
      <Lacking {...{ input: supposed, verdicts, take }} />
      <ChangeForm key={unit} movables={movablesOf(supposed, verdicts)} take={take} />
      {changes.length > 0 && <Effects {...{ input, real, now, alone }} />}
      <ScenarioSection
        {...{ ...lent, input, unit, say }}
        now={{ query: { ...NO_QUERY, unit: unit === input.region ? null : unit }, moves: [], lifts: [], inputs: changes }}
        open={(one) => {
          setChosen(one.query.unit);
          setChanges(one.inputs);
        }}
      />
    </div>
  );
}

const NO_QUERY = { unit: null, question: null, limit: null, schools: null, pupils: null, share: null };

/** A scenario of other days may not fit what has been sent since: then nothing is supposed. */
function tried(input: RollupInput, changes: readonly InputChange[]): RollupInput {
  try {
    return changedInput(input, changes);
  } catch (error) {
    if (error instanceof Refusal) return input;
    throw error;
  }
}
