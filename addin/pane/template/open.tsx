import { useState } from "preact/hooks";
import { dayOf } from "../../../shared/moment.ts";
import { Refusal, type Words } from "../../../shared/refusal.ts";
import type { Desk } from "../desk.ts";
import { useInForce } from "../in-force.ts";
import { useSpoken, useWords } from "../say.ts";
import type { TemplateCheck } from "./check.ts";

interface OpenProps extends Pick<Desk, "workbook" | "connection" | "choice" | "say"> {
  readonly template: Pick<TemplateCheck, "look">;
}

const failed: Words = {
  zh: "模板没有打开：请退出单元格编辑后再试。",
  en: "The template was not opened: leave the cell you are editing and try again.",
};

/** 打开模板: this school's template of a collection, in the workbook that is open. */
export function OpenTemplate({ workbook, connection, choice, say, template: { look } }: OpenProps) {
  const w = useWords();
  const spoken = useSpoken();
  const { catalogue } = useInForce();
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Words | null>(null);
  const { overview } = connection;
  const collection = choice.collections.find((one) => one.collection === chosen) ?? choice.collection;
  const { school } = choice;
  if (!overview || !collection || !school) return null;

  const open = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      const { bytesOf, makeTemplate } = await import("./make.ts");
      const template = makeTemplate(overview, collection, school, catalogue, dayOf(new Date().toISOString()));
      const where = await workbook.openTemplate(template, () => bytesOf(template));
      await look();
      say(where === "here" ? w.template.opened : w.template.openedNew);
    } catch (error) {
      setTrouble(error instanceof Refusal ? error.words : failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="q-template-open">
      <h2 id="q-template-open">{w.template.title}</h2>
      <div class="q-fields">
        <label>
          <span>{w.source.collection}</span>
          <select value={collection.collection} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            {choice.collections.map((one) => (
              <option key={one.collection} value={one.collection}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="q-actions">
        <button type="button" disabled={busy} onClick={() => void open()}>
          {busy ? w.template.opening : w.template.open}
        </button>
        <span class="q-hint">{w.template.what(school.name)}</span>
      </p>
      {trouble && <p class="q-warn">{spoken(trouble)}</p>}
    </section>
  );
}
