/** How far a school's figure may lie off because few pupils stand behind it: of 17 a rate of 28 % says little against one of 26 %. */
import type { Figure, SubmissionBody } from "../../contract.ts";
import type { Definition } from "../../indicators/definition.ts";
import { spreadInterval } from "../../kernel/spread-interval.ts";
import { t975 } from "../../kernel/student.ts";
import { wilson } from "../../kernel/wilson.ts";
import { keyOf, satIn } from "./participation.ts";

interface Behind {
  readonly definition: Definition;
  /** All figures of the school: a mean's deviation stands beside it. */
  readonly figures: readonly Figure[];
  readonly body: SubmissionBody;
}

/** Read from pupils' marks, who are others every year; teachers and rooms are those that are there. */
const FROM_MARKS: ReadonlySet<Definition["reads"]["from"]> = new Set(["paper", "stage", "grade", "pairs"]);

/** Between which ends the figure may lie, at 95 %; of what is not counted or averaged over pupils the value itself. */
export function byChance(value: number, figure: Figure, { definition, figures, body }: Behind): readonly [low: number, high: number] {
  const { counts, interval } = figure;
  if (interval) return [interval.low, interval.high];
  if (!FROM_MARKS.has(definition.reads.from)) return [value, value];
  if (counts && counts.denominator > 0 && definition.unit === "rate") {
    const { low, high } = wilson(counts.numerator, counts.denominator);
    return [low, high];
  }
  if (definition.kind.kind !== "marks") return [value, value];
  const sat = satIn(body.slices).get(keyOf(figure))?.sat ?? 0;
  // Of a single pupil nobody knows how far the next one lies.
  if (sat < 2) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (definition.kind.of !== "mean") {
    const { low, high } = spreadInterval(value, sat);
    return [low, high];
  }
  const deviation = figures.find(
    (one) => one.indicator === "exam.sd" && one.stage === figure.stage && one.grade === figure.grade && one.subject === figure.subject,
  )?.value;
  const times = t975(sat - 1);
  if (times === undefined || deviation === undefined || deviation === null) return [value, value];
  const half = (times * deviation) / Math.sqrt(sat - 1);
  return [value - half, value + half];
}
