/** 起草责任书: a scenario as the draft of a school's statement. */
import { useState } from "preact/hooks";
import type { StatementBody } from "../../shared/contract.ts";
import { dayOf } from "../../shared/moment.ts";
import { periodAfter } from "../../shared/period.ts";
import { Refusal, type Words } from "../../shared/refusal.ts";
import type { RollupInput } from "../../shared/rollup.ts";
import { draftOf } from "../../shared/whatif/draft.ts";
import type { Scenario } from "../../shared/whatif/scenario.ts";
import { inForce } from "../all-definitions.ts";
import { ApiRefusal } from "../api.ts";
import { useSpoken } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import { useScenarioWords } from "./words.ts";

/** Who may draft: the bureau. Over the network as a statement that is kept there; without one as a Word file of the draft. */
export interface Drafting {
  readonly as: "statement" | "word";
  /** The region's name. */
  readonly region: string;
  /** Keeps it, or saves it, as a draft that nobody has signed. */
  draft(school: string, body: StatementBody): Promise<void>;
}

const UNDONE: Words = { zh: "没有做成，请再试一次。", en: "it did not work; try again" };

interface DraftFormProps {
  readonly input: RollupInput;
  readonly scenario: Scenario;
  readonly drafting: Drafting;
  say(text: string): void;
  close(): void;
}

export function DraftForm({ input, scenario, drafting, say, close }: DraftFormProps) {
  const w = useScenarioWords();
  const spoken = useSpoken();
  const inPlan = new Set([...scenario.lifts.map((one) => one.school), ...scenario.inputs.map((one) => one.unit)]);
  // Those that it changes first: the statement is made for them.
  const schools = [...input.members].sort((a, b) => Number(inPlan.has(b.school)) - Number(inPlan.has(a.school)));
  const [school, setSchool] = useState(schools[0]?.school ?? "");
  // Until somebody writes another one the title names the school it is for: a list shows which is whose.
  const [titled, setTitled] = useState<string | null>(null);
  const [first, setFirst] = useState(w.office(drafting.region).slice(0, 40));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Words | null>(null);
  const name = schools.find((one) => one.school === school)?.name ?? school;
  const period = periodAfter(input.collection.period, dayOf(new Date().toISOString()));
  const title = titled ?? w.titleOf(period, name).slice(0, 100);
  const make = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setRefused(null);
    try {
      const parties = { title: title.trim(), period, first: first.trim(), second: name.slice(0, 40) };
      const body = draftOf(input, scenario, school, inForce().catalogue, parties);
      await drafting.draft(school, body);
      say(w.drafted[drafting.as](name, body.lines.length));
      close();
    } catch (error) {
      setRefused(error instanceof Refusal || error instanceof ApiRefusal ? error.words : UNDONE);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="s-draft" onSubmit={(event) => void make(event)} aria-label={w.draftTitle(scenario.name)}>
      <strong>{w.draftTitle(scenario.name)}</strong>
      <div class="q-fields">
        <label>
          <span>{w.school}</span>
          <select value={school} onChange={({ currentTarget }) => setSchool(currentTarget.value)}>
            {schools.map((one) => (
              <option key={one.school} value={one.school}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{w.statement}</span>
          <input value={title} required maxLength={100} onInput={({ currentTarget }) => setTitled(currentTarget.value)} />
        </label>
        <label>
          <span>{w.first}</span>
          <input value={first} required maxLength={40} onInput={({ currentTarget }) => setFirst(currentTarget.value)} />
        </label>
      </div>
      <p class="q-hint">{w.draftHint[drafting.as]}</p>
      {refused && <Note tone="bad">{spoken(refused)}</Note>}
      <p class="q-actions">
        <button type="submit" class="q-primary" disabled={busy}>
          {w.make[drafting.as]}
        </button>
        <button type="button" onClick={close}>
          {w.cancel}
        </button>
      </p>
    </form>
  );
}
