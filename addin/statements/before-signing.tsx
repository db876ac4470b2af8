/** What is asked before somebody signs, and refuses nothing: targets that contradict each other, deadlines that have passed, another statement of the same party. */
import { useCallback } from "preact/hooks";
import type { Statement, StatementLine, StatementVersion } from "../../shared/contract.ts";
import { shownLimit } from "../../shared/display.ts";
import { dayOf } from "../../shared/moment.ts";
import { alongside, pastDeadlines } from "../../shared/statement/before-signing.ts";
import { contradicting } from "../../shared/statement/contradicting.ts";
import { standingWords } from "../../shared/statement/standing-words.ts";
import { inForce } from "../all-definitions.ts";
import { useSpoken } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import { useAsked } from "./asked.ts";
import type { Desk } from "./screen.tsx";
import { useStatementWords } from "./words.ts";

interface BeforeSigningProps extends Pick<Desk, "api" | "run"> {
  readonly statement: Statement;
  readonly version: StatementVersion;
}

export function BeforeSigning({ api, run, statement: { school, statement }, version: { body } }: BeforeSigningProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const ask = useCallback((signal: AbortSignal) => run(api.statements({}, { signal })), [api, run]);
  const { answer } = useAsked(ask);
  const past = pastDeadlines(body, dayOf(new Date().toISOString()));
  const numbered = body.lines.filter(({ value }) => value !== null).length;
  const periods = [...new Set(body.lines.map(({ period }) => period))];
  const others = alongside({ ...body, school, statement, periods }, answer?.statements ?? []);
  const { catalogue } = inForce();
  const find = ({ indicator, version: own }: StatementLine) => catalogue.find(`${indicator}@${own}`);
  const against = contradicting(body.lines, find);
  const named = (line: StatementLine) => {
    const definition = find(line);
    const limit = definition && line.operator && line.value !== null ? shownLimit(line.operator, line.value, line.upTo, definition) : null;
    return `${definition ? spoken(definition.names) : line.indicator} ${limit ? spoken(limit) : ""}`.trim();
  };
  return (
    <>
      {against.length > 0 && (
        <Note tone="warn">
          <p>{w.sign.against(against.map(([one, other]) => w.sign.pair(named(one), named(other))))}</p>
        </Note>
      )}
      {past && (
        <Note tone="warn">
          <p>{w.sign.past(past.past, numbered, past.last)}</p>
        </Note>
      )}
      {others.length > 0 && (
        <Note tone="warn">
          <p>{w.sign.alongside(others.map((one) => w.sign.titled(one.title, spoken(standingWords(one)))))}</p>
        </Note>
      )}
    </>
  );
}
