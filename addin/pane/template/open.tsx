import { useState } from "preact/hooks";
import { dayOf } from "../../../shared/moment.ts";
import { Refusal, type Words } from "../../../shared/refusal.ts";
import type { Template } from "../../../shared/template/layout.ts";
import type { Desk } from "../desk.ts";
import { saveFile, XLSX } from "../save.ts";
import { useSpoken, useWords } from "../say.ts";
import type { TemplateCheck } from "./check.ts";

interface OpenProps extends Pick<Desk, "workbook" | "connection" | "choice" | "say"> {
  readonly template: Pick<TemplateCheck, "look">;
}

const failed: Words = {
  zh: "模板没有做好：请退出单元格编辑后再试。",
  en: "There is no template: leave the cell you are editing and try again.",
};

/** This school's template of a collection: 打开模板 in the workbook that is open, or 下载模板 as a file for somebody without the add-in. */
export function OpenTemplate({ workbook, connection, choice, say, template: { look } }: OpenProps) {
  const w = useWords();
  const spoken = useSpoken();
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Words | null>(null);
  const { overview } = connection;
  const collection = choice.collections.find((one) => one.collection === chosen) ?? choice.collection;
  const { school } = choice;
  if (!overview || !collection || !school) return null;

  const make = async (put: (template: Template, bytes: () => Promise<Uint8Array>) => Promise<string>) => {
    setBusy(true);
    setTrouble(null);
    try {
      const { bytesOf, makeTemplate } = await import("./make.ts");
      const template = makeTemplate(overview, collection, school, dayOf(new Date().toISOString()));
      say(await put(template, () => bytesOf(template)));
    } catch (error) {
      setTrouble(error instanceof Refusal ? error.words : failed);
    } finally {
      setBusy(false);
    }
  };
  const open = () =>
    make(async (template, bytes) => {
      const where = await workbook.openTemplate(template, bytes);
      await look();
      return where === "here" ? w.template.opened : w.template.openedNew;
    });
  const download = () =>
    make(async ({ file }, bytes) => {
      saveFile(`${file}.xlsx`, (await bytes()) as Uint8Array<ArrayBuffer>, XLSX);
      return w.template.downloaded(`${file}.xlsx`);
    });
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
        <button type="button" disabled={busy} onClick={() => void download()}>
          {w.template.download}
        </button>
        <span class="q-hint">{w.template.what(school.name)}</span>
      </p>
      {trouble && <p class="q-warn">{spoken(trouble)}</p>}
    </section>
  );
}
