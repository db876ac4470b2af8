/** What becomes of each school: its rate before and after, in the order of the codes. */
import { useState } from "preact/hooks";
import type { Rate } from "../../shared/marks/rates.ts";
import { type Fact, meets } from "../../shared/target.ts";
import { useLanguage } from "../pane/say.ts";
import type { Answers } from "./answers.ts";
import { Leave, type Way } from "./leave.tsx";
import { changeText, rateOf, ratesText } from "./say.ts";
import type { Scenarios } from "./state.ts";
import { ratesTable } from "./tables.ts";
import { useWhatIfWords } from "./words.ts";

const FILTERS = ["all", "changed", "missed", "planned"] as const;
type Filter = (typeof FILTERS)[number];
/** Rows that are drawn before somebody asks for more. */
const SHOWN = 30;

interface SchoolsProps {
  readonly answers: Answers;
  readonly scenarios: Scenarios;
  readonly way: Way;
}

export function Schools({ answers, scenarios, way }: SchoolsProps) {
  const w = useWhatIfWords();
  const language = useLanguage();
  const [filter, setFilter] = useState<Filter>("all");
  const [most, setMost] = useState(SHOWN);
  const { moved, current, limit, school, prepared, planned } = answers;
  if (!current || school !== null) return null;
  const { definition } = current;
  const inPlan = new Set(planned.plan?.possible ? planned.plan.plan.schools.map((one) => one.school) : []);
  const names = new Map(prepared.units.map(({ code, name }) => [code, name ?? code]));
  const rows = moved.schools.map(({ unit, before, after }) => ({ unit, before: rateOf(before), after: rateOf(after) }));
  const kept = rows.filter(({ unit, before, after }) => {
    if (filter === "changed") return before !== null && after !== null && changeText(before, after, definition, language) !== null;
    if (filter === "missed") return limit !== null && after !== null && !meets(factOf(after), limit.operator, limit.value, limit.upTo);
    return filter === "all" || inPlan.has(unit);
  });
  return (
    <section aria-labelledby="w-schools">
      <div class="q-heading">
        <h2 id="w-schools">{w.effects}</h2>
        <select
          aria-label={w.filter}
          class="w-filter"
          value={filter}
          onChange={({ currentTarget }) => setFilter(currentTarget.value as Filter)}
        >
          {FILTERS.map((id) => (
            <option key={id} value={id}>
              {w.filters[id]}
            </option>
          ))}
        </select>
      </div>
      {inPlan.size > 0 && <p class="q-hint">{w.effectsOnly}</p>}
      {kept.length === 0 ? (
        <p class="q-hint">{w.none}</p>
      ) : (
        <table aria-labelledby="w-schools">
          <thead>
            <tr>
              <th scope="col">{w.heads.school}</th>
              <th scope="col">{w.before}</th>
              <th scope="col">{w.after}</th>
              <th scope="col">{w.change}</th>
            </tr>
          </thead>
          <tbody>
            {kept.slice(0, most).map(({ unit, before, after }) => (
              <tr key={unit}>
                <th scope="row">{names.get(unit)}</th>
                {ratesText([before, after], definition, limit, language).map((text, at) => (
                  <td key={at === 0 ? "before" : "after"}>{text}</td>
                ))}
                <td>{(before && after && changeText(before, after, definition, language)) ?? "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {kept.length > most && (
        <button type="button" onClick={() => setMost(most + 5 * SHOWN)}>
          {w.more(kept.length - most)}
        </button>
      )}
      <p class="q-hint">{w.order}</p>
      <Leave way={way} name={w.insertRates} formulas make={(live) => ratesTable(answers, scenarios.now, live ? way.live : null)} />
    </section>
  );
}

function factOf({ numerator, denominator }: Rate): Fact {
  return { numerator, denominator };
}
