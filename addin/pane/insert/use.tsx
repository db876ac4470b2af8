/** The inputs of an indicator picked from the sheet, its value as it would be, and three ways to put it there. */
import type { Stage } from "../../../shared/contract.ts";
import { type Definition, STAGES, type Unit } from "../../../shared/indicators/definition.ts";
import { chooser } from "../../../shared/indicators/options.ts";
import { chosenIn } from "../../../shared/indicators/rules.ts";
import { inputsOf } from "../../../shared/indicators/view.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { InForce } from "../../catalogue.ts";
import type { Workbook } from "../../host.ts";
import { readReference } from "../../reference.ts";
import { useSpoken, useWords } from "../say.ts";
import { InputField } from "./field.tsx";
import { limitRows } from "./limit-rows.ts";
import { usePreview } from "./preview.ts";
import { ResultCard } from "./result.tsx";
import type { InsertState } from "./state.ts";
import { indicatorFormula, isComplete, plainFormula, readWritten } from "./written.ts";

/** Rates are fractions in the cell and per cent on the screen; two places, so that 89.96 % does not look like 90 %. */
const NUMBER_FORMATS: Partial<Record<Unit, string>> = { rate: "0.00%" };

interface UseProps {
  readonly definition: Definition;
  readonly here: InForce;
  readonly state: InsertState;
  readonly workbook: Workbook;
  say(text: string): void;
}

export function Use({ definition, here, state: { now, change }, workbook, say }: UseProps) {
  const w = useWords();
  const spoken = useSpoken();
  const inputs = inputsOf(definition);
  const written = inputs.map((input, at) => readWritten(now.fields[at] ?? "", input));
  const rows = limitRows(definition, here);
  const byStage = rows.length > 1;
  // Where limits differ nothing is judged before a stage is chosen; else one limit holds for all.
  const stage = byStage ? now.judgedAs : null;
  const preview = usePreview(workbook, definition, written, stage, here);
  const choose = chooser(definition, chosenIn(here.choices));
  const complete = isComplete(inputs, written);
  const native = complete ? plainFormula(definition, written, null, choose) : null;
  const value = preview?.result?.value ?? null;

  const write = (at: number, text: string) => change({ fields: inputs.map((_, one) => (one === at ? text : (now.fields[one] ?? ""))) });
  const tell = (error: unknown) => say(error instanceof Refusal ? spoken(error.words) : w.check.notInserted);
  const pick = (at: number) => workbook.selectedAddress().then((address) => write(at, address), tell);
  const insert = async (cell: (sheet: string | null) => string | number | null) => {
    try {
      const { sheet } = readReference(await workbook.selectedAddress()) ?? { sheet: null };
      const content = cell(sheet);
      if (content !== null) say(w.check.inserted(await workbook.insert([[content]], NUMBER_FORMATS[definition.unit])));
    } catch (error) {
      tell(error);
    }
  };

  if (inputs.length === 0) return <p class="q-hint">{w.insert.noInputs}</p>;
  return (
    <section aria-labelledby="q-use">
      <h2 id="q-use">{w.insert.inputs}</h2>
      {inputs.map((input, at) => (
        <InputField
          key={input.id}
          input={input}
          text={now.fields[at] ?? ""}
          written={written[at] ?? { is: "blank" }}
          write={(text) => write(at, text)}
          pick={() => void pick(at)}
        />
      ))}
      {byStage && (
        <label class="q-stage">
          <span>{w.insert.judgedAs}</span>
          <select
            value={stage ?? ""}
            required
            aria-invalid={stage === null}
            onChange={({ currentTarget }) => change({ judgedAs: currentTarget.value as Stage })}
          >
            <option value="" disabled>
              {w.insert.chooseStage}
            </option>
            {definition.stages.map((one) => (
              <option key={one} value={one}>
                {spoken(STAGES[one])}
              </option>
            ))}
          </select>
        </label>
      )}
      <ResultCard preview={preview} definition={definition} />
      <p class="q-actions">
        <button
          type="button"
          class="q-primary"
          disabled={!complete}
          onClick={() => void insert((sheet) => indicatorFormula(definition, written, sheet))}
        >
          {w.insert.formula}
        </button>
        <button
          type="button"
          disabled={native === null}
          onClick={() => void insert((sheet) => plainFormula(definition, written, sheet, choose))}
        >
          {w.insert.native}
        </button>
        <button type="button" disabled={value === null} onClick={() => void insert(() => value)}>
          {w.insert.freeze}
        </button>
      </p>
      {complete && native === null && <p class="q-hint">{w.insert.noNative}</p>}
      <p class="q-hint">{w.insert.where}</p>
      <p class="q-hint">
        <code>{indicatorFormula(definition, written, null)}</code>
      </p>
    </section>
  );
}
