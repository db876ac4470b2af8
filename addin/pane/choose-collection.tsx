import type { Collection } from "../../shared/contract.ts";
import { useWords } from "./say.ts";

interface ChooseCollectionProps {
  readonly collections: readonly Collection[];
  readonly chosen: string;
  readonly busy?: boolean;
  choose(id: string): void;
}

/** Which collection a page is about; with one there is nothing to choose. */
export function ChooseCollection({ collections, chosen, busy = false, choose }: ChooseCollectionProps) {
  const w = useWords();
  if (collections.length < 2)
    return (
      <p>
        <strong>{collections[0]?.name}</strong>
      </p>
    );
  return (
    <div class="q-fields q-narrow">
      <label>
        <span>{w.source.collection}</span>
        <select value={chosen} disabled={busy} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {collections.map(({ collection, name, period }) => (
            <option key={collection} value={collection}>
              {name} · {period}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
