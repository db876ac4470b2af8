/** The value as it would stand in the cell, its verdict, and the sentence with the numbers in it. */
import type { Definition } from "../../../shared/indicators/definition.ts";
import { limitsOf } from "../check.ts";
import { formatValue } from "../format.ts";
import { useLanguage, useSpoken, useWords } from "../say.ts";
import { VerdictMark } from "../verdict.tsx";
import type { Preview } from "./preview.ts";

export function ResultCard({ preview, definition }: { readonly preview: Preview; readonly definition: Definition }) {
  const w = useWords();
  const language = useLanguage();
  const spoken = useSpoken();
  return (
    <div class="q-result" role="status">
      {!preview && <p class="q-hint">{w.insert.nothingYet}</p>}
      {preview?.refusal && <p class="q-warn">{spoken(preview.refusal)}</p>}
      {preview?.result && (
        <>
          <p class="q-row-top">
            <strong class="q-value">{shown(preview.result)}</strong>
            <VerdictMark outcome={preview.result.outcome} />
          </p>
          <p class="q-hint">{spoken(preview.result.sentence)}</p>
        </>
      )}
    </div>
  );

  function shown({ value, limit }: NonNullable<NonNullable<Preview>["result"]>): string {
    if (value === null) return "—";
    const limits = limit ? limitsOf({ limit: limit.value, upTo: limit.upTo ?? null }) : [];
    return formatValue(value, definition, language, limits);
  }
}
