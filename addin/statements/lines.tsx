/** The lines of a statement against a collection: verdict, value, limit, how far, and who answers for it. */

import { Fragment } from "preact";
import { useState } from "preact/hooks";
import type { LineCheck, StatementBody, StatementLine } from "../../shared/contract.ts";
import { type Counted, countedIn, countWords } from "../../shared/figures/counted.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import { FAMILIES, LEVELS } from "../../shared/indicators/definition.ts";
import { choicesInForce } from "../../shared/indicators/options.ts";
import { chosenIn } from "../../shared/indicators/rules.ts";
import { parsePeriod } from "../../shared/period.ts";
import { editedFrom, editedWords } from "../../shared/statement/edited.ts";
import { inOrder } from "../../shared/statement/order.ts";
import { scopeWords } from "../../shared/statement/print.ts";
import { sourceWords } from "../../shared/statement/source.ts";
import { Bullet } from "../check/bullet.tsx";
import { Fact } from "../check/fact.tsx";
import { Strip } from "../check/strip.tsx";
import { useSpoken, useWords } from "../pane/say.ts";
import { OUTCOMES, type Outcome, VerdictMark } from "../pane/verdict.tsx";
import { useStatementWords } from "./words.ts";

interface LinesProps {
  readonly lines: readonly LineCheck[];
  readonly body: StatementBody;
  readonly catalogue: Catalogue;
  /** By what they are checked. */
  readonly note: string;
}

export function Lines({ lines, body, catalogue, note }: LinesProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const [filter, setFilter] = useState<Outcome | null>(null);
  const count = (outcome: Outcome) => lines.filter(({ verdict }) => verdict === outcome).length;
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>;
  const rows = inOrder(body.lines, catalogue).flatMap((line) => {
    const check = lines.find((one) => one.line === line.id && one.indicator === line.indicator);
    const family = catalogue.find(`${line.indicator}@${line.version}`)?.family;
    return check && (filter === null || check.verdict === filter) ? [{ line, check, family }] : [];
  });
  return (
    <>
      <p class="q-hint">{note}</p>
      <Strip counts={counts} chosen={new Set(filter ? [filter] : [])} toggle={(one) => setFilter(filter === one ? null : one)} />
      {rows.length === 0 && <p class="q-hint">{w.one.nothingHere}</p>}
      <ul class="q-targets">
        {rows.map(({ line, check, family }, at) => (
          <Fragment key={line.id}>
            {family && family !== rows[at - 1]?.family && <li class="q-family">{spoken(FAMILIES[family])}</li>}
            <Line {...{ line, check, catalogue, choices: body.choices ?? [] }} />
          </Fragment>
        ))}
      </ul>
    </>
  );
}

interface LineProps {
  readonly line: StatementLine;
  readonly check: LineCheck;
  readonly catalogue: Catalogue;
  /** Those the statement was written by. */
  readonly choices: NonNullable<StatementBody["choices"]>;
}

function Line({ line, check, catalogue, choices }: LineProps) {
  const w = useStatementWords();
  const pane = useWords();
  const spoken = useSpoken();
  const { value, shown, verdict, counts, coverage, owner, policy } = check;
  const definition = catalogue.find(`${line.indicator}@${line.version}`);
  const edited = definition ? editedFrom(line, definition) : null;
  const source = sourceWords(line.source, definition);
  const rate = definition?.unit === "rate";
  const chosen = definition && choices.length > 0 ? choicesInForce(definition, chosenIn(choices)) : [];
  const where = spoken(scopeWords(line));
  // Over several papers a pupil is counted in each.
  const counted = definition?.reads.from === "paper" && line.subject === null ? "sittings" : definition ? countedIn(definition) : "things";
  const answers = [
    owner.unit,
    ...(owner.group === null ? [] : [w.list.group(owner.group)]),
    ...(owner.teacher === null ? [] : [w.list.teacher(owner.teacher)]),
  ].join(" · ");
  return (
    <li>
      <details class="q-row">
        <summary>
          <span class="q-row-top">
            <span class="q-name">
              {spoken(check.names)}
              {!spoken(check.names).includes(where) && <small>{where}</small>}
            </span>
            <span class="q-value">{shown.value ? spoken(shown.value) : "—"}</span>
            <VerdictMark outcome={verdict} />
          </span>
          {value !== null && line.value !== null && <Bullet value={value} limit={line.value} rate={rate} outcome={verdict} />}
          <span class="q-row-under">
            <span>
              {w.one.target} {shown.limit ? spoken(shown.limit) : w.one.noLimit}
            </span>
            {edited && <span class="q-edited">{spoken(edited)}</span>}
            <span class={verdict === "undecided" ? "q-gap q-why" : "q-gap"}>{useAway(check, counted)}</span>
          </span>
        </summary>
        <dl class="q-facts">
          <Fact name={w.one.answers}>{`${spoken(LEVELS[owner.level])} ${answers}`}</Fact>
          {counts && <Fact name={w.one.counts}>{pane.check.division(counts.numerator, counts.denominator)}</Fact>}
          {coverage && <Fact name={w.one.classes}>{w.one.covered(coverage.covered, coverage.taught)}</Fact>}
          <Fact name={w.one.period}>{line.period}</Fact>
          <Fact name={w.one.deadline}>{line.deadline ?? parsePeriod(line.period).to}</Fact>
          <Fact name={w.one.source}>{spoken(edited ? editedWords(edited, source) : source)}</Fact>
          <Fact name={w.one.definition}>{`${line.indicator}@${line.version}`}</Fact>
          {chosen.length > 0 && <Fact name={w.one.choices}>{chosen.map((one) => spoken(one)).join(w.one.semicolon)}</Fact>}
          {policy && <Fact name={w.one.policy}>{spoken(policy)}</Fact>}
        </dl>
      </details>
    </li>
  );
}

/** How far from the target, in the words that help; why, where nothing can be decided. */
function useAway({ verdict, gap, shown, needed, reason }: LineCheck, counted: Counted): string {
  const w = useStatementWords();
  const spoken = useSpoken();
  if (verdict === "undecided") return reason ? spoken(reason) : "";
  if (gap === null || !shown.gap) return "";
  if (verdict === "met") return gap === 0 ? w.one.exactly : w.one.above(spoken(shown.gap));
  const pupils = needed === null || needed === 0 ? [] : [w.one.needed(spoken(countWords(needed, counted)))];
  return [w.one.away(spoken(shown.gap)), ...pupils].join(w.one.comma);
}
