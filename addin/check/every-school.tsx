/** 学校综合达标 of a region, before its own targets: how many schools of each stage pass, what the others miss, and the 差异系数 beside it. */
import { useMemo, useState } from "preact/hooks";
import { type Standard, standardOf } from "../../shared/balance/standard.ts";
import { type StageStanding, schoolsStanding } from "../../shared/balance/standing.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import type { Words } from "../../shared/refusal.ts";
import { inForce } from "../all-definitions.ts";
import { type Checked, countVerdicts, type SchoolFigures } from "../pane/check.ts";
import { formatSource, formatStage } from "../pane/format.ts";
import { useLanguage, useSpoken, useWords } from "../pane/say.ts";
import { OUTCOMES, VerdictMark } from "../pane/verdict.tsx";
import type { About } from "./about.ts";
import { Bullet } from "./bullet.tsx";
import { Fact } from "./fact.tsx";
import { type CheckWords, useCheckWords } from "./words.ts";

interface EverySchoolProps {
  readonly checked: Checked;
  readonly about: About;
  readonly schools: readonly SchoolFigures[];
  openSchool(school: string): void;
}

/** `null` where the collection is not of resources: nothing of the kind is asked of its schools. */
export function everySchool({ definitions }: Checked, { collection, choices, asked }: About, schools: readonly SchoolFigures[]) {
  if (collection.form !== "resources") return null;
  const standard = standardOf(rulesOf(inForce().catalogue, definitions, collection.choices ?? choices));
  const stages = schoolsStanding(standard, schools, asked);
  return stages.length === 0 ? null : { standard, stages };
}

export function EverySchool({ checked, about, schools, openSchool }: EverySchoolProps) {
  const c = useCheckWords();
  const read = useMemo(() => everySchool(checked, about, schools), [checked, about, schools]);
  if (!read) return null;
  const { standard, stages } = read;
  return (
    <section aria-labelledby="q-every">
      <h2 id="q-every">{c.every.title}</h2>
      <ul class="q-targets">
        {stages.map((standing) => (
          <li key={standing.stage}>
            <Stage {...{ standing, standard, checked, openSchool }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each requirement that schools miss, with how many. */
export function requirementWords(
  { school }: Standard,
  requirements: StageStanding["requirements"],
  c: CheckWords,
  spoken: (words: Words) => string,
): string {
  const { floorPercent } = school.kind;
  return requirements
    .map(({ names, missed, underFloor }) => c.every.requirement(spoken(names), missed, underFloor, floorPercent))
    .join(c.stop);
}

interface StageProps extends Pick<EverySchoolProps, "checked" | "openSchool"> {
  readonly standing: StageStanding;
  readonly standard: Standard;
}

function Stage({ standing, standard, checked, openSchool }: StageProps) {
  const c = useCheckWords();
  const w = useWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const [open, setOpen] = useState(false);
  const { stage, asked, passing, failing, open: untold, requirements, verdict } = standing;
  const between = checked.verdicts.filter((one) => one.indicator === standard.dispersion.id && one.stage === stage);
  const counts = countVerdicts(between);
  return (
    <details class="q-row" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="q-row-top">
          <span class="q-name">{formatStage(stage, language)}</span>
          <span class="q-value">{c.every.passing(passing, asked)}</span>
          <VerdictMark outcome={verdict} />
        </span>
        <Bullet value={passing / asked} limit={1} rate outcome={verdict} />
        <span class="q-row-under">
          <span>{c.every.target}</span>
          {failing.length > 0 && <b class="q-failing">{c.every.failing(failing.length)}</b>}
          {untold.length > 0 && <span>{c.every.untold(untold.length)}</span>}
        </span>
        {requirements.length > 0 && <span class="q-under-all">{c.every.missed(requirementWords(standard, requirements, c, spoken))}</span>}
        {between.length > 0 && (
          <span class="q-under-all">
            {c.every.between(
              between.length,
              OUTCOMES.flatMap((one) => (counts[one] > 0 ? `${w.verdicts[one]} ${counts[one]}` : [])).join(c.comma),
            )}
          </span>
        )}
      </summary>
      {open && (
        <div class="q-inside">
          <dl class="q-facts">
            <Fact name={c.source}>{formatSource(standard.school, language)}</Fact>
            <Fact name={c.definition}>{c.version(checked.definitions, `${standard.school.id}@${standard.school.version}`)}</Fact>
          </dl>
          {failing.length + untold.length > 0 && <Others {...{ standing, standard, openSchool }} />}
        </div>
      )}
    </details>
  );
}

/** The schools that do not pass, and those of which it cannot be told; each that has sent leads to its own list. */
function Others({ standing: { failing, open }, standard, openSchool }: Omit<StageProps, "checked">) {
  const c = useCheckWords();
  const spoken = useSpoken();
  const { floorPercent, requires } = standard.school.kind;
  const name = (school: string, of: string) => (
    <button type="button" class="q-link" title={c.openSchool(of)} onClick={() => openSchool(school)}>
      {of}
    </button>
  );
  return (
    <table class="q-behind q-reasons">
      <caption>{c.lacks.bySchool}</caption>
      <thead>
        <tr>
          <th scope="col">{c.school}</th>
          <th scope="col">{c.every.reason}</th>
        </tr>
      </thead>
      <tbody>
        {failing.map(({ school, name: of, met, missed }) => (
          <tr key={school}>
            <th scope="row">{name(school, of)}</th>
            <td>
              {c.every.why(
                met,
                requires.length,
                missed.map((one) => spoken(one.names) + (one.underFloor ? c.every.underFloor(floorPercent) : "")).join(c.stop),
              )}
            </td>
          </tr>
        ))}
        {open.map(({ school, name: of, why }) => (
          <tr key={school}>
            <th scope="row">{why ? name(school, of) : of}</th>
            <td>{why ? spoken(why) : c.notSent}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
