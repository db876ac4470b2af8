import type { Slice } from "../../shared/contract.ts";
import { differences } from "../../shared/handin/compare.ts";
import { defaultSettings } from "../../shared/handin/consistency/settings.ts";
import { useWords } from "./say.ts";
import { Sure } from "./sure.tsx";

interface SendProps {
  readonly label: string;
  /** What stands on the server, and what would take its place. */
  readonly before: readonly Slice[];
  readonly after: readonly Slice[];
  /** Nothing would change: sending is not what this place is for. */
  readonly quiet?: boolean;
  /** Questions that are neither put right nor explained. */
  readonly open: number;
  readonly disabled?: boolean;
  send(): void;
}

/**
 * Sends at once. Asked about first is what has open questions, and a correction that counts fewer than what stands, or very many more:
 * so figures get lost, or mixed.
 */
export function SendButton({ label, before, after, open, quiet = false, disabled = false, send }: SendProps) {
  const w = useWords().submit;
  const tone = quiet ? undefined : "q-primary";
  const changes = before.length > 0 && after.length > 0 ? differences(before, after) : [];
  const [fewer, grown] = [changes.some((one) => one.fewer), changes.some((one) => one.grown)];
  const question = [
    ...(open > 0 && !disabled ? [w.openSure(open)] : []),
    ...(fewer ? [w.fewerSure] : []),
    ...(grown ? [w.grownSure(`${defaultSettings.growth * 100} %`)] : []),
  ].join(" ");
  if (question) return <Sure {...{ label, tone, disabled, question }} yes={w.fewerYes(label)} no={w.fewerNo} act={send} />;
  return (
    <button type="button" class={tone} disabled={disabled} onClick={send}>
      {label}
    </button>
  );
}
