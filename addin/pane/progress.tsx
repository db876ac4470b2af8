import { STEPS, type Step } from "./attempt.ts";
import { useWords } from "./say.ts";

/** How far a submission is, and a way out of it. */
export function Progress({ step, cancel }: { readonly step: Step; cancel(): void }) {
  const w = useWords();
  return (
    <div class="q-progress">
      <label>
        <span role="status">{w.submit.steps[step]}</span>
        <progress max={STEPS.length} value={STEPS.indexOf(step) + 0.5} />
      </label>
      <button type="button" onClick={cancel}>
        {w.submit.cancel}
      </button>
    </div>
  );
}
