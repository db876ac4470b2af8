/** Which rate, held against which limit: the missed targets first, with what each is short of. */

import { useId } from "preact/hooks";
import { limitDigits, timesOf } from "../../shared/display.ts";
import { countsSittings } from "../../shared/figures/counted.ts";
import type { Words } from "../../shared/refusal.ts";
import { fractionTyped } from "../../shared/statement/fraction-typed.ts";
import { sourceWords } from "../../shared/statement/source.ts";
import type { Asked } from "../../shared/whatif/questions.ts";
import { sameQuestion } from "../../shared/whatif/questions.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { VerdictMark } from "../pane/verdict.tsx";
import type { Answers } from "./answers.ts";
import { NumberField } from "./number-field.tsx";
import { headlineOf, limitText, nameOf, rateText } from "./say.ts";
import type { Scenarios } from "./state.ts";
import { useWhatIfWords } from "./words.ts";

/** So many targets are shown before the rest go into a list to choose from. */
const SHOWN = 4;

const keyOf = ({ indicator, stage, grade, subject }: Asked) => [indicator, stage, grade, subject].join("|");

export function TargetChoice({ answers, scenarios }: { readonly answers: Answers; readonly scenarios: Scenarios }) {
  const w = useWhatIfWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const name = useId();
  const { asked, current } = answers;
  const first = asked.filter(({ limit }) => limit !== null).slice(0, SHOWN);
  const shown = current && !first.some((one) => sameQuestion(one, current)) ? [...first, current] : first;
  const others = asked.filter((one, at) => !shown.includes(one) && asked.findIndex((other) => sameQuestion(one, other)) === at);
  const ask = ({ indicator, stage, grade, subject, definition }: Asked) =>
    scenarios.change({
      ...{ question: { indicator, stage, grade, subject }, limit: null },
      // So many pupils of each school are not so many sittings.
      ...(current && countsSittings(current.definition) !== countsSittings(definition) && { pupils: null, share: null }),
    });
  return (
    <div class="w-targets" role="radiogroup" aria-labelledby={`${name}-head`}>
      <div class="q-heading">
        <h2 id={`${name}-head`}>{w.target}</h2>
        {others.length > 0 && (
          <select
            class="w-others"
            aria-label={w.others}
            value=""
            onChange={({ currentTarget }) => {
              const one = others.find((other) => keyOf(other) === currentTarget.value);
              if (one) ask(one);
            }}
          >
            <option value="">{w.chooseOther}</option>
            {others.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {nameOf(one, language)} {rateText(one.rate, one.definition, one.limit, language)}
              </option>
            ))}
          </select>
        )}
      </div>
      {scenarios.now.moves.length + scenarios.now.choices.length > 0 && <p class="q-hint">{w.targetsReal}</p>}
      {shown.map((one) => (
        <TargetRow
          key={keyOf(one)}
          {...{ one, name, told: answers.caveats }}
          chosen={current !== null && sameQuestion(one, current)}
          choose={() => ask(one)}
        />
      ))}
      {answers.apart.map((words) => (
        <p key={words.zh} class="q-warn">
          {spoken(words)}
        </p>
      ))}
      {current && <LimitField key={keyOf(current)} {...{ answers, scenarios, current }} />}
      {answers.limit && <Ahead answers={answers} />}
      {answers.changes.length > 0 && (
        <details class="w-changes">
          <summary>{w.changes(answers.changes.length)}</summary>
          <ul>
            {answers.changes.map((words) => (
              <li key={words.zh}>{spoken(words)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** To the top of what scrolls: the pane where it does, so that a narrow page keeps its tabs in sight; else the page. */
function bringUp(element: HTMLElement): void {
  const panel = element.closest(".q-panel");
  if (panel && panel.scrollHeight > panel.clientHeight)
    panel.scrollTop += element.getBoundingClientRect().top - panel.getBoundingClientRect().top;
  else element.scrollIntoView({ block: "start" });
}

/** The plan's answer in a line, where the target is chosen; it leads to the plan and its questions. */
function Ahead({ answers }: { readonly answers: Answers }) {
  const w = useWhatIfWords();
  const language = useLanguage();
  const said = answers.planned.busy ? null : headlineOf(answers, w, language);
  const go = () => {
    const plan = document.getElementById("w-plan");
    if (plan) bringUp(plan);
    plan?.focus({ preventScroll: true });
  };
  return (
    <button type="button" class="w-ahead" onClick={go}>
      {said ?? w.plan} <span aria-hidden="true">↓</span>
    </button>
  );
}

interface TargetRowProps {
  readonly one: Asked;
  readonly name: string;
  readonly chosen: boolean;
  /** What is said above all rows already. */
  readonly told: readonly Words[];
  choose(): void;
}

function TargetRow({ one, name, chosen, told, choose }: TargetRowProps) {
  const w = useWhatIfWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const { definition, rate, limit, outcome, waits, sent, short } = one;
  const sittings = countsSittings(definition);
  const away = short === null ? w.cannot : sittings ? w.shortSittings(short) : w.short(short);
  return (
    <label class={chosen ? "w-target w-chosen" : "w-target"}>
      <input type="radio" name={name} checked={chosen} onChange={choose} />
      <span class="w-what">{nameOf(one, language)}</span>
      <span class="w-rate">{rateText(rate, definition, limit, language)}</span>
      {limit && (
        <span class="w-under">
          <span>{w.aims(limitText(limit, definition, language))}</span>
          {sent === "missed" && <span>{waits ? w.bySent(away) : away}</span>}
          {sent === "met" && waits && <span>{w.bySent(w.reachedIt)}</span>}
          {outcome && <VerdictMark outcome={outcome} />}
          {waits && !told.some(({ zh }) => zh === waits.zh) && <span class="w-why">{spoken(waits)}</span>}
        </span>
      )}
    </label>
  );
}

/** Another limit than the one in force, in per cent. */
function LimitField({
  answers: { limit },
  scenarios,
  current,
}: {
  readonly answers: Answers;
  readonly scenarios: Scenarios;
  readonly current: Asked;
}) {
  const w = useWhatIfWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const { definition } = current;
  const own = scenarios.now.limit === null ? current.limit : null;
  const fraction = scenarios.now.limit && fractionTyped(limitDigits(scenarios.now.limit.value, definition.unit), definition.unit);
  const times = timesOf(definition.unit);
  const sign = limit ?? { operator: definition.better === "low" ? ("<=" as const) : (">=" as const) };
  const take = (value: number | null, typing: boolean) => {
    if (value === null) return scenarios.change({ limit: null }, typing);
    const next = { operator: sign.operator, value: Number((value / times).toPrecision(12)), upTo: limit?.upTo ?? null };
    const set = current.limit;
    const asSet = set !== null && set.operator === next.operator && set.value === next.value && (set.upTo ?? null) === next.upTo;
    scenarios.change({ limit: asSet ? null : next }, typing);
  };
  return (
    <div class="w-limit">
      <NumberField
        label={`${w.limit} ${SIGNS[sign.operator]}`}
        value={limit ? Number((limit.value * times).toPrecision(12)) : null}
        {...{ min: 0, max: times, step: 0.5, unit: w.percent, optional: current.limit === null, take }}
        {...(limit && { missing: w.stillBy(limitText(limit, definition, language)) })}
      />
      <span class="q-hint">
        {fraction ? spoken(fraction) : own ? w.limitOf(spoken(sourceWords(own.source, definition))) : limit ? "" : w.noLimit}
      </span>
    </div>
  );
}

const SIGNS = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=", between: "" } as const;
