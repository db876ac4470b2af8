import { useSpoken } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import type { Maker } from "./making.ts";
import { useTemplateWords } from "./words.ts";

const SHOWN = 20;

/** How far the making is and a way out of it; then what came of it, and who got none and why. */
export function Outcome({ maker: { making, stop } }: { readonly maker: Maker }) {
  const w = useTemplateWords();
  const spoken = useSpoken();
  if (making.state === "idle") return null;
  if (making.state === "stopped") return <p role="status">{w.stopped}</p>;
  if (making.state === "failed") return <Note tone="bad">{making.why ? spoken(making.why) : w.failed}</Note>;
  if (making.state === "running")
    return (
      <div class="q-progress">
        <label>
          <span role="status">{w.making(making.done, making.all)}</span>
          <progress max={making.all} value={making.done} />
        </label>
        <button type="button" onClick={stop}>
          {w.cancel}
        </button>
      </div>
    );
  const { count, skipped } = making.made;
  return (
    <>
      {count > 0 && <p role="status">{w.done(count)}</p>}
      {skipped.length > 0 && (
        <>
          <p class="q-warn">{w.skipped(skipped.length)}</p>
          <ul class="q-plain">
            {skipped.slice(0, SHOWN).map(({ school, name, words }) => (
              <li key={school}>
                {name}：{spoken(words)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
