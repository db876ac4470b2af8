import { useState } from "preact/hooks";
import type { ReadingInForce, Verdict } from "../../shared/contract.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { ruleOf } from "../../shared/indicators/kinds.ts";
import { RESOURCE_UNITS } from "../../shared/indicators/resources.ts";
import { Bullet } from "./bullet.tsx";
import { BySchool } from "./by-school.tsx";
import { type Item, limitsOf, type SchoolFigures } from "./check.ts";
import { formatGap, formatGrade, formatLimit, formatSource, formatValue } from "./format.ts";
import { choicesBehind, useReadings } from "./readings.ts";
import { useLanguage, useSpoken, useWords } from "./say.ts";
import { VerdictMark } from "./verdict.tsx";

interface TargetsProps {
  readonly items: readonly Item[];
  /** The release they were read by. */
  readonly definitions: string;
  readonly readings: readonly ReadingInForce[];
  /** The schools behind a region's figures. */
  readonly schools: readonly SchoolFigures[];
}

/** Each target with its value, verdict and gap. A row opens in place: formula, source, who set the target. */
export function Targets({ items, definitions, readings, schools }: TargetsProps) {
  return (
    <ul class="q-targets">
      {items.flatMap((item) =>
        item.verdicts.map((verdict) => (
          <TargetRow
            key={item.key + verdict.source + verdict.operator}
            item={item}
            verdict={verdict}
            definitions={definitions}
            readings={readings}
            schools={schools}
          />
        )),
      )}
    </ul>
  );
}

interface TargetRowProps extends Pick<TargetsProps, "definitions" | "readings" | "schools"> {
  readonly item: Item;
  readonly verdict: Verdict;
}

function TargetRow({ item: { indicator, figure }, verdict, definitions, readings, schools }: TargetRowProps) {
  const w = useWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const { value, limit, upTo, operator, stage, grade, subject, resource } = verdict;
  const about = [grade === null ? null : formatGrade(stage, grade, language), subject, resource && spoken(RESOURCE_UNITS[resource])]
    .filter((part) => part !== null)
    .join(" · ");
  const resting = useReadings(readings)(verdict.readings);
  // Three hundred schools behind each of forty targets are drawn when somebody asks for them.
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details class="q-row" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span class="q-row-top">
            <span class="q-name">
              {spoken(indicator.names)}
              {about && <small>{about}</small>}
            </span>
            <span class="q-value">{value === null ? "—" : formatValue(value, indicator, language, limitsOf(verdict))}</span>
            <VerdictMark outcome={verdict.verdict} />
          </span>
          {value !== null && <Bullet value={value} limit={limit} rate={indicator.unit === "rate"} outcome={verdict.verdict} />}
          <span class="q-row-under">
            <span>
              {w.check.target} {formatLimit(operator, limit, upTo, indicator, language)}
            </span>
            <span>{useDistance(verdict, indicator)}</span>
          </span>
          {(indicator.estimate || resting.length > 0) && (
            <span class="q-reading">
              {indicator.estimate && <span class="q-estimate">{w.check.estimate}</span>}
              {resting.length > 0 && w.check.reading(resting.join(w.check.stop))}
            </span>
          )}
        </summary>
        <dl class="q-facts">
          {figure?.counts && <Fact name={w.check.counts}>{w.check.division(figure.counts.numerator, figure.counts.denominator)}</Fact>}
          <Fact name={w.check.formula}>
            {spoken(ruleOf(indicator.kind).words(indicator.kind, choicesBehind(verdict.readings, indicator)))}
          </Fact>
          <Fact name={w.check.source}>{formatSource(indicator, language)}</Fact>
          <Fact name={w.check.targetSource}>
            {verdict.origin === "region" ? w.check.setByBureau(verdict.source) : w.check.setBySource(verdict.source)}
          </Fact>
          <Fact name={w.check.definitions}>{w.check.version(definitions, `${indicator.id}@${indicator.version}`)}</Fact>
        </dl>
        {open && <BySchool indicator={indicator} verdict={verdict} schools={schools} />}
      </details>
    </li>
  );
}

export function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** How far from the target, in the words that help: pupils where pupils can be counted; why, where nothing can be decided. */
function useDistance({ verdict, operator, limit, upTo, value, gap, needed, reason }: Verdict, indicator: Definition): string {
  const w = useWords();
  const language = useLanguage();
  const spoken = useSpoken();
  if (verdict === "undecided") return reason ? spoken(reason) : "";
  if (gap === null || (operator === "between" && verdict === "met")) return "";
  // Between two ends, the distance is that from the end that was passed.
  const passed = upTo !== null && value !== null && value > limit ? value - upTo : gap;
  const away = formatGap(passed, indicator, language);
  if (verdict === "met") return gap === 0 ? w.check.exactly : w.check.beyond(away);
  const sittings = indicator.reads.from === "stage";
  const pupils = needed === null || needed === 0 ? "" : sittings ? w.check.sittingsNeeded(needed) : w.check.pupilsNeeded(needed);
  return [w.check.short(away), pupils].filter((part) => part !== "").join(w.preview.comma);
}
