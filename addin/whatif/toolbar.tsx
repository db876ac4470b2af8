/** Whose figures, the way back, and what is supposed, so that nobody takes it for real. */
import { useLanguage } from "../pane/say.ts";
import type { Answers } from "./answers.ts";
import { isReal, type Scenarios } from "./state.ts";
import { StepsBar } from "./steps-bar.tsx";
import { supposedTexts } from "./supposed.ts";
import { useWhatIfWords } from "./words.ts";

interface ToolbarProps {
  readonly answers: Answers;
  readonly scenarios: Scenarios;
  /** There is one school and no county. */
  readonly alone: boolean;
}

export function Toolbar({ answers, scenarios, alone }: ToolbarProps) {
  const w = useWhatIfWords();
  const { history, now, take } = scenarios;
  const real = isReal(now);
  const supposed = supposedTexts(answers, now, useLanguage());
  return (
    <div class={real ? "w-top" : "w-top w-supposed"}>
      <div class="w-bar">
        {alone ? <strong>{unitName(answers, w.county)}</strong> : <UnitChoice answers={answers} scenarios={scenarios} />}
        <StepsBar {...{ history, real }} take={(step) => take({ step })} />
      </div>
      <p role="status" class="w-said">
        {!real && <strong>{w.supposed}</strong>}
        {supposed.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
    </div>
  );
}

function UnitChoice({ answers: { prepared, school }, scenarios }: Omit<ToolbarProps, "alone">) {
  const w = useWhatIfWords();
  return (
    <label class="w-unit">
      <span>{w.unit}</span>
      <select value={school ?? ""} onChange={({ currentTarget }) => scenarios.change({ unit: currentTarget.value || null })}>
        <option value="">{w.county}</option>
        {prepared.units.slice(1).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

export function unitName({ prepared, school }: Answers, county: string): string {
  return school === null ? county : (prepared.units.find(({ code }, at) => at > 0 && code === school)?.name ?? school);
}
