/** The button that checks the open template, how far the check is, and the way out of it. */
import { useSpoken, useWords } from "../say.ts";
import type { TemplateCheck } from "./check.ts";

interface CheckBarProps {
  readonly template: TemplateCheck;
  readonly label: string;
  /** Beside the button: what will be checked. */
  readonly hint: string | null;
  check(): void;
}

export function CheckBar({ template: { running, handed, stale, trouble, cancel }, label, hint, check }: CheckBarProps) {
  const w = useWords();
  const spoken = useSpoken();
  return (
    <>
      {running ? (
        <div class="q-progress">
          <label>
            <span>{w.template.reading}</span>
            <progress max={running.all} value={running.done} />
          </label>
          <button type="button" onClick={cancel}>
            {w.submit.cancel}
          </button>
        </div>
      ) : (
        <p class="q-actions">
          <button type="button" class={handed && !stale ? undefined : "q-primary"} onClick={check}>
            {label}
          </button>
          {hint && <span class="q-hint">{hint}</span>}
        </p>
      )}
      {trouble && <p class="q-warn">{spoken(trouble)}</p>}
      {handed && stale && !running && <p class="q-warn">{w.template.stale}</p>}
    </>
  );
}
