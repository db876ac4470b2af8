import { useEffect, useRef, useState } from "preact/hooks";
import type { Desk } from "../desk.ts";
import { useSpoken, useWords } from "../say.ts";
import type { Difference, FormulaReport } from "./compare.ts";

type State =
  | { readonly is: "idle" }
  | { readonly is: "running"; readonly done: number; readonly all: number }
  | { readonly is: "failed" }
  /** `stale`: cells have changed since. */
  | { readonly is: "done"; readonly report: FormulaReport; readonly stale: boolean };

/** 核对公式: whether the cells with QUALITY formulas show what the pane computes of the same cells. */
export function FormulaCheck({ workbook, say }: Pick<Desk, "workbook" | "say">) {
  const w = useWords();
  const [state, setState] = useState<State>({ is: "idle" });
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => {
    const stop = workbook.onChange((what) => setState((now) => (now.is === "done" && what === "cells" ? { ...now, stale: true } : now)));
    return () => {
      stopper.current?.abort();
      stop();
    };
  }, [workbook]);

  const start = async () => {
    const stop = new AbortController();
    stopper.current = stop;
    const tell = (done: number, all: number) => setState({ is: "running", done, all });
    tell(0, 1);
    try {
      const { checkFormulas } = await import("./run.ts");
      const report = await checkFormulas(workbook, tell, stop.signal);
      setState(report ? { is: "done", report, stale: false } : { is: "idle" });
      if (report) say(w.formulas.done(report.same, report.differing.length, report.unchecked.length));
    } catch {
      setState({ is: "failed" });
    }
  };

  return (
    <section class="q-formulas" aria-labelledby="q-formulas">
      <h2 id="q-formulas">{w.formulas.title}</h2>
      {state.is === "running" ? (
        <div class="q-progress">
          <label>
            <span>{w.formulas.running(state.done, state.all)}</span>
            <progress max={state.all} value={state.done} />
          </label>
          <button type="button" onClick={() => stopper.current?.abort()}>
            {w.submit.cancel}
          </button>
        </div>
      ) : (
        <p class="q-actions">
          <button type="button" onClick={() => void start()}>
            {w.formulas.start}
          </button>
          <span class="q-hint">{w.formulas.what}</span>
        </p>
      )}
      {state.is === "failed" && <p class="q-warn">{w.formulas.failed}</p>}
      {state.is === "done" && <Outcome {...state} workbook={workbook} say={say} />}
    </section>
  );
}

interface OutcomeProps extends Pick<Desk, "workbook" | "say"> {
  readonly report: FormulaReport;
  readonly stale: boolean;
}

function Outcome({ report, stale, workbook, say }: OutcomeProps) {
  const w = useWords();
  const spoken = useSpoken();
  const { sheet, same, differing, unchecked } = report;
  const go = (cell: string) =>
    void workbook.goTo(sheet, cell).then(
      () => say(w.findings.at(cell)),
      () => say(w.findings.lost(cell)),
    );
  return (
    <>
      <p class={differing.length > 0 ? "q-bad" : undefined}>
        {same + differing.length + unchecked.length === 0
          ? w.formulas.none(sheet)
          : w.formulas.done(same, differing.length, unchecked.length)}
      </p>
      {stale && <p class="q-warn">{w.formulas.stale}</p>}
      {differing.length > 0 && (
        <ul class="q-findings">
          {differing.map((one) => (
            <li key={one.cell} class="q-finding q-error">
              <button type="button" onClick={() => go(one.at)}>
                <span class="q-cell">{one.at}</span>
                <Words difference={one} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {unchecked.length > 0 && (
        <details>
          <summary>{w.formulas.unchecked(unchecked.length)}</summary>
          <ul class="q-plain q-hint">
            {unchecked.map(({ cell, why }) => (
              <li key={cell}>
                {cell} {spoken(why)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Both numbers with digits enough to tell them apart, why they differ, and what to write instead. */
function Words({ difference: { cell, at, formula, shown, expected, zeros, instead } }: { readonly difference: Difference }) {
  const w = useWords();
  const digits = [4, 8, 12].find((many) => printed(shown, many) !== printed(expected, many)) ?? 12;
  return (
    <span>
      <strong>{w.formulas.differs(printed(shown, digits), printed(expected, digits))}</strong>{" "}
      {at !== cell && <small>{w.formulas.partOf(cell)} </small>}
      {zeros ? w.formulas.zeros : w.formulas.otherwise}
      {instead.length > 0 ? (
        instead.map((text) => (
          <code key={text} class="q-formula">
            {text}
          </code>
        ))
      ) : (
        <code class="q-formula">{formula}</code>
      )}
    </span>
  );
}

function printed(value: unknown, digits: number): string {
  if (typeof value === "number") return String(Number(value.toPrecision(digits)));
  return value === null || value === undefined || value === "" ? "—" : String(value);
}
