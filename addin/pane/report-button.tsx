/** 生成分析报告: the bureau's quality analysis report as a Word file. What writes it is loaded when it is asked for. */
import { useState } from "preact/hooks";
import type { Collection, Overview, Rollup } from "../../shared/contract.ts";
import { dayOf } from "../../shared/moment.ts";
import { inForce } from "../catalogue.ts";
import { saveFile } from "./save.ts";
import { useLanguage, useWords } from "./say.ts";

interface ReportButtonProps {
  readonly overview: Overview;
  readonly collection: Collection;
  readonly rollup: Rollup;
  say(text: string): void;
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
type State = "idle" | "loading" | "writing" | "unloaded" | "failed";

/** A report says nothing of distributions to a viewer, so it is not offered to one. */
export function ReportButton({ overview, collection, rollup, say }: ReportButtonProps) {
  const w = useWords();
  const tongue = useLanguage() === "en" ? "en" : "zh";
  const [state, setState] = useState<State>("idle");
  const [ended, setEnded] = useState("");
  if (overview.role !== "bureau" && overview.role !== "admin") return null;
  const busy = state === "loading" || state === "writing";

  async function make() {
    setState("loading");
    const writer = await import("../documents/report.ts").catch(() => null);
    if (!writer) return setState("unloaded");
    setState("writing");
    try {
      const made = dayOf(new Date().toISOString());
      const input = { region: overview, rollup, collection, schools: overview.schools, made, ended: ended === "" ? null : ended };
      const { name, bytes } = await writer.reportFile(input, inForce().catalogue, tongue);
      saveFile(name, bytes, WORD);
      setState("idle");
      say(w.county.reportMade(name));
    } catch {
      setState("failed");
    }
  }

  return (
    <section aria-labelledby="q-document">
      <h2 id="q-document">{w.county.report}</h2>
      <div class="q-fields">
        <label>
          <span>{w.county.ended}</span>
          <input type="date" value={ended} onInput={(event) => setEnded(event.currentTarget.value)} />
        </label>
      </div>
      <button type="button" disabled={busy} onClick={() => void make()}>
        {state === "loading" ? w.county.reportLoading : state === "writing" ? w.county.reportWriting : w.county.makeReport}
      </button>
      {(state === "unloaded" || state === "failed") && (
        <p class="q-warn" role="alert">
          {state === "unloaded" ? w.county.reportUnloaded : w.county.reportFailed}
        </p>
      )}
    </section>
  );
}
