import type { ReadingInForce } from "../../shared/contract.ts";
import type { Words } from "../../shared/refusal.ts";
import { gapWords } from "../../shared/whatif/gap.ts";
import { limitsOf, type SchoolFigures } from "../pane/check.ts";
import { formatLimit, formatValue } from "../pane/format.ts";
import { useReadings } from "../pane/readings.ts";
import { useLanguage, useSpoken, useWords } from "../pane/say.ts";
import { VerdictMark } from "../pane/verdict.tsx";
import type { About, Covered } from "./about.ts";
import { Bullet } from "./bullet.tsx";
import { marksBehind } from "./explained.ts";
import { Opened } from "./opened.tsx";
import type { Row } from "./rows.ts";
import { useCheckWords } from "./words.ts";

export interface RowProps {
  readonly row: Row;
  readonly readings: readonly ReadingInForce[];
  /** The release the figures were read by. */
  readonly definitions: string;
  readonly about: About;
  /** The schools behind a region's figures. */
  readonly schools: readonly SchoolFigures[];
  /** Of a region: how many of the schools asked are behind it. */
  readonly covered: Covered | null;
  /** What is lacking in whole teachers, square metres, yuan; `null` where that is not known. */
  readonly lack: Words | null;
  readonly open: boolean;
  turn(open: boolean): void;
  openSchool(school: string): void;
}

/** A target: value, verdict, limit, how far, how much stands behind it. It opens in place; what is inside is made when it is asked for. */
export function TargetRow(props: RowProps) {
  const { row, readings, about, covered, lack, open, turn } = props;
  const { indicator, figure, verdict, place } = row;
  const w = useWords();
  const c = useCheckWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const { value, limit, upTo, operator } = verdict;
  const [name, where] = [spoken(indicator.names), spoken(place)];
  const resting = useReadings(readings)(verdict.readings);
  return (
    <li>
      <details class="q-row" open={open} onToggle={({ currentTarget }) => turn(currentTarget.open)}>
        <summary>
          <span class="q-row-top">
            <span class="q-name">
              {name} {!name.includes(where) && <small>{where}</small>}
            </span>
            <span class="q-value">{value === null ? "—" : formatValue(value, indicator, language, limitsOf(verdict))}</span>
            <VerdictMark outcome={verdict.verdict} />
          </span>
          {value !== null && <Bullet value={value} limit={limit} rate={indicator.unit === "rate"} outcome={verdict.verdict} />}
          <span class="q-row-under">
            <span>
              {c.target} {formatLimit(operator, limit, upTo, indicator, language)}
            </span>
            <span>
              {covered
                ? c.schools(covered.has, covered.of)
                : figure?.counts
                  ? c.heads(figure.counts.numerator, figure.counts.denominator)
                  : ""}
            </span>
            <span class={verdict.verdict === "undecided" ? "q-gap q-why" : "q-gap"}>
              {spoken(gapWords(verdict, indicator, figure, marksBehind(row, about)))}
            </span>
            {lack && <span class="q-gap">{spoken(lack)}</span>}
            {indicator.kind.kind === "change" && about.baseline !== null && <span>{c.baseline(about.baseline)}</span>}
          </span>
          {(indicator.estimate || resting.length > 0) && (
            <span class="q-reading">
              {indicator.estimate && <span class="q-estimate">{c.estimate}</span>}
              {resting.length > 0 && w.check.reading(resting.join(c.stop))}
            </span>
          )}
        </summary>
        {open && <Opened {...props} />}
      </details>
    </li>
  );
}
