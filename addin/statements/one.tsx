/** One statement: between whom, what stands signed, each line against a collection, and the Word file of it. */
import { Fragment } from "preact";
import { useCallback } from "preact/hooks";
import type { PartyName, Statement, StatementVersion } from "../../shared/contract.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import { LEVELS } from "../../shared/indicators/definition.ts";
import { dayOf } from "../../shared/moment.ts";
import { PARTIES, partiesOf, STATES } from "../../shared/statement/parties.ts";
import { inForce } from "../../shared/statement/versions.ts";
import { useSpoken } from "../pane/say.ts";
import { RefusalNote } from "../pane/status.tsx";
import { useAsked } from "./asked.ts";
import { ByCollection } from "./by-collection.tsx";
import type { Kept, Which } from "./kept.ts";
import { Lines } from "./lines.tsx";
import type { Desk } from "./screen.tsx";
import { WordButton } from "./word-button.tsx";
import { useStatementWords } from "./words.ts";

interface OneProps extends Desk {
  readonly which: Which;
  readonly collection: string | null;
  readonly catalogue: Catalogue;
  change(next: Partial<Kept>): void;
}

export function One({ overview, api, run, which, collection, catalogue, change, say }: OneProps) {
  const w = useStatementWords();
  const { school, statement } = which;
  const ask = useCallback(
    (signal: AbortSignal) => run(api.statement(school, statement, collection === null ? {} : { collection }, { signal })),
    [api, run, school, statement, collection],
  );
  const { answer, refusal } = useAsked(ask);
  const last = answer?.versions.at(-1);
  return (
    <>
      <p>
        <button type="button" onClick={() => change({ shown: null })}>
          ‹ {w.one.back}
        </button>
      </p>
      {refusal && <RefusalNote refusal={refusal} />}
      {!answer && !refusal && <p class="q-hint">{w.list.reading}</p>}
      {answer && last && (
        <>
          <Parties statement={answer} version={last} />
          <WordButton {...{ statement: answer, version: last, catalogue, say }} />
          <section aria-labelledby="q-statement-check">
            <h2 id="q-statement-check">{w.one.check}</h2>
            <ByCollection collections={overview.collections} chosen={collection} choose={(next) => change({ collection: next })} />
            {answer.check && (
              <Lines
                lines={answer.check.lines}
                body={(inForce(answer.versions) ?? last).body}
                catalogue={catalogue}
                note={w.one.checked(overview.collections.find((one) => one.collection === collection)?.name ?? "", answer.check.version)}
              />
            )}
          </section>
        </>
      )}
    </>
  );
}

const SIDES: readonly PartyName[] = ["first", "second"];

function Parties({ statement, version }: { readonly statement: Statement; readonly version: StatementVersion }) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const { body, signatures, state } = version;
  const parties = partiesOf(body, statement);
  return (
    <section aria-labelledby="q-statement-title">
      <h2 id="q-statement-title">{body.title}</h2>
      <p>
        {[
          spoken(LEVELS[body.level]),
          ...(body.group === null ? [] : [w.list.group(body.group)]),
          ...(body.teacher === null ? [] : [w.list.teacher(body.teacher)]),
          w.list.version(version.version),
          w.list.lines(body.lines.length),
        ].join(" · ")}{" "}
        <span class={`q-state q-state-${state}`}>{spoken(STATES[state])}</span>
      </p>
      <dl class="q-facts">
        {SIDES.map((party) => {
          const signed = signatures.find((one) => one.party === party);
          return (
            <Fragment key={party}>
              <dt>{spoken(PARTIES[party])}</dt>
              <dd>
                {parties[party].office} <small>{parties[party].unit}</small>
                <br />
                {signed ? `✓ ${w.list.signed(signed.role, dayOf(signed.at))}` : w.list.unsigned}
              </dd>
            </Fragment>
          );
        })}
      </dl>
    </section>
  );
}
