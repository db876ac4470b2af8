import { useState } from "preact/hooks";
import type { Stage, TargetBody } from "../../../shared/contract.ts";
import type { County } from "../../../shared/handin/county.ts";
import { STAGES } from "../../../shared/indicators/definition.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { fractionTyped } from "../../../shared/statement/fraction-typed.ts";
import { LIMIT_OPERATORS, type Operator } from "../../../shared/target.ts";
import { readTarget, type TargetFault, type TypedTarget } from "../../../shared/targets.ts";
import { useSpoken } from "../../pane/say.ts";
import { useRuleWords } from "./words.ts";

interface TargetFormProps {
  readonly first: TypedTarget;
  readonly fresh: boolean;
  readonly county: County;
  /** The targets it is to stand beside. */
  readonly others: readonly TargetBody[];
  save(target: TargetBody): Promise<void>;
  close(): void;
}

/** One target being written: what is wrong is said and everything typed stays. */
export function TargetForm({ first, fresh, county, others, save, close }: TargetFormProps) {
  const w = useRuleWords();
  const spoken = useSpoken();
  const [typed, setTyped] = useState(first);
  const [faults, setFaults] = useState<readonly TargetFault[]>([]);
  const definition = shipped.versionsOf(typed.indicator).at(-1);
  const name = definition ? spoken(definition.names) : typed.indicator;
  const percent = definition?.unit === "rate" || definition?.unit === "points";
  const sign = percent ? "%" : definition?.measure ? spoken(definition.measure) : "";
  const fraction = fractionTyped(typed.value, definition?.unit);
  const write = (next: Partial<TypedTarget>) => {
    setTyped({ ...typed, ...next });
    setFaults([]);
  };
  const bad = (key: keyof TargetBody) => faults.some(([field]) => field === key);
  const submit = async (event: Event) => {
    event.preventDefault();
    const { target, faults } = readTarget(typed, county, others);
    setFaults(faults);
    if (target) await save(target);
  };
  const text = (key: "value" | "upTo" | "period" | "source", label: string, kind: string, more = {}) => (
    <label class={kind}>
      <span>{label}</span>
      <input
        maxLength={key === "source" ? 200 : 20}
        autocomplete="off"
        aria-invalid={bad(key)}
        value={typed[key]}
        onInput={({ currentTarget }) => write({ [key]: currentTarget.value })}
        {...more}
      />
    </label>
  );
  return (
    <form class="o-form" noValidate aria-labelledby="o-target" onSubmit={(event) => void submit(event)}>
      <h3 id="o-target">{fresh ? w.fresh(name) : w.editing(name)}</h3>
      <div class="o-line">
        <label>
          <span>{w.operator}</span>
          <select value={typed.operator} onChange={({ currentTarget }) => write({ operator: currentTarget.value as Operator })}>
            {LIMIT_OPERATORS.map((operator) => (
              <option key={operator} value={operator}>
                {w.means[operator]}
              </option>
            ))}
          </select>
        </label>
        {text("value", w.value(sign), "o-short", { inputMode: "decimal" })}
        {typed.operator === "between" && text("upTo", w.upTo, "o-short", { inputMode: "decimal" })}
        <label>
          <span>{w.stage}</span>
          <select
            value={typed.stage ?? ""}
            aria-invalid={bad("stage")}
            onChange={({ currentTarget }) => write({ stage: (currentTarget.value || null) as Stage | null })}
          >
            <option value="">{w.everyStage}</option>
            {(definition?.stages ?? []).map((stage) => (
              <option key={stage} value={stage}>
                {spoken(STAGES[stage])}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{w.unit}</span>
          <select value={typed.unit ?? ""} onChange={({ currentTarget }) => write({ unit: currentTarget.value || null })}>
            <option value="">{w.everyone}</option>
            <option value={county.region}>{w.region(county.name)}</option>
            {county.schools.map(({ school, name }) => (
              <option key={school} value={school}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {text("period", w.period, "", { "aria-describedby": "o-target-period" })}
        {text("source", w.source, "o-wide", { placeholder: w.sourceExample })}
      </div>
      {fraction && (
        <p class="q-hint" role="status">
          {spoken(fraction)}
        </p>
      )}
      <p class="q-hint" id="o-target-period">
        {w.periodHint}
      </p>
      {faults.length > 0 && (
        <div role="alert">
          <ul class="q-plain q-bad">
            {faults.map(([key, words]) => (
              <li key={key + words.zh}>{w.wrong(w.field[key], spoken(words))}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="q-buttons">
        <button type="submit" class="q-primary">
          {w.save}
        </button>
        <button type="button" onClick={close}>
          {w.cancel}
        </button>
      </p>
    </form>
  );
}
