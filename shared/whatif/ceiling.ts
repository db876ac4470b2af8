/** How far a rate can be brought at all: whoever is counted and has no mark cannot be lifted, and where that is the bar it is said. */
import { COUNTED, countedIn } from "../figures/counted.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import { type Least, leastChange } from "./least.ts";
import type { Stand } from "./stand.ts";
import type { Limit } from "./window.ts";

/** The least change; one that cannot be for want of marks says how many have none. */
export function leastIn({ standing, sign }: Stand, definition: Definition, limit: Limit): Least {
  const found = leastChange(standing, limit);
  const others = standing.denominator - standing.numerator - standing.rise;
  if (found.possible || sign < 0 || others <= 0) return found;
  // With a mark for everybody it could be: then the missing marks are what bars it.
  if (!leastChange({ ...standing, rise: standing.rise + others }, limit).possible) return found;
  const why = withoutMarks(definition, others);
  return { ...found, why: { zh: `${found.why.zh}。${why.zh}`, en: `${found.why.en}. ${why.en}` } };
}

function withoutMarks(definition: Definition, others: number): Words {
  if (definition.reads.from === "grade")
    return {
      zh: `另有 ${others} 人没有最低科得分率（如有学科缺考），提高分数也不能使他们合格`,
      en: `${others} more have no lowest mark (absent in a subject, for one), and no higher mark makes them pass`,
    };
  const of = COUNTED[countedIn(definition)];
  return {
    zh: `另有 ${others} ${of.zh}计入总数而没有分数（如缺考），提高分数也不能使他们达线`,
    en: `${others} more ${of.en} are counted without a mark (absent, for one), and no higher mark brings them to the line`,
  };
}
