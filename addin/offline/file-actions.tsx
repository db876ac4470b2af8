import type { Line } from "../handin/lines.ts";
import { saveFile } from "../pane/save.ts";
import { useLanguage } from "../pane/say.ts";
import type { Office } from "./office.ts";
import { Restore } from "./restore.tsx";
import { useOfflineWords } from "./words.ts";

/** What can be done with one file: send its findings back in it, or hand on what it said. */
export function FileActions({ line, office }: { readonly line: Line; readonly office: Office }) {
  const w = useOfflineWords();
  const language = useLanguage();
  const { handed, file, state } = line;
  if (!handed) return null;
  const { school, collection, findings } = handed;
  const held = state === "taken" ? office.held.find((one) => one.school === school && one.collection === collection) : undefined;
  const isWorkbook = /\.xlsx$/i.test(file.name);
  const comments = () =>
    office.attempt(async () => {
      const tongue = language === "en" ? "en" : "zh";
      const copy = await office.helper.ask("comments", { file, findings, tongue });
      const name = file.name.replace(/\.xlsx$/i, language === "en" ? "_checked.xlsx" : "_校验.xlsx");
      saveFile(name, copy, copy.type);
      office.say(w.data.exported(name));
    });
  const submission = () =>
    office.attempt(async () => {
      if (school === null || collection === null) return;
      const { name, text } = await office.helper.ask("submission", { school, collection });
      saveFile(name, text, "application/json");
      office.say(w.data.exported(name));
    });
  return (
    <p class="q-buttons">
      {isWorkbook && findings.length > 0 && (
        <button type="button" onClick={() => void comments()}>
          {w.files.comments}
        </button>
      )}
      {held && <Restore line={held} name={null} office={office} />}
      {state === "taken" && school !== null && (
        <button type="button" onClick={() => void submission()}>
          {w.files.exportOne}
        </button>
      )}
    </p>
  );
}
