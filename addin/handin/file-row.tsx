import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { County } from "../../shared/handin/county.ts";
import { useSpoken } from "../pane/say.ts";
import { FileFindings } from "./file-findings.tsx";
import type { Import } from "./import.ts";
import { isChoosable, isOpen, type Line, levelOf, type ShownState, shownState, unexplainedOf } from "./lines.ts";
import { useImportWords } from "./words.ts";

interface FileRowProps {
  readonly line: Line;
  readonly county: County;
  readonly work: Import;
  /** Other files about the same school, where a person must say which counts. */
  readonly rivals: readonly string[];
  readonly actions: ((line: Line) => ComponentChildren) | undefined;
}

const GLYPHS: Readonly<Record<ShownState, string>> = {
  waiting: "…",
  reading: "…",
  read: "…",
  taken: "✓",
  unexplained: "?",
  errors: "✕",
  clash: "!",
  fewer: "!",
  doubt: "!",
  passed: "–",
  refused: "✕",
  cancelled: "–",
};

/** Counts that stand on the line itself: the grades of most schools. */
const SHOWN = 2;

/** One file: opens in place to what is wrong with it. */
export function FileRow({ line, county, work, rivals, actions }: FileRowProps) {
  const w = useImportWords();
  const spoken = useSpoken();
  const [open, setOpen] = useState(false);
  const { state, path, handed, words } = line;
  const school = county.schools.find((one) => one.school === handed?.school);
  const [errors, queries] = [levelOf(line, "error").length, levelOf(line, "query")];
  const unexplained = unexplainedOf(line).length;
  const shown = shownState(line);
  const explained = unexplained > 0 ? [w.unexplained(unexplained)] : queries.some(({ note }) => note !== undefined) ? [w.explained] : [];
  const counts = handed?.counts.map(({ about, pupils }) => `${spoken(about)} ${w.pupils(pupils)}`) ?? [];
  const about = [
    ...counts.slice(0, SHOWN),
    ...(errors > 0 ? [w.errors(errors)] : []),
    ...(queries.length > 0 ? [[w.queries(queries.length), ...explained].join(w.comma)] : []),
  ].join(" · ");
  const head = (
    <>
      <span class={`q-file-state q-file-${shown}`}>
        <span aria-hidden="true">{GLYPHS[shown]}</span> {w.states[shown]}
      </span>
      <span class="q-file-name">
        <strong>{school?.name ?? (handed ? w.unknownSchool : path)}</strong>
        {(school || handed) && <small>{path}</small>}
      </span>
      <span class="q-file-about">{(state !== "fewer" && state !== "doubt" && about) || (words && !isOpen(line) ? spoken(words) : "")}</span>
    </>
  );
  // Where nothing was read there is nothing to open.
  if (isOpen(line) || !handed)
    return (
      <li class="q-file q-file-head">
        {head}
        {line.late !== undefined && (
          <button type="button" disabled={work.running !== null} aria-label={`${w.again} ${path}`} onClick={() => void work.again(line)}>
            {w.again}
          </button>
        )}
      </li>
    );
  return (
    <li class="q-file">
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary class="q-file-head">
          {head}
          <span class="q-file-look">
            {open ? w.lookEnd : w.look} <span aria-hidden="true">{open ? "▾" : "▸"}</span>
          </span>
        </summary>
        {open && (
          <div class="q-file-more">
            {counts.length > SHOWN && <p class="q-hint">{counts.join(" · ")}</p>}
            {words && <p class={state === "taken" || state === "passed" ? "" : "q-bad"}>{spoken(words)}</p>}
            {shown === "unexplained" && <p>{w.open(unexplained)}</p>}
            {rivals.length > 0 && <p>{w.rivals(rivals)}</p>}
            {isChoosable(line) && (
              <button type="button" onClick={() => void work.decide(line)}>
                {w.decide}
              </button>
            )}
            <FileFindings line={line} note={(places, text) => void work.note(line, places, text)} />
            {actions?.(line)}
          </div>
        )}
      </details>
    </li>
  );
}
