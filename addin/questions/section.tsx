import { useEffect, useRef, useState } from "preact/hooks";
import type { Overview } from "../../shared/contract.ts";
import { besideOf } from "../../shared/handin/consistency.ts";
import { countyOf } from "../../shared/handin/county.ts";
import type { Noticed } from "../../shared/handin/held.ts";
import type { Told } from "../../shared/handin/told.ts";
import { ApiRefusal, type RegionApi } from "../api.ts";
import { type Helper, helperIn } from "../handin/ask.ts";
import type { Connection } from "../pane/connection.ts";
import { RefusalNote } from "../pane/status.tsx";
import { QuestionList } from "./list.tsx";
import { useQuestionWords } from "./words.ts";
import type { QuestionTasks } from "./worker.ts";
import QuestionWorker from "./worker.ts?worker";

interface QuestionSectionProps extends Pick<Connection, "run"> {
  readonly api: RegionApi;
  readonly overview: Overview;
  readonly collection: string;
}

type State =
  | { readonly is: "closed" | "reading" | "failed" }
  | { readonly is: "refused"; readonly refusal: ApiRefusal }
  | { readonly is: "read"; readonly questions: readonly Noticed[] };

/** 请核对, for the bureau: looked for when it is opened, beside the page, in what stands of this collection and those it is compared with. */
export function QuestionSection({ api, run, overview, collection }: QuestionSectionProps) {
  const w = useQuestionWords();
  const [state, setState] = useState<State>({ is: "closed" });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const read = async () => {
    const giveUp = new AbortController();
    let helper: Helper<QuestionTasks> | null = null;
    stop.current = () => {
      giveUp.abort();
      helper?.end();
    };
    setState({ is: "reading" });
    try {
      const beside = besideOf(collection, overview.collections);
      const answers = await Promise.all(beside.map((one) => run(api.tallies(one, null, { signal: giveUp.signal }))));
      const told = answers.flatMap((answer): Told[] => ("same" in answer ? [] : [answer]));
      helper = helperIn<QuestionTasks>(new QuestionWorker());
      const questions = await helper.ask("questions", { county: countyOf(overview), told, collection, now: Date.now() });
      setState({ is: "read", questions });
    } catch (error) {
      if (giveUp.signal.aborted) return;
      setState(error instanceof ApiRefusal ? { is: "refused", refusal: error } : { is: "failed" });
    } finally {
      helper?.end();
    }
  };
  const cancel = () => {
    stop.current?.();
    setState({ is: "closed" });
  };
  const again = (
    <button type="button" onClick={() => void read()}>
      {w.again}
    </button>
  );
  return (
    <details
      open={state.is !== "closed"}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && state.is === "closed") void read();
      }}
    >
      <summary>{state.is === "read" && state.questions.length > 0 ? w.found(state.questions.length) : w.title}</summary>
      {state.is === "reading" && (
        <p>
          {w.reading}{" "}
          <button type="button" onClick={cancel}>
            {w.cancel}
          </button>
        </p>
      )}
      {state.is === "refused" && <RefusalNote refusal={state.refusal}>{again}</RefusalNote>}
      {state.is === "failed" && (
        <p class="q-warn" role="alert">
          {w.failed} {again}
        </p>
      )}
      {state.is === "read" &&
        (state.questions.length > 0 ? <QuestionList county={overview} questions={state.questions} /> : <p class="q-hint">{w.none}</p>)}
    </details>
  );
}
