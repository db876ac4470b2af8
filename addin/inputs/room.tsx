/**
 * 推演 of what is not read from marks: teachers, area, equipment, records. What a unit lacks for each target, in the least whole numbers;
 * what is tried; and which verdicts it turns, there and elsewhere.
 */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Refusal, type Words } from "../../shared/refusal.ts";
import { type RollupInput, readRollup } from "../../shared/rollup.ts";
import type { Ground } from "../../shared/whatif/input.ts";
import { changedInput, type InputChange } from "../../shared/whatif/inputs.ts";
import { useSpoken } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import { type Lent, ScenarioSection } from "../scenarios/section.tsx";
import { stepKeys, type WayBack } from "../whatif/steps-bar.tsx";
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
  const { history, change, take: back } = useSupposed(of);
  const { unit: chosen, changes } = history.now;
  const [refused, setRefused] = useState<Words | null>(null);
  const supposed = useMemo(() => (changes.length === 0 ? input : tried(input, changes)), [input, changes]);
  const [real, now] = useMemo(() => [readRollup(input), readRollup(supposed)], [input, supposed]);
  const ofRegion = input.collection.form === "indicators" && alone === null;
  // Whoever comes here asks what is lacking: of the first that lacks something.
  const first = missing(real)[0] ?? input.members[0];
  const unit = alone ?? chosen ?? (ofRegion ? input.region : (first?.school ?? ""));
  const verdicts = unit === input.region ? now.verdicts : (now.schools.find(({ school }) => school === unit)?.verdicts ?? []);
  const step = (way: WayBack) => {
    setRefused(null);
    back(way);
  };
  const take = (more: readonly InputChange[]) => {
    const next = merged(changes, more);
    try {
      changedInput(input, next);
      change({ unit, changes: next });
      setRefused(null);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefused(error.words);
    }
  };
  const undoButton = useWayBack(changes);
  if (input.members.length === 0) return <p class="q-hint">{w.nobody}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcuts of the buttons in it
    <div class={changes.length === 0 ? "w-body" : "w-body w-other"} onKeyDown={stepKeys(step)}>
      <SupposedBar {...{ input, history, undoButton, take: step }} set={(next) => change({ changes: next })} />
      {alone === null && (
        <div class="q-fields i-unit">
          <label>
            <span>{w.unit}</span>
            <select value={unit} onChange={({ currentTarget }) => change({ unit: currentTarget.value })}>
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
      {alone === null && <Missing schools={missing(now)} />}
      {refused && <Note tone="bad">{spoken(refused)}</Note>}
      <Lacking {...{ input: supposed, verdicts, take }} />
      <ChangeForm key={unit} movables={movablesOf(supposed, verdicts)} take={take} />
      {changes.length > 0 && <Effects {...{ input, real, now, alone }} />}
      <ScenarioSection
        {...{ ...lent, input, unit, say }}
        now={{ query: { ...NO_QUERY, unit: unit === input.region ? null : unit }, moves: [], choices: [], lifts: [], inputs: changes }}
        open={(one) => change({ unit: one.query.unit, changes: one.inputs })}
      />
    </div>
  );
}

type Schools = ReturnType<typeof readRollup>["schools"];

function missing({ schools }: { readonly schools: Schools }): Schools {
  return schools.filter(({ verdicts }) => verdicts.some(({ verdict }) => verdict === "missed"));
}

/** More are counted. */
const NAMED = 12;

/** Which schools miss how many, in the order they are listed: nobody has to open each. */
function Missing({ schools }: { readonly schools: Schools }) {
  const w = useInputsWords();
  if (schools.length === 0) return null;
  const each = schools
    .slice(0, NAMED)
    .map(({ name, verdicts }) => w.misses(name, verdicts.filter(({ verdict }) => verdict === "missed").length));
  return <p class="q-hint">{w.missing(schools.length, each.join(w.and), schools.length > NAMED)}</p>;
}

const NO_QUERY = { unit: null, question: null, limit: null, schools: null, pupils: null, share: null };

/** Where what was pressed is gone with its press, the keys would lead nowhere: the focus goes to the way back. */
function useWayBack(changes: readonly InputChange[]) {
  const undoButton = useRef<HTMLButtonElement>(null);
  const before = useRef(changes);
  useEffect(() => {
    if (before.current !== changes && document.activeElement === document.body) undoButton.current?.focus();
    before.current = changes;
  }, [changes]);
  return undoButton;
}

/** A scenario of other days may not fit what has been sent since: then nothing is supposed. */
function tried(input: RollupInput, changes: readonly InputChange[]): RollupInput {
  try {
    return changedInput(input, changes);
  } catch (error) {
    if (error instanceof Refusal) return input;
    throw error;
  }
}
