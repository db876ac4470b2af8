/** 要达标，从哪里着手: in which schools, how many pupils each, from which marks; the next best; and if it cannot be, why, and what would do. */
import { useState } from "preact/hooks";
import { countsSittings } from "../../shared/figures/counted.ts";
import type { CountyPlan, PlanOf } from "../../shared/whatif/plan.ts";
import type { Measure } from "../../shared/whatif/stand.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import type { Answers } from "./answers.ts";
import { fromTexts, secondText } from "./from.ts";
import { Leave, type Way } from "./leave.tsx";
import { NumberField } from "./number-field.tsx";
import { headlineOf } from "./say.ts";
import type { Scenarios } from "./state.ts";
import { planTable } from "./tables.ts";
import { useWhatIfWords } from "./words.ts";

interface PlanProps {
  readonly answers: Answers;
  readonly scenarios: Scenarios;
  readonly way: Way;
}

/** Rows that are drawn before somebody asks for more. */
const SHOWN = 30;
/** Numbers of schools that are asked about most. */
const USUAL = [1, 3, 5, 10];

export function PlanSection({ answers, scenarios, way }: PlanProps) {
  const w = useWhatIfWords();
  const { planned, limit, school, current } = answers;
  const { plan, busy, earlier, failed, stop } = planned;
  if (!limit || !current) return null;
  const sittings = countsSittings(current.definition);
  return (
    <section aria-labelledby="w-plan">
      <h2 id="w-plan" tabIndex={-1}>
        {school === null ? w.plan : w.planSchool}
      </h2>
      {school === null && <Terms {...{ scenarios, sittings }} schools={answers.prepared.units.length - 1} />}
      <div class="w-answer" aria-live="polite" aria-busy={busy}>
        {failed && <Note tone="bad">{w.failed}</Note>}
        {busy && (
          <p class="w-solving">
            {w.solving}{" "}
            <button type="button" onClick={stop}>
              {w.stop}
            </button>
          </p>
        )}
        {!plan && !busy && !failed && <p class="q-hint">{w.stopped}</p>}
        {plan && (
          <div class={busy || earlier ? "w-stale" : undefined}>
            {earlier && <p class="q-hint">{w.earlier}</p>}
            {plan.possible ? <Made plan={plan} answers={answers} way={way} /> : <Cannot plan={plan} scenarios={scenarios} />}
          </div>
        )}
      </div>
    </section>
  );
}

interface TermsProps {
  readonly scenarios: Scenarios;
  readonly schools: number;
  readonly sittings: boolean;
}

function Terms({ scenarios: { now, change }, schools, sittings }: TermsProps) {
  const w = useWhatIfWords();
  const of = sittings ? w.sittingsUnit : w.pupilsUnit;
  // A chip is another answer than what stands in the field, also where that was never taken.
  const [chosen, setChosen] = useState(0);
  const chips = USUAL.filter((n) => n <= schools);
  const choose = (n: number | null) => {
    change({ schools: n });
    setChosen(chosen + 1);
  };
  return (
    <div class="w-terms">
      <div class="w-most">
        <NumberField
          key={chosen}
          label={w.most}
          value={now.schools}
          {...{ min: 1, step: 1, parts: 1, placeholder: w.unlimited, optional: true }}
          take={(value, typing) => change({ schools: value }, typing)}
        />
        <span class="w-chips">
          {[null, ...chips].map((n) => (
            <button key={n} type="button" class="q-chip" aria-pressed={now.schools === n} onClick={() => choose(n)}>
              {n === null ? w.unlimited : w.schools(n)}
            </button>
          ))}
        </span>
      </div>
      <div class="w-each">
        <span aria-hidden="true">{w.perSchool}</span>
        <NumberField
          label={w.perPupils(of)}
          value={now.pupils}
          {...{ min: 0, step: 1, parts: 1, placeholder: w.unlimited, optional: true, unseen: true, unit: of }}
          take={(value, typing) => change({ pupils: value }, typing)}
        />
        <NumberField
          label={w.perShare}
          value={now.share === null ? null : Number((now.share * 100).toPrecision(12))}
          {...{ min: 0, max: 100, step: 1, placeholder: w.unlimited, optional: true, unseen: true, unit: w.percent }}
          take={(value, typing) => change({ share: value === null ? null : Number((value / 100).toPrecision(12)) }, typing)}
        />
      </div>
    </div>
  );
}

function Cannot({ plan, scenarios: { now, change } }: { readonly plan: CountyPlan & { possible: false }; readonly scenarios: Scenarios }) {
  const w = useWhatIfWords();
  const spoken = useSpoken();
  const { why, fewest, farthest } = plan;
  const limited = now.pupils !== null || now.share !== null;
  return (
    <Note tone="warn">
      <p>{spoken(why)}</p>
      {farthest && <p>{spoken(farthest.words)}</p>}
      {(fewest !== null || limited) && (
        <p class="q-actions">
          {fewest !== null && (
            <>
              <strong>{w.fewest(fewest)}</strong>
              <button type="button" onClick={() => change({ schools: fewest })}>
                {w.takeFewest(fewest)}
              </button>
            </>
          )}
          {limited && (
            <button type="button" onClick={() => change({ pupils: null, share: null })}>
              {w.dropLimits}
            </button>
          )}
        </p>
      )}
    </Note>
  );
}

function Made({
  plan: made,
  answers,
  way,
}: {
  readonly plan: CountyPlan & { possible: true };
  readonly answers: Answers;
  readonly way: Way;
}) {
  const w = useWhatIfWords();
  const language = useLanguage();
  const { plan, runnerUp, pupils, measure } = made;
  const { school, current } = answers;
  const headline = headlineOf(answers, w, language);
  const sittings = current !== null && countsSittings(current.definition);
  if (pupils === 0)
    return (
      <p class="w-headline">
        {current?.waits ? "–" : "✓"} {headline}
      </p>
    );
  const effort = measure.of === "pupils" ? w.effort.pupils : w.effort[measure.of](String(plan.effort));
  return (
    <>
      <p class="w-headline">{headline}</p>
      <p class="q-hint">{effort}</p>
      <PlanTable {...{ plan, measure, sittings }} label={w.plan} />
      {school === null && <p class="w-second">{secondText(plan, runnerUp, measure, w)}</p>}
      <Leave way={way} name={w.insert} make={() => planTable(made, sittings)} />
    </>
  );
}

interface PlanTableProps {
  readonly plan: PlanOf;
  readonly measure: Measure;
  readonly sittings: boolean;
  readonly label: string;
}

function PlanTable({ plan, measure, sittings, label }: PlanTableProps) {
  const w = useWhatIfWords();
  const [most, setMost] = useState(SHOWN);
  const known = measure.of !== "pupils";
  const rest = plan.schools.length - most;
  return (
    <>
      <table class="w-plan" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{w.heads.school}</th>
            <th scope="col">{sittings ? w.heads.sittings : w.heads.pupils}</th>
            {known && <th scope="col">{w.heads.from}</th>}
            {known && <th scope="col">{measure.of === "marks" ? w.heads.marks : w.heads.percent}</th>}
          </tr>
        </thead>
        <tbody>
          {plan.schools.slice(0, most).map((one) => (
            <tr key={one.school}>
              <th scope="row">{one.name}</th>
              <td>
                <strong>{one.pupils}</strong>
              </td>
              {known && (
                <td class="w-from">
                  <From texts={fromTexts(one, measure, w)} />
                </td>
              )}
              {known && <td>{one.effort}</td>}
            </tr>
          ))}
        </tbody>
        {plan.schools.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{w.total}</th>
              <td>
                <strong>{plan.schools.reduce((sum, { pupils }) => sum + pupils, 0)}</strong>
              </td>
              {known && <td />}
              {known && <td>{plan.effort}</td>}
            </tr>
          </tfoot>
        )}
      </table>
      {rest > 0 && (
        <button type="button" onClick={() => setMost(most + 5 * SHOWN)}>
          {w.more(rest)}
        </button>
      )}
    </>
  );
}

/** Of several subjects, opened by who wants to see them. */
function From({ texts }: { readonly texts: readonly string[] }) {
  const w = useWhatIfWords();
  if (texts.length <= 1) return <>{texts[0]}</>;
  return (
    <details>
      <summary>{w.subjects(texts.length)}</summary>
      {texts.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </details>
  );
}
