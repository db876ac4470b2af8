/** By which collection lines are judged. */
import type { Collection } from "../../shared/contract.ts";
import { useStatementWords } from "./words.ts";

interface ByCollectionProps {
  readonly collections: readonly Collection[];
  readonly chosen: string | null;
  choose(collection: string): void;
}

export function ByCollection({ collections, chosen, choose }: ByCollectionProps) {
  const w = useStatementWords();
  if (collections.length === 0) return <p class="q-hint">{w.one.noCollection}</p>;
  return (
    <div class="q-fields">
      <label>
        <span>{w.list.by}</span>
        <select value={chosen ?? ""} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {collections.map(({ collection, name }) => (
            <option key={collection} value={collection}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
