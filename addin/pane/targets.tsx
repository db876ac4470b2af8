import type { Verdict } from "../../shared/contract.ts";
import { RESOURCE_UNITS } from "../../shared/indicators/kinds.ts";
import { Bullet } from "./bullet.tsx";
import { BySchool } from "./by-school.tsx";
import type { Item, SchoolFigures } from "./check.ts";
import { formatGap, formatGrade, formatLimit, formatValue } from "./format.ts";
import { useLanguage, useSpoken, useWords } from "./say.ts";
import { VerdictMark } from "./verdict.tsx";

interface TargetsProps {
  readonly items: readonly Item[];
  readonly definitions: string;
  /** The schools behind a region's figures. */
  readonly schools: readonly SchoolFigures[];
}

/** Each target with its value, verdict and gap. A row opens in place: formula, source, who set the target. */
export function Targets({ items, definitions, schools }: TargetsProps) {
  return (
    <ul class="q-targets">
      {items.flatMap((item) =>
        item.verdicts.map((verdict) => (
          <TargetRow
            key={item.key + verdict.source + verdict.operator}
            item={item}
            verdict={verdict}
            definitions={definitions}
            schools={schools}
          />
        )),
      )}
    </ul>
  );
}

interface TargetRowProps extends Pick<TargetsProps, "definitions" | "schools"> {
  readonly item: Item;
  readonly verdict: Verdict;
}

function TargetRow({ item: { indicator, figure }, verdict, definitions, schools }: TargetRowProps) {
  const w = useWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const { value, limit, operator, stage, grade, subject, resource } = verdict;
  const about = [grade === null ? null : formatGrade(stage, grade, language), subject, resource && spoken(RESOURCE_UNITS[resource])]
    .filter((part) => part !== null)
    .join(" · ");
  return (
    <li>
      <details class="q-row">
        <summary>
          <span class="q-row-top">
            <span class="q-name">
              {spoken(indicator.names)}
              {about && <small>{about}</small>}
            </span>
            <span class="q-value">{value === null ? "—" : formatValue(value, indicator.unit, language, [limit])}</span>
            <VerdictMark outcome={verdict.verdict} />
          </span>
          {value !== null && <Bullet value={value} limit={limit} rate={indicator.unit === "rate"} outcome={verdict.verdict} />}
          <span class="q-row-under">
            <span>
              {w.check.target} {formatLimit(operator, limit, indicator.unit, language)}
            </span>
            <span>{useDistance(verdict, indicator.unit, indicator.kind === "pooled")}</span>
          </span>
          {(indicator.estimate || verdict.reading) && (
            <span class="q-reading">
              {indicator.estimate && <span class="q-estimate">{w.check.estimate}</span>}
              {verdict.reading && w.check.reading(spoken(verdict.reading))}
            </span>
          )}
        </summary>
        <dl class="q-facts">
          {figure?.counts && <Fact name={w.check.counts}>{w.check.division(figure.counts.numerator, figure.counts.denominator)}</Fact>}
          <Fact name={w.check.formula}>{spoken(indicator.formula)}</Fact>
          <Fact name={w.check.source}>{indicator.source}</Fact>
          <Fact name={w.check.targetSource}>
            {verdict.origin === "region" ? w.check.setByBureau(verdict.source) : w.check.setBySource(verdict.source)}
          </Fact>
          <Fact name={w.check.definitions}>{w.check.version(definitions, indicator.id)}</Fact>
        </dl>
        <BySchool indicator={indicator} verdict={verdict} schools={schools} />
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
function useDistance({ verdict, gap, needed, reason }: Verdict, unit: string, sittings: boolean): string {
  const w = useWords();
  const language = useLanguage();
  const spoken = useSpoken();
  if (verdict === "undecided") return reason ? spoken(reason) : "";
  if (gap === null) return "";
  const away = formatGap(gap, unit, language);
  if (verdict === "met") return gap === 0 ? w.check.exactly : w.check.beyond(away);
  const pupils = needed === null || needed === 0 ? "" : sittings ? w.check.sittingsNeeded(needed) : w.check.pupilsNeeded(needed);
  return [w.check.short(away), pupils].filter((part) => part !== "").join(w.preview.comma);
}
