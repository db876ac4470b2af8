import { useSpoken } from "../pane/say.ts";
import type { Compared, Ready } from "./read.ts";
import { useMoveWords } from "./words.ts";

interface BeforeProps {
  readonly ready: Ready;
  start(): void;
  away(): void;
}

/** What the file holds and what it would change, before anything is changed. */
export function Before({ ready, start, away }: BeforeProps) {
  const w = useMoveWords();
  const spoken = useSpoken();
  const { schools, collections, submissions, targets, choices, left, scenarios } = ready;
  const all = ({ fresh, changed, same }: Compared) => fresh + changed + same;
  const told = ({ fresh, changed, same }: Compared) => w.compared(fresh, changed, same);
  const list = (one: Ready["targets"]) => (one ? w.replaced(one.there, one.here) : w.alike);
  return (
    <>
      <p role="status">{w.contents(all(schools), all(collections), submissions)}</p>
      <dl class="q-facts">
        <dt>{w.schools}</dt>
        <dd>{told(schools)}</dd>
        <dt>{w.collections}</dt>
        <dd>{told(collections)}</dd>
        <dt>{w.targets}</dt>
        <dd>{list(targets)}</dd>
        <dt>{w.choices}</dt>
        <dd>{list(choices)}</dd>
      </dl>
      <p class="q-hint">{w.keeps}</p>
      {scenarios > 0 && <p class="q-hint">{w.scenarios(scenarios)}</p>}
      {left.length > 0 && (
        <>
          <p class="q-warn">{w.left(left.length)}</p>
          <ul class="q-plain">
            {left.map(({ school, finding: { words } }) => (
              <li key={`${school} ${words.zh}`}>
                {school} {spoken(words)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="q-actions">
        <button type="button" class="q-primary" onClick={start}>
          {w.start}
        </button>
        <button type="button" onClick={away}>
          {w.away}
        </button>
      </p>
    </>
  );
}
