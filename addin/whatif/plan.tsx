/** 要达标，从哪里着手: in which schools, how many pupils each, from which marks; the next best; and if it cannot be, why, and what would do. */
import type { CountyPlan, PlanOf, PlanSchool } from "../../shared/whatif/plan.ts";
import type { Measure, Riser } from "../../shared/whatif/stand.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import type { Answers } from "./answers.ts";
import { NumberField } from "./number-field.tsx";
import { countText, rateText } from "./say.ts";
import type { Scenarios } from "./state.ts";
import { useWhatIfWords, type WhatIfDictionary } from "./words.ts";

interface PlanProps {
  readonly answers: Answers;
  readonly scenarios: Scenarios;
}

/** Numbers of schools that are asked about most. */
const USUAL = [1, 3, 5, 10];

export function PlanSection({ answers, scenarios }: PlanProps) {
  const w = useWhatIfWords();
  const { planned, limit, school } = answers;
  const { plan, busy, failed, stop } = planned;
  if (!limit) return null;
  return (
    <section aria-labelledby="w-plan">
      <h2 id="w-plan">{school === null ? w.plan : w.planSchool}</h2>
      {school === null && <Terms scenarios={scenarios} schools={answers.prepared.units.length - 1} />}
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
          <div class={busy ? "w-stale" : undefined}>
            {plan.possible ? <Made plan={plan} answers={answers} /> : <Cannot plan={plan} scenarios={scenarios} />}
          </div>
        )}
      </div>
    </section>
  );
}

function Terms({ scenarios: { now, change }, schools }: { readonly scenarios: Scenarios; readonly schools: number }) {
  const w = useWhatIfWords();
  const chips = USUAL.filter((n) => n < schools);
  return (
    <div class="w-terms">
      <div class="w-most">
        <NumberField
          label={w.most}
          value={now.schools}
          {...{ min: 1, step: 1, placeholder: w.unlimited, optional: true }}
          take={(value, typing) => change({ schools: value === null ? null : Math.round(value) }, typing)}
        />
        <span class="w-chips">
          {[null, ...chips].map((n) => (
            <button key={n} type="button" class="q-chip" aria-pressed={now.schools === n} onClick={() => change({ schools: n })}>
              {n === null ? w.unlimited : w.schools(n)}
            </button>
          ))}
        </span>
      </div>
      <div class="w-each">
        <NumberField
          label={w.perPupils}
          value={now.pupils}
          {...{ min: 0, step: 1, placeholder: w.unlimited, optional: true }}
          take={(value, typing) => change({ pupils: value === null ? null : Math.round(value) }, typing)}
        />
        <NumberField
          label={w.perShare}
          value={now.share === null ? null : Number((now.share * 100).toPrecision(12))}
          {...{ min: 0, max: 100, step: 1, placeholder: w.unlimited, optional: true }}
          take={(value, typing) => change({ share: value === null ? null : Number((value / 100).toPrecision(12)) }, typing)}
        />
      </div>
    </div>
  );
}

function Cannot({ plan, scenarios: { now, change } }: { readonly plan: CountyPlan & { possible: false }; readonly scenarios: Scenarios }) {
  const w = useWhatIfWords();
  const spoken = useSpoken();
  const { why, fewest } = plan;
  const limited = now.pupils !== null || now.share !== null;
  return (
    <Note tone="warn">
      <p>{spoken(why)}</p>
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

function Made({ plan: made, answers }: { readonly plan: CountyPlan & { possible: true }; readonly answers: Answers }) {
  const w = useWhatIfWords();
  const language = useLanguage();
  const { plan, runnerUp, pupils, after, measure } = made;
  const { current, limit, school } = answers;
  if (!current || !limit) return null;
  if (pupils === 0) return <p class="w-headline">✓ {w.met}</p>;
  const { definition } = current;
  const [count, rate] = [countText(pupils, definition, language), rateText(after, definition, limit, language)];
  const effort = measure.of === "pupils" ? w.effort.pupils : w.effort[measure.of](String(plan.effort));
  return (
    <>
      <p class="w-headline">{school === null ? w.answer(plan.schools.length, count, rate) : w.answerSchool(count, rate)}</p>
      <p class="q-hint">{effort}</p>
      <PlanTable plan={plan} measure={measure} label={w.plan} />
      {school === null && <p class="w-second">{secondText(plan, runnerUp, measure, w)}</p>}
    </>
  );
}

function PlanTable({ plan, measure, label }: { readonly plan: PlanOf; readonly measure: Measure; readonly label: string }) {
  const w = useWhatIfWords();
  const known = measure.of !== "pupils";
  return (
    <table class="w-plan" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{w.heads.school}</th>
          <th scope="col">{w.heads.pupils}</th>
          {known && <th scope="col">{w.heads.from}</th>}
          {known && <th scope="col">{measure.of === "marks" ? w.heads.marks : w.heads.percent}</th>}
        </tr>
      </thead>
      <tbody>
        {plan.schools.map((one) => (
          <tr key={one.school}>
            <th scope="row">{one.name}</th>
            <td>
              <strong>{one.pupils}</strong>
            </td>
            {known && (
              <td class="w-from">
                {fromTexts(one, measure, w).map((text) => (
                  <span key={text}>{text}</span>
                ))}
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
  );
}

/** From which marks they rise: of several subjects, each by itself. */
export function fromTexts({ from }: Pick<PlanSchool, "from">, measure: Measure, w: WhatIfDictionary): string[] {
  const subjects = [...new Set(from.map(({ subject }) => subject))];
  const range = (risers: readonly Riser[]) => {
    const marks = risers.flatMap(({ mark }) => mark ?? []);
    const ends = [String(Math.min(...marks)), String(Math.max(...marks))] as const;
    return measure.of === "percent" ? `${w.fromLowest} ${w.fromPercent(...ends)}` : w.fromMarks(...ends);
  };
  if (subjects.length <= 1) return [range(from)];
  return subjects.map((subject) => {
    const own = from.filter((one) => one.subject === subject);
    return w.fromSubject(
      subject ?? "",
      own.reduce((sum, { pupils }) => sum + pupils, 0),
      range(own),
    );
  });
}

/** Which school the runner-up leaves out, whom it takes in its place, and what that costs. */
export function secondText(plan: PlanOf, runnerUp: PlanOf | null, measure: Measure, w: WhatIfDictionary): string {
  if (!runnerUp) return w.noRunnerUp;
  const names = (of: PlanOf, not: PlanOf) =>
    of.schools.filter((one) => !not.schools.some(({ school }) => school === one.school)).map(({ name }) => name);
  const into = names(runnerUp, plan);
  const more = w.runnerUpCost[measure.of](String(Number((runnerUp.effort - plan.effort).toPrecision(12))));
  return w.runnerUp(names(plan, runnerUp).join(w.and), into.length > 0 ? w.runnerUpIn(into.join(w.and)) : w.runnerUpMore, more);
}
