import { useEffect, useRef, useState } from "preact/hooks";
import type { Overview } from "../../shared/contract.ts";
import { countyOf } from "../../shared/handin/county.ts";
import { Refusal, type Words } from "../../shared/refusal.ts";
import type { RegionApi } from "../api.ts";
import { helperIn } from "../handin/ask.ts";
import { FileButton } from "../pane/file-button.tsx";
import { useSpoken } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import { tellWindows } from "../pane/windows.ts";
import { Before } from "./before.tsx";
import { Outcome } from "./outcome.tsx";
import type { Ready } from "./read.ts";
import { type Moved, move } from "./run.ts";
import { useMoveWords } from "./words.ts";
import type { MoveTasks } from "./worker.ts";
import MoveWorker from "./worker.ts?worker";

export interface MoveInProps {
  readonly api: RegionApi;
  readonly overview: Overview;
  /** Something in the region has changed: reads it anew. */
  moved(): Promise<unknown>;
  say(text: string): void;
}

type State =
  | { readonly is: "empty" }
  | { readonly is: "unread"; readonly why: Words | null }
  | { readonly is: "reading" }
  | { readonly is: "ready"; readonly ready: Ready }
  | { readonly is: "running"; readonly ready: Ready; readonly done: number }
  | { readonly is: "moved"; readonly ready: Ready; readonly moved: Moved };

/** The file, what it would change, the moving, and what came of it. */
export function MoveIn({ api, overview, moved, say }: MoveInProps) {
  const w = useMoveWords();
  const spoken = useSpoken();
  const [state, setState] = useState<State>({ is: "empty" });
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);

  const read = async (file: File) => {
    setState({ is: "reading" });
    const helper = helperIn<MoveTasks>(new MoveWorker());
    try {
      setState({ is: "ready", ready: await helper.ask("read", { file, there: countyOf(overview) }) });
    } catch (error) {
      setState({ is: "unread", why: error instanceof Refusal ? error.words : null });
    }
    helper.end();
  };
  const run = async (ready: Ready, over: ReadonlySet<string>) => {
    stopper.current = new AbortController();
    setState({ is: "running", ready, done: 0 });
    const tell = (done: number) => setState({ is: "running", ready, done });
    const outcome = await move(ready.calls, { api, over, signal: stopper.current.signal, tell });
    setState({ is: "moved", ready, moved: outcome });
    tellWindows(overview.region);
    await moved();
    if (!outcome.broken) say(w.said);
  };
  const empty = () => setState({ is: "empty" });

  if (state.is === "reading") return <p role="status">{w.reading}</p>;
  if (state.is === "ready") return <Before ready={state.ready} start={() => void run(state.ready, NONE)} away={empty} />;
  if (state.is === "running")
    return (
      <div class="q-progress">
        <label>
          <span role="status">{w.running(state.done, state.ready.calls.length)}</span>
          <progress max={state.ready.calls.length} value={state.done} />
        </label>
        <button type="button" onClick={() => stopper.current?.abort("cancelled")}>
          {w.stop}
        </button>
      </div>
    );
  if (state.is === "moved")
    return <Outcome {...state} names={namesIn(overview)} run={(over) => void run(state.ready, over)} close={empty} />;
  return (
    <>
      {state.is === "unread" && <Note tone="bad">{state.why ? spoken(state.why) : w.failed}</Note>}
      <FileButton name={w.choose} accept=".json" choose={(file) => void read(file)} />
    </>
  );
}

const NONE: ReadonlySet<string> = new Set();

/** What schools and collections are called, by their codes. */
function namesIn({ region, name, schools, collections }: Overview): ReadonlyMap<string, string> {
  return new Map([
    [region, name],
    ...schools.map((one) => [one.school, one.name] as const),
    ...collections.map((one) => [one.collection, one.name] as const),
  ]);
}
