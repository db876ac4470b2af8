/** 下载 Word: a version of a statement as a file that can be printed, sealed and filed. What writes it is loaded when it is asked for. */
import { useState } from "preact/hooks";
import type { Statement, StatementVersion } from "../../shared/contract.ts";
import type { Tongue } from "../../shared/documents/document.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import { saveFile, WORD } from "../pane/save.ts";
import { useLanguage } from "../pane/say.ts";
import { useStatementWords } from "./words.ts";

interface WordButtonProps {
  readonly statement: Statement;
  readonly version: StatementVersion;
  readonly catalogue: Catalogue;
  say(text: string): void;
}

type State = "idle" | "loading" | "writing" | "unloaded" | "failed";

export function WordButton({ statement: { region, school }, version, catalogue, say }: WordButtonProps) {
  const w = useStatementWords();
  const language = useLanguage();
  const [state, setState] = useState<State>("idle");
  const busy = state === "loading" || state === "writing";

  async function make(tongue: Tongue) {
    setState("loading");
    const writer = await import("../documents/statement.ts").catch(() => null);
    if (!writer) return setState("unloaded");
    setState("writing");
    try {
      const { name, bytes } = await writer.statementFile({ region, school, version }, catalogue, tongue);
      saveFile(name, bytes, WORD);
      setState("idle");
      say(w.one.made(name));
    } catch {
      setState("failed");
    }
  }

  return (
    <>
      <p class="q-actions">
        <button type="button" disabled={busy} onClick={() => void make("zh")}>
          {state === "loading" ? w.one.loading : state === "writing" ? w.one.writing : w.one.word}
        </button>
        {language === "en" && (
          <button type="button" disabled={busy} onClick={() => void make("en")}>
            {w.one.wordEnglish}
          </button>
        )}
      </p>
      {(state === "unloaded" || state === "failed") && (
        <p class="q-warn" role="alert">
          {state === "unloaded" ? w.one.unloaded : w.one.failed}
        </p>
      )}
    </>
  );
}
