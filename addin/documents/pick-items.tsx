/** 试题分析 of the report: taken from what is selected in the sheet, or left out. */
import { useState } from "preact/hooks";
import type { ItemsOfPaper } from "../../shared/documents/report-input.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Workbook } from "../host.ts";
import { useSpoken, useWords } from "../pane/say.ts";
import { useReportWords } from "./words.ts";

interface PickItemsProps {
  readonly workbook: Workbook;
  readonly items: ItemsOfPaper | null;
  take(items: ItemsOfPaper | null): void;
}

export function PickItems({ workbook, items, take }: PickItemsProps) {
  const w = useReportWords();
  const pane = useWords();
  const spoken = useSpoken();
  const [wrong, setWrong] = useState("");
  const pick = async () => {
    setWrong("");
    try {
      const { itemsOf } = await import("./items.ts");
      const address = await workbook.selectedAddress();
      take(itemsOf(address, await workbook.readAt(address)));
    } catch (error) {
      take(null);
      setWrong(error instanceof Refusal ? spoken(error.words) : pane.county.reportUnloaded);
    }
  };
  return (
    <div>
      <p class="q-actions">
        <button type="button" aria-describedby="q-items-hint" onClick={() => void pick()}>
          {w.items}
          {pane.receipt.colon}
          {w.pickItems}
        </button>
        {items && (
          <button type="button" onClick={() => take(null)}>
            {w.drop}
          </button>
        )}
      </p>
      <p class="q-hint" id="q-items-hint" role="status">
        {items ? w.picked(items.name, items.items.length, items.pupils) : w.itemsHint}
      </p>
      {wrong !== "" && (
        <p class="q-warn" role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
