/** A press that is asked about once more: the second step says what it does, and the focus stands on leaving things as they are. */
import { useEffect, useId, useRef, useState } from "preact/hooks";

interface SureProps {
  readonly label: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  /** The look of the first button. */
  readonly tone?: string | undefined;
  readonly disabled?: boolean;
  act(): void;
}

export function Sure({ label, question, yes, no, tone, disabled = false, act }: SureProps) {
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" class={tone} disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  const answer = (sure: boolean) => {
    setAsking(false);
    if (sure) act();
  };
  return (
    <span class="q-confirm" role="alertdialog" aria-labelledby={id} onKeyDown={({ key }) => key === "Escape" && answer(false)}>
      <span id={id}>{question}</span>
      <button type="button" class="q-danger" disabled={disabled} onClick={() => answer(true)}>
        {yes}
      </button>
      <button type="button" ref={keep} onClick={() => answer(false)}>
        {no}
      </button>
    </span>
  );
}
