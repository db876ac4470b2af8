import { useEffect, useRef, useState } from "preact/hooks";
import type { Attempt } from "./attempt.ts";
import { useWords } from "./say.ts";

/** Taking back what was submitted, in two steps: the second says what it does. */
export function Withdraw({ attempt }: { readonly attempt: Attempt }) {
  const w = useWords();
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" onClick={() => setAsking(true)}>
        {w.submit.withdraw}
      </button>
    );
  }
  const answer = (yes: boolean) => {
    setAsking(false);
    if (yes) void attempt.withdraw();
  };
  return (
    <span class="q-confirm" role="alertdialog" aria-labelledby="q-confirm" onKeyDown={({ key }) => key === "Escape" && answer(false)}>
      <span id="q-confirm">{w.submit.withdrawSure}</span>
      <button type="button" class="q-danger" onClick={() => answer(true)}>
        {w.submit.withdrawYes}
      </button>
      <button type="button" ref={keep} onClick={() => answer(false)}>
        {w.submit.withdrawNo}
      </button>
    </span>
  );
}
