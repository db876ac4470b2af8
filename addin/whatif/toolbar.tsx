/** What is supposed, so that nobody takes it for real, and the way back. */
import type { Paper } from "../../shared/contract.ts";
import { linesOf } from "../../shared/exam.ts";
import { percentsIn } from "../../shared/indicators/rules.ts";
import { useLanguage } from "../pane/say.ts";
import type { Answers } from "./answers.ts";
import { limitText } from "./say.ts";
import { isReal, type Scenarios } from "./state.ts";
import { useWhatIfWords } from "./words.ts";

export function Toolbar({ answers, scenarios }: { readonly answers: Answers; readonly scenarios: Scenarios }) {
  const w = useWhatIfWords();
  const { history, now, take } = scenarios;
  const real = isReal(now);
  const supposed = useSupposed(answers, scenarios);
  return (
    <div class={real ? "w-bar" : "w-bar w-supposed"}>
      <p role="status">
        <strong>{real ? w.real : w.supposed}</strong>
        {supposed.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
      <div role="toolbar" aria-label={w.toolbar} class="w-steps">
        <button type="button" disabled={history.past.length === 0} onClick={() => take({ step: "undo" })} aria-keyshortcuts="Control+Z">
          <span aria-hidden="true">↶</span> {w.undo}
        </button>
        <button type="button" disabled={history.future.length === 0} onClick={() => take({ step: "redo" })} aria-keyshortcuts="Control+Y">
          <span aria-hidden="true">↷</span> {w.redo}
        </button>
        <button type="button" disabled={real} onClick={() => take({ step: "restore" })}>
          {w.restore}
        </button>
      </div>
    </div>
  );
}

/** Each thing that is supposed, with what is real. */
function useSupposed({ prepared: { papers, rules }, current }: Answers, { now }: Scenarios): string[] {
  const w = useWhatIfWords();
  const language = useLanguage();
  const lines = now.moves.map((move) => {
    const paper = papers.find((one) => one.stage === move.stage && one.grade === move.grade && one.subject === move.subject) as Paper;
    return w.supposedLine(
      `${move.subject}${language === "en" ? " " : ""}${w.line[move.line]}`,
      String(linesOf(paper, percentsIn(rules))[move.line]),
      String(move.mark),
    );
  });
  if (!now.limit || !current) return lines;
  const from = current.limit ? limitText(current.limit, current.definition, language) : "—";
  return [w.supposedLimit(from, limitText(now.limit, current.definition, language)), ...lines];
}
