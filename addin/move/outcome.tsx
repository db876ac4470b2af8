import type { Call } from "../../shared/handin/plan.ts";
import { useSpoken } from "../pane/say.ts";
import { Note, RefusalNote } from "../pane/status.tsx";
import type { Ready } from "./read.ts";
import { leftOpen, type Moved } from "./run.ts";
import { useMoveWords } from "./words.ts";

interface OutcomeProps {
  readonly ready: Ready;
  readonly moved: Moved;
  /** What schools and collections are called, by their codes. */
  readonly names: ReadonlyMap<string, string>;
  /** Once more; submissions at these paths replace what stands. */
  run(over: ReadonlySet<string>): void;
  close(): void;
}

/** What was done, what was not and why, and how to go on. */
export function Outcome({ ready, moved, names, run, close }: OutcomeProps) {
  const w = useMoveWords();
  const spoken = useSpoken();
  const { sent, already, notTaken, others, done, broken } = moved;
  const about = ({ of, hands, path }: Call) => {
    const parts = [of && (names.get(of) ?? of), hands && (names.get(hands.school) ?? hands.school)].filter((part) => part !== null);
    return parts.length > 0 ? parts.join(" · ") : (KINDS(w)[path] ?? path);
  };
  const open = leftOpen(ready.calls, moved).map((of) => names.get(of) ?? of);
  const whole = !broken && notTaken.length === 0 && others.length === 0;
  return (
    <>
      {broken && <RefusalNote refusal={broken} />}
      <Note tone={whole ? "good" : "warn"}>
        <p role="status">
          {whole ? w.whole : broken ? w.unfinished(done, ready.calls.length) : ""} {w.sent(sent)}
          {already > 0 && ` · ${w.already(already)}`}
        </p>
      </Note>
      {open.length > 0 && <p class="q-warn">{w.stillOpen(open)}</p>}
      {notTaken.length > 0 && (
        <>
          <p class="q-bad">{w.notTaken(notTaken.length)}</p>
          <ul class="q-plain">
            {notTaken.map(({ call, why, with: lost }) => (
              <li key={call.path + call.key}>
                <strong>{about(call)}</strong> {spoken(why.words)} {why.errors[0] && `${why.errors[0].at}: ${why.errors[0].message}`}{" "}
                {lost > 0 && w.withIt(lost)}
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <p class="q-warn">{w.others(others.length)}</p>
          <ul class="q-plain">
            {others.map((call) => (
              <li key={call.path}>{about(call)}</li>
            ))}
          </ul>
        </>
      )}
      <p class="q-actions">
        {others.length > 0 && (
          <button type="button" class="q-danger" onClick={() => run(new Set(others.map(({ path }) => path)))}>
            {w.over(others.length)}
          </button>
        )}
        {!whole && (
          <button type="button" onClick={() => run(new Set())}>
            {w.again}
          </button>
        )}
        <button type="button" onClick={close}>
          {w.done}
        </button>
      </p>
    </>
  );
}

/** What the calls are about that belong to no collection. */
const KINDS = ({ schools, targets, choices }: ReturnType<typeof useMoveWords>): Record<string, string> => ({
  "/schools": schools,
  "/targets": targets,
  "/choices": choices,
});
