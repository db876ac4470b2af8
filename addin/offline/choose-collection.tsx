import type { Collection } from "../../shared/contract.ts";
import { useOfflineWords } from "./words.ts";

interface ChooseCollectionProps {
  readonly collections: readonly Collection[];
  readonly chosen: string;
  choose(id: string): void;
}

/** Which collection a page is about; with one there is nothing to choose. */
export function ChooseCollection({ collections, chosen, choose }: ChooseCollectionProps) {
  const w = useOfflineWords();
  if (collections.length < 2) return <p class="o-about">{collections[0]?.name}</p>;
  return (
    <label class="o-field">
      <span>{w.templates.collection}</span>
      <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {collections.map(({ collection, name, period }) => (
          <option key={collection} value={collection}>
            {name} · {period}
          </option>
        ))}
      </select>
    </label>
  );
}
