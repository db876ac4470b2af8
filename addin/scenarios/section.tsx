/** 方案: what is supposed in 推演, saved under a name, opened again, compared side by side, and drafted as a statement. */
import { useMemo, useState } from "preact/hooks";
import type { Table } from "../../shared/handin/table.ts";
import { Refusal, type Words } from "../../shared/refusal.ts";
import type { RollupInput } from "../../shared/rollup.ts";
import { misfitOf, type Query, type Scenario, type Supposed } from "../../shared/whatif/scenario.ts";
import { useSpoken } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import { ComparisonTable } from "./comparison.tsx";
import { DraftForm, type Drafting } from "./drafting.tsx";
import { type ScenarioKeeping, useKeptScenarios } from "./keeping.ts";
import { liftedText, ScenarioList } from "./list.tsx";
import { useScenarioWords } from "./words.ts";
import "./scenarios.css";

/** What the place it is shown in lends: where to keep, where to insert or save, how to draft. */
export interface Lent {
  readonly collection: string;
  readonly keeping: ScenarioKeeping;
  /** Puts a table into the workbook as a sheet of its own, whose name it tells; `null`: as a workbook of its own. */
  insert?(table: Table): Promise<string | null>;
  /** Saves a table as a file, and says so: where there is no sheet. */
  save?(table: Table): Promise<void>;
  readonly drafting?: Drafting;
}

/** What is supposed now: the lines moved, the choices made otherwise, and the plan's pupils, which a scenario may take along or not. */
export interface Now extends Pick<Supposed, "moves" | "choices" | "lifts" | "inputs"> {
  readonly query: Query;
}

interface SectionProps extends Lent {
  readonly input: RollupInput;
  /** Whose figures are compared: a school's or the region's. */
  readonly unit: string;
  readonly now: Now;
  open(scenario: Scenario): void;
  say(text: string): void;
}

export function ScenarioSection({ input, unit, now, open, say, collection, keeping, insert, save: saveTable, drafting }: SectionProps) {
  const w = useScenarioWords();
  const spoken = useSpoken();
  const kept = useKeptScenarios(keeping);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Words | null>(null);
  const [misfit, setMisfit] = useState<{ readonly name: string; readonly words: Words | null } | null>(null);
  const [deleted, setDeleted] = useState<Scenario | null>(null);
  const [drafted, setDrafted] = useState<Scenario | null>(null);
  const own = useMemo(() => (kept.all ?? []).filter((one) => one.collection === collection).sort(byName), [kept.all, collection]);
  const chosen = useMemo(() => own.filter(({ name }) => ticked.has(name)), [own, ticked]);
  const change = async (work: Promise<void>, done: string) => {
    setRefused(null);
    try {
      await work;
      say(done);
      return true;
    } catch (error) {
      setRefused(error instanceof Refusal ? error.words : null);
      say(w.notSaved);
      return false;
    }
  };
  const save = async (scenario: Scenario) => {
    if (await change(kept.put(scenario), w.saved(scenario.name))) setTicked(new Set([...ticked, scenario.name]));
  };
  const remove = async (scenario: Scenario) => {
    if (await change(kept.remove(scenario), w.deleted(scenario.name))) setDeleted(scenario);
  };
  const undelete = async (scenario: Scenario) => {
    if (await change(kept.put(scenario), w.saved(scenario.name))) setDeleted(null);
  };
  const write = async (table: Table) => {
    setRefused(null);
    try {
      const name = await insert?.(table);
      say(name ? w.inserted(name) : w.openedApart);
    } catch (error) {
      setRefused(error instanceof Refusal ? error.words : null);
      say(w.notInserted);
    }
  };
  return (
    <section class="s-scenarios" aria-labelledby="s-title">
      <h2 id="s-title">{w.title}</h2>
      {kept.again ? (
        <Note tone="bad" title={w.unread}>
          <p>{w.unreadHint[keeping.where]}</p>
          <button type="button" onClick={kept.again}>
            {w.again}
          </button>
        </Note>
      ) : kept.fault ? (
        <Unreadable why={kept.fault} {...(keeping.discard && { discard: kept.discard })} />
      ) : kept.all === null ? (
        <p class="q-hint">{w.reading}</p>
      ) : (
        <>
          <SaveForm {...{ now, own }} hint={w.hint[keeping.where]} save={(name, lifts) => void save({ name, collection, ...now, lifts })} />
          {misfit?.words && (
            <Note tone="warn" title={misfit.name}>
              {spoken(misfit.words)}
            </Note>
          )}
          {refused && <Note tone="bad">{spoken(refused)}</Note>}
          {deleted && (
            <p class="q-hint">
              {w.deleted(deleted.name)}{" "}
              <button type="button" class="w-small" onClick={() => void undelete(deleted)}>
                {w.undelete}
              </button>
            </p>
          )}
          <ScenarioList
            {...{ own, ticked, tick: setTicked, remove: (one) => void remove(one) }}
            open={(one) => {
              open(one);
              setMisfit({ name: one.name, words: misfitOf(input, one) });
              say(w.opened(one.name));
            }}
            draft={drafting && setDrafted}
          />
          {drafted && drafting && (
            <DraftForm key={drafted.name} {...{ input, scenario: drafted, drafting, say, close: () => setDrafted(null) }} />
          )}
          {own.length > 0 && chosen.length === 0 && <p class="q-hint">{w.compareNone}</p>}
          {chosen.length > 0 && (
            <ComparisonTable
              {...{ input, scenarios: chosen, unit }}
              {...(insert && { insert: write })}
              {...(saveTable && { save: saveTable })}
            />
          )}
        </>
      )}
    </section>
  );
}

/** 方案 2 before 方案 10, whatever they were merged with. */
function byName(a: Scenario, b: Scenario): number {
  return a.name.localeCompare(b.name, "zh", { numeric: true });
}

/** Nothing is overwritten before somebody has said so twice. */
function Unreadable({ why, discard }: { readonly why: Words; discard?(): Promise<void> }) {
  const w = useScenarioWords();
  const spoken = useSpoken();
  const [sure, setSure] = useState(false);
  return (
    <Note tone="bad" title={w.unreadable}>
      <p>{spoken(why)}</p>
      {discard && (
        <button type="button" onClick={() => (sure ? void discard() : setSure(true))}>
          {sure ? w.discardSure : w.discard}
        </button>
      )}
    </Note>
  );
}

interface SaveFormProps {
  readonly now: Now;
  readonly own: readonly Scenario[];
  /** Where they are kept. */
  readonly hint: string;
  save(name: string, lifts: Supposed["lifts"]): void;
}

function SaveForm({ now: { moves, choices, lifts, inputs, query }, own, hint, save }: SaveFormProps) {
  const w = useScenarioWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [withPlan, setWithPlan] = useState(true);
  const taken = (name: string) => own.some((one) => one.name === name);
  const free = [...Array(own.length + 1).keys()].map((at) => w.suggested(at + 1)).find((name) => !taken(name)) ?? "";
  const name = (typed ?? free).trim();
  const taking = withPlan ? lifts : [];
  const nothing = moves.length + choices.length + taking.length + inputs.length === 0 && query.limit === null;
  const pupils = liftedText(lifts, w);
  return (
    <form
      class="s-save"
      onSubmit={(event) => {
        event.preventDefault();
        save(name, taking);
        setTyped(null);
      }}
    >
      <label class="s-name">
        <span>{w.name}</span>
        <input value={typed ?? free} required maxLength={40} onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
      </label>
      <button type="submit" disabled={nothing || name === ""}>
        {taken(name) ? w.replace : w.save}
      </button>
      {lifts.length > 0 && (
        <label class="q-tick">
          <input type="checkbox" checked={withPlan} onChange={({ currentTarget }) => setWithPlan(currentTarget.checked)} />
          <span>{w.withPlan(pupils, new Set(lifts.map((one) => one.school)).size)}</span>
        </label>
      )}
      <p class="q-hint">{nothing ? `${w.nothing} ${hint}` : hint}</p>
    </form>
  );
}
