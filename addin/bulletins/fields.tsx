/** What a table is asked by: its paper, the ranks, the width of its bands. */
import type { Paper } from "../../shared/contract.ts";
import { NO_TOTALS } from "../../shared/handin/rank-table.ts";
import { formatGrade } from "../pane/format.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import type { Asked, Kind } from "./tables.ts";
import { useBulletinWords } from "./words.ts";

interface FieldsProps {
  readonly kinds: readonly Kind[];
  readonly asked: Asked;
  /** With their places in the exam. */
  readonly papers: readonly (readonly [at: number, paper: Paper])[];
  change(next: Partial<Asked>): void;
}

export function KindField({ kinds, asked, change }: Pick<FieldsProps, "kinds" | "asked" | "change">) {
  const w = useBulletinWords();
  return (
    <label>
      <span>{w.table}</span>
      <select value={asked.kind} onChange={({ currentTarget }) => change({ kind: currentTarget.value as Kind })}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {w.kinds[kind]}
          </option>
        ))}
      </select>
    </label>
  );
}

const OF_PAPER: readonly Kind[] = ["schools", "ranks", "bands"];

export function PaperFields({ asked, papers, change }: Pick<FieldsProps, "asked" | "papers" | "change">) {
  const w = useBulletinWords();
  const language = useLanguage();
  return (
    <>
      {OF_PAPER.includes(asked.kind) && (
        <label>
          <span>{w.paper}</span>
          <select value={asked.paper} onChange={({ currentTarget }) => change({ paper: Number(currentTarget.value) })}>
            {papers.map(([at, { stage, grade, subject }]) => (
              <option key={at} value={at}>
                {formatGrade(stage, grade, language)} {subject}
              </option>
            ))}
          </select>
        </label>
      )}
      {asked.kind === "ranks" && (
        <label>
          <span>{w.cuts}</span>
          <input value={asked.cuts} onInput={({ currentTarget }) => change({ cuts: currentTarget.value })} />
        </label>
      )}
      {asked.kind === "bands" && (
        <label>
          <span>{w.width}</span>
          <select value={asked.width} onChange={({ currentTarget }) => change({ width: Number(currentTarget.value) })}>
            {[5, 10, 20, 50].map((width) => (
              <option key={width} value={width}>
                {width}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

/** Of total marks there are no ranks, and why. */
export function RanksHint({ asked }: Pick<FieldsProps, "asked">) {
  const spoken = useSpoken();
  return asked.kind === "ranks" ? <p class="q-hint">{spoken(NO_TOTALS)}</p> : null;
}
