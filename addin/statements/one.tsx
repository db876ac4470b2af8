/** One statement: between whom, what stands signed, each line against a collection, and the Word file of it. */
import { Fragment } from "preact";
import { useCallback, useEffect } from "preact/hooks";
import type { PartyName, Statement, StatementVersion } from "../../shared/contract.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import { LEVELS } from "../../shared/indicators/definition.ts";
import { dayOf } from "../../shared/moment.ts";
import { PARTIES, partiesOf } from "../../shared/statement/parties.ts";
import { standings } from "../../shared/statement/standing-words.ts";
import { typedOf } from "../../shared/statement/typed.ts";
import { inForce } from "../../shared/statement/versions.ts";
import { useSpoken } from "../pane/say.ts";
import { RefusalNote } from "../pane/status.tsx";
import { useAsked } from "./asked.ts";
import { ByCollection } from "./by-collection.tsx";
import { CascadeLines, Who } from "./cascade.tsx";
import { begin } from "./editing.ts";
import { Changes, History } from "./history.tsx";
import type { Kept, Which } from "./kept.ts";
import { Lines } from "./lines.tsx";
import type { Desk } from "./screen.tsx";
import { Sign } from "./sign.tsx";
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
  const { answer, refusal, again } = useAsked(ask);
  const last = answer?.versions.at(-1);
  const there = last !== undefined;
  // What was pressed to come here is gone: keys go on from the title. Whoever went elsewhere meanwhile stays there.
  useEffect(() => {
    if (there && document.activeElement === document.body) document.getElementById("q-statement-title")?.focus();
  }, [there]);
  const desk = { overview, api, run, say };
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
          {last.why !== null && (
            <>
              <p class="q-hint">{w.history.why(last.why)}</p>
              <Changes {...{ statement: answer, version: last, catalogue }} />
            </>
          )}
          <Write {...{ overview, which, version: last, catalogue, change }} />
          <Sign {...{ ...desk, statement: answer, version: last, catalogue, again }} />
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
          {answer.check?.cascade && (
            <section aria-labelledby="q-cascade">
              <h2 id="q-cascade">{w.cascade.title}</h2>
              <Who title={w.cascade.drafts} names={answer.check.drafts} />
              <CascadeLines lines={answer.check.cascade} />
            </section>
          )}
          <History {...{ statement: answer, catalogue, say }} />
        </>
      )}
    </>
  );
}

/** A draft is edited; what somebody has signed is amended; and who may do neither is told who does. */
function Write({
  overview,
  which,
  version,
  catalogue,
  change,
}: Pick<OneProps, "overview" | "which" | "catalogue" | "change"> & { readonly version: StatementVersion }) {
  const w = useStatementWords();
  const amending = version.signatures.length > 0;
  if (overview.role === "school" && version.body.level === "school") return <p class="q-hint">{w.one.bureauWrites}</p>;
  const period = version.body.lines[0]?.period ?? "";
  const take = () => change({ editing: begin({ which, after: version.revision, amending, period }, typedOf(version.body, catalogue)) });
  return (
    <p class="q-actions">
      <button type="button" onClick={take}>
        {amending ? w.one.amend : w.one.edit}
      </button>
      {amending && <span class="q-hint">{w.one.amendHint}</span>}
    </p>
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
      <h2 id="q-statement-title" tabIndex={-1}>
        {body.title}
      </h2>
      <p>
        {[
          spoken(LEVELS[body.level]),
          ...(body.group === null ? [] : [w.list.group(body.group)]),
          ...(body.teacher === null ? [] : [w.list.teacher(body.teacher)]),
          w.list.version(version.version),
          w.list.lines(body.lines.length),
        ].join(" · ")}{" "}
        {standings({ version: version.version, state, inForce: inForce(statement.versions)?.version ?? null }).map((one) => (
          <Fragment key={one.state}>
            <span class={`q-state q-state-${one.state}`}>{spoken(one.words)}</span>{" "}
          </Fragment>
        ))}
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
