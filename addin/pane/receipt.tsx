import { useRef } from "preact/hooks";
import type { Receipt } from "../../shared/contract.ts";
import type { Choice } from "./choice.ts";
import { formatMoment } from "./format.ts";
import { useLanguage, useWords } from "./say.ts";

interface ReceiptProps {
  readonly receipt: Receipt;
  readonly choice: Choice;
  say(text: string): void;
}

/** Proof of what arrived, as text that can be copied into a message to the bureau. */
export function ReceiptCard({ receipt, choice, say }: ReceiptProps) {
  const w = useWords();
  const language = useLanguage();
  const text = useRef<HTMLTextAreaElement>(null);
  const lines = [
    receipt.withdrawn ? w.receipt.withdrawn : w.receipt.received,
    `${w.source.school}${w.receipt.colon}${choice.school?.name ?? ""} (${receipt.school})`,
    `${w.source.collection}${w.receipt.colon}${choice.collection?.name ?? ""} (${receipt.collection})`,
    `${w.receipt.revision}${w.receipt.colon}${receipt.revision}`,
    `${w.receipt.time}${w.receipt.colon}${formatMoment(receipt.received, language)}`,
    `${w.receipt.number}${w.receipt.colon}${receipt.receipt}`,
    `SHA-256${w.receipt.colon}${receipt.sha256}`,
  ].join("\n");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(lines);
      say(w.receipt.copied);
    } catch {
      // Embedded views may refuse the clipboard: the text is then selected for Ctrl+C.
      text.current?.select();
      say(document.execCommand("copy") ? w.receipt.copied : w.receipt.copyByHand);
    }
  };
  return (
    <div class="q-receipt">
      <label>
        <span class={receipt.withdrawn ? undefined : "q-verdict q-met"}>
          {receipt.withdrawn ? w.receipt.withdrawn : `✓ ${w.receipt.received}`}
        </span>
        <textarea readOnly rows={12} value={lines} ref={text} />
      </label>
      <button type="button" onClick={() => void copy()}>
        {w.receipt.copy}
      </button>
    </div>
  );
}
