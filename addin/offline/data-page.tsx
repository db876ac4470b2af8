import { useRef, useState } from "preact/hooks";
import { instant } from "../../shared/moment.ts";
import { saveFile } from "../pane/save.ts";
import { useSpoken } from "../pane/say.ts";
import type { Office } from "./office.ts";
import { useOfflineWords } from "./words.ts";

/** 数据: where it is, how it moves to another computer, and how it is cleared. */
export function DataPage({ office, cleared }: { readonly office: Office; cleared(): void }) {
  const w = useOfflineWords();
  const spoken = useSpoken();
  const { helper, county, held } = office;
  const [sure, setSure] = useState(false);
  const [notices, setNotices] = useState<readonly string[]>([]);
  const file = useRef<HTMLInputElement>(null);
  const now = () => instant(Date.now());

  const exported = (name: string, content: Blob) => {
    saveFile(name, content, content.type);
    office.say(w.data.exported(name));
  };
  const exportAll = () =>
    office.attempt(async () => {
      const text = await helper.ask("exportStore", { now: now() });
      exported(`${county?.region}_${office.today()}.json`, new Blob([text], { type: "application/json" }));
    });
  const exportFiles = () =>
    office.attempt(async () => {
      exported(`${county?.region}_${office.today()}_submissions.zip`, await helper.ask("submissions", null));
    });
  const read = async (input: HTMLInputElement) => {
    const [chosen] = input.files ?? [];
    input.value = "";
    if (!chosen) return;
    setNotices([]);
    const merged = await office.attempt(() => helper.ask("openFile", { file: chosen, now: now() }));
    await office.refresh();
    if (!merged) return;
    office.say(w.data.merged(merged.read, merged.held, merged.scenarios));
    setNotices(merged.notices.map(spoken));
  };
  const clear = async () => {
    await office.attempt(() => helper.ask("clear", null));
    await office.refresh();
    office.say(w.data.cleared);
    cleared();
  };
  return (
    <>
      <section aria-labelledby="o-where">
        <h2 id="o-where">{w.data.title}</h2>
        <p class={office.kept ? "" : "q-warn"}>{office.kept ? w.data.here : w.data.unkept}</p>
        <p class="q-hint">{w.data.contents}</p>
      </section>
      <section class="o-else">
        <button type="button" class="q-primary" disabled={!county} onClick={() => void exportAll()}>
          {w.data.export}
        </button>
        <small>{w.data.exportHint}</small>
        <button type="button" onClick={() => file.current?.click()}>
          {w.data.import}
        </button>
        <small>{w.data.importHint}</small>
        <button type="button" disabled={held.length === 0} onClick={() => void exportFiles()}>
          {w.data.submissions}
        </button>
        <small>{w.data.submissionsHint}</small>
      </section>
      <input
        ref={file}
        hidden
        type="file"
        accept=".json"
        aria-label={w.data.import}
        onChange={({ currentTarget }) => void read(currentTarget)}
      />
      {notices.length > 0 && (
        <ul class="q-plain q-warn">
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      <section aria-labelledby="o-about">
        <h2 id="o-about">{w.data.about}</h2>
        <p class="q-hint">
          {w.data.aboutText} {w.data.definitions(office.release)}
        </p>
      </section>
      <section>
        {sure ? (
          // biome-ignore lint/a11y/useSemanticElements: a question in place, no set of fields
          <div class="q-confirm" role="group" aria-label={w.data.clear}>
            <span>{w.data.clearSure}</span>
            <button type="button" class="q-danger" onClick={() => void clear()}>
              {w.data.clearYes}
            </button>
            <button type="button" ref={(button) => button?.focus()} onClick={() => setSure(false)}>
              {w.data.clearNo}
            </button>
          </div>
        ) : (
          <button type="button" class="q-danger" disabled={!county} onClick={() => setSure(true)}>
            {w.data.clear}
          </button>
        )}
      </section>
    </>
  );
}
