import type { Slice } from "../../shared/contract.ts";
import { differences } from "../../shared/handin/compare.ts";
import { useSpoken } from "./say.ts";

/** What stands on the server beside what is to be sent, where the two differ in size. */
export function Compared({ before, after }: { readonly before: readonly Slice[]; readonly after: readonly Slice[] }) {
  const spoken = useSpoken();
  const found = before.length === 0 || after.length === 0 ? [] : differences(before, after);
  if (found.length === 0) return null;
  return (
    <div role="status">
      <ul class="q-plain">
        {found.map(({ words, fewer, grown }) => (
          <li key={words.zh} class={fewer || grown ? "q-warn" : ""}>
            {(fewer || grown) && <span aria-hidden="true">{fewer ? "▼" : "▲"} </span>}
            {spoken(words)}
          </li>
        ))}
      </ul>
    </div>
  );
}
