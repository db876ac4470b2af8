/** 生成分析报告: the bureau's quality analysis report as a Word file. What writes it is loaded when it is asked for. */
import { useState } from "preact/hooks";
import type { Collection, Overview, Rollup } from "../../shared/contract.ts";
import type { ItemsOfPaper } from "../../shared/documents/report-input.ts";
import { dayOf } from "../../shared/moment.ts";
import type { Scene } from "../../shared/pictures/scene.ts";
import { inForce } from "../all-definitions.ts";
import { PickItems } from "../documents/pick-items.tsx";
import { useReportWords } from "../documents/words.ts";
import type { Workbook } from "../host.ts";
import { saveFile, WORD } from "./save.ts";
import { useLanguage, useWords } from "./say.ts";

interface ReportButtonProps {
  readonly overview: Pick<Overview, "region" | "name" | "role" | "schools">;
  readonly collection: Collection;
  readonly rollup: Rollup;
  /** Where marks by item may be picked from; none on a page without a sheet. */
  readonly workbook?: Workbook;
  say(text: string): void;
}

type State = "idle" | "loading" | "writing" | "unloaded" | "failed";

/** A report says nothing of distributions to a viewer, so it is not offered to one. */
export function ReportButton({ overview, collection, rollup, workbook, say }: ReportButtonProps) {
  const w = useWords();
  const tongue = useLanguage() === "en" ? "en" : "zh";
  const [state, setState] = useState<State>("idle");
  const [ended, setEnded] = useState("");
  const [withRestricted, setWithRestricted] = useState(false);
  const [items, setItems] = useState<ItemsOfPaper | null>(null);
  const own = useReportWords();
  if (overview.role !== "bureau" && overview.role !== "admin") return null;
  const busy = state === "loading" || state === "writing";

  async function make() {
    setState("loading");
    const loaded = await Promise.all([import("../documents/report.ts"), import("../pictures/image.ts")]).catch(() => null);
    if (!loaded) return setState("unloaded");
    const [writer, { pngOf }] = loaded;
    setState("writing");
    try {
      const made = dayOf(new Date().toISOString());
      const asked = { made, ended: ended === "" ? null : ended, withRestricted, items };
      const input = { region: overview, rollup, collection, schools: overview.schools, ...asked };
      const paint = async (scene: Scene) => new Uint8Array(await (await pngOf(scene)).arrayBuffer());
      const { name, bytes } = await writer.reportFile(input, inForce().catalogue, tongue, paint);
      saveFile(name, bytes, WORD);
      setState("idle");
      say(w.county.reportMade(name));
    } catch {
      setState("failed");
    }
  }

  return (
    <section class="q-document" aria-labelledby="q-document">
      <h2 id="q-document">{w.county.report}</h2>
      <div class="q-fields">
        <label>
          <span>{w.county.ended}</span>
          <input type="date" value={ended} onInput={(event) => setEnded(event.currentTarget.value)} />
        </label>
        <label class="q-tick">
          <input type="checkbox" checked={withRestricted} onChange={({ currentTarget }) => setWithRestricted(currentTarget.checked)} />
          <span>{own.restricted}</span>
        </label>
      </div>
      {workbook && collection.form === "exam" && <PickItems workbook={workbook} items={items} take={setItems} />}
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
