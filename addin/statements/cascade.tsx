/** 级联核对: do the targets below imply those above, by how many pupils they fall short, and for which line. */
import { useState } from "preact/hooks";
import type { CascadeLine, CountyCascade } from "../../shared/contract.ts";
import type { ApiRefusal } from "../api.ts";
import { useSpoken } from "../pane/say.ts";
import { RefusalNote } from "../pane/status.tsx";
import type { Desk } from "./screen.tsx";
import { useStatementWords } from "./words.ts";

export function CascadeLines({ lines }: { readonly lines: readonly CascadeLine[] }) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const count = (implied: boolean | null) => lines.filter((line) => line.implied === implied).length;
  return (
    <>
      <p class="q-hint">{w.cascade.what}</p>
      <p>{lines.length === 0 ? w.cascade.none : w.cascade.counted(count(true), count(false), count(null))}</p>
      <ul class="q-targets">
        {lines.map(({ line, names, scope, implied, words }) => (
          <li key={line} class="q-cascade">
            <span class="q-row-top">
              <strong class="q-name-plain">
                {spoken(names)} {!spoken(names).includes(spoken(scope)) && <small>{spoken(scope)}</small>}
              </strong>
              <span class={`q-verdict q-${implied === null ? "undecided" : implied ? "met" : "missed"}`}>
                <span aria-hidden="true">{implied === null ? "–" : implied ? "✓" : "✕"}</span>{" "}
                {implied === null ? w.cascade.untold : implied ? w.cascade.implied : w.cascade.notImplied}
              </span>
            </span>
            <span>{spoken(words)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

type CountyCascadeProps = Pick<Desk, "api" | "run"> & { readonly collection: string };

/** The county's targets over its schools' statements, read when somebody opens it. */
export function CountyCascadeSection({ api, run, collection }: CountyCascadeProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const [found, setFound] = useState<CountyCascade | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const read = async () => {
    setRefusal(null);
    try {
      setFound(await run(api.cascade(collection)));
    } catch (error) {
      setRefusal(error as ApiRefusal);
    }
  };
  return (
    <details class="q-row" onToggle={({ currentTarget }) => void (currentTarget.open && read())}>
      <summary>
        <span class="q-name">{w.cascade.county}</span>
      </summary>
      {refusal && <RefusalNote refusal={refusal} />}
      {!found && !refusal && <p class="q-hint">{w.list.reading}</p>}
      {found && (
        <div class="q-county-cascade">
          <Who title={w.cascade.missing} names={found.missing} />
          <Who title={w.cascade.unsigned} names={found.unsigned} />
          <Who title={w.cascade.drafts} names={found.drafts} />
          <Who title={w.cascade.unread} names={found.unread.map(spoken)} closed />
          <CascadeLines lines={found.lines} />
        </div>
      )}
    </details>
  );
}

/** Up to so many schools are named at once; more are opened. */
const FEW = 6;

interface WhoProps {
  readonly names: readonly string[];
  /** Only counted until somebody opens it. */
  readonly closed?: boolean;
  title(n: number): string;
}

export function Who({ title, names, closed = false }: WhoProps) {
  const w = useStatementWords();
  if (names.length === 0) return null;
  const listed = names.join(w.cascade.and);
  if (names.length <= FEW && !closed)
    return (
      <p class="q-hint">
        {title(names.length)}
        {w.one.colon}
        {listed}
      </p>
    );
  return (
    <details class="q-hint">
      <summary>{title(names.length)}</summary>
      <p>{listed}</p>
    </details>
  );
}
