/** All versions, the last first: who wrote each, why, what it changed, who signed it, what it says, and its Word file. */
import { useState } from "preact/hooks";
import type { PartyName, Statement, StatementVersion } from "../../shared/contract.ts";
import { amendmentTexts } from "../../shared/documents/amendment.ts";
import { numberedStatement } from "../../shared/documents/statement.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import { dayOf } from "../../shared/moment.ts";
import { PARTIES, STATES } from "../../shared/statement/parties.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { Contents } from "./contents.tsx";
import { WordButton } from "./word-button.tsx";
import { useStatementWords } from "./words.ts";

interface HistoryProps {
  readonly statement: Statement;
  readonly catalogue: Catalogue;
  say(text: string): void;
}

export function History({ statement, catalogue, say }: HistoryProps) {
  const w = useStatementWords();
  return (
    <section aria-labelledby="q-history">
      <h2 id="q-history">{w.history.title}</h2>
      <ul class="q-targets">
        {[...statement.versions].reverse().map((version) => (
          <Row key={version.version} {...{ statement, version, catalogue, say }} />
        ))}
      </ul>
    </section>
  );
}

interface VersionProps extends HistoryProps {
  readonly version: StatementVersion;
}

function Row(props: VersionProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  // A hundred lines of each version are drawn when somebody asks for them.
  const [open, setOpen] = useState(false);
  const { version, at, state } = props.version;
  return (
    <li>
      <details class="q-row" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span class="q-row-top">
            <span class="q-name">
              {w.list.version(version)} <small>{dayOf(at)}</small>
            </span>
            <span class={`q-state q-state-${state}`}>{spoken(STATES[state])}</span>
          </span>
        </summary>
        {open && <Version {...props} />}
      </details>
    </li>
  );
}

function Version({ statement, version, catalogue, say }: VersionProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const { by, at, why, signatures, sha256 } = version;
  return (
    <div class="q-version">
      <p>{w.history.written(by || "—", dayOf(at))}</p>
      {signatures.map(({ party, role, at: day }) => (
        <p key={party}>
          {spoken(PARTIES[party satisfies PartyName])}
          {w.one.colon}
          {w.list.signed(role, dayOf(day))}
        </p>
      ))}
      {why !== null && (
        <>
          <p>{w.history.why(why)}</p>
          <Changes {...{ statement, version, catalogue }} />
        </>
      )}
      <details>
        <summary>{w.history.contents(version.body.lines.length)}</summary>
        <Contents {...{ statement, version, catalogue }} />
      </details>
      <p class="q-hint">SHA-256 {sha256}</p>
      <WordButton {...{ statement, version, catalogue, say }} />
    </div>
  );
}

/** What it changed against the version before, as in its Word file. */
export function Changes({ statement, version, catalogue }: Omit<VersionProps, "say">) {
  const w = useStatementWords();
  const tongue = useLanguage() === "en" ? "en" : "zh";
  const numbers = new Map(numberedStatement({ ...statement, version }, catalogue, tongue).map(({ number, line }) => [line.id, number]));
  const texts = amendmentTexts(version.changes, version.body, (id) => numbers.get(id), catalogue, tongue);
  if (texts.length === 0) return <p class="q-hint">{w.history.same}</p>;
  return (
    <ul class="q-changes">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
