import type { Attempt } from "./attempt.ts";
import { useWords } from "./say.ts";
import { Sure } from "./sure.tsx";

/** Taking back what was submitted. */
export function Withdraw({ attempt }: { readonly attempt: Attempt }) {
  const w = useWords().submit;
  return <Sure label={w.withdraw} question={w.withdrawSure} yes={w.withdrawYes} no={w.withdrawNo} act={() => void attempt.withdraw()} />;
}
