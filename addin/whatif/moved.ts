/** What stands as soon as a line has moved: it must be told within a frame. */
import { Refusal, type Words } from "../../shared/refusal.ts";
import { leastIn } from "../../shared/whatif/ceiling.ts";
import type { Least } from "../../shared/whatif/least.ts";
import type { LineMove } from "../../shared/whatif/lines.ts";
import { type MovedRate, moveLines, type Prepared, type Question } from "../../shared/whatif/move.ts";
import type { Stand } from "../../shared/whatif/stand.ts";
import { definitionAsked, wholeStand } from "../../shared/whatif/stands.ts";
import type { Limit } from "../../shared/whatif/window.ts";

export interface Moved {
  /** Of the unit that is asked about. */
  readonly whole: Stand | null;
  /** How many must cross the line now; `null` without a limit. */
  readonly least: Least | null;
  /** Of every school, before and after. */
  readonly schools: readonly MovedRate[];
  /** Why it cannot be told. */
  readonly why: Words | null;
}

const NOTHING: Moved = { whole: null, least: null, schools: [], why: null };

/** `supposed`: the same by the choices that are supposed. At once, for every step of a drag: the region or the school that is asked about, how many it is short of, and every school. */
export function movedBy(
  prepared: Prepared,
  supposed: Prepared,
  current: Question | null,
  moves: readonly LineMove[],
  limit: Limit | null,
  school: string | null,
): Moved {
  if (!current) return NOTHING;
  try {
    const schools = moveLines(prepared, moves, supposed.rules.choices, current).slice(1);
    const whole = wholeStand(supposed, current, moves, school);
    if ("why" in whole) return { ...NOTHING, schools, why: whole.why };
    return {
      whole: whole.stand,
      least: limit && leastIn(whole.stand, definitionAsked(prepared.rules, current.indicator), limit),
      schools,
      why: null,
    };
  } catch (error) {
    if (error instanceof Refusal) return { ...NOTHING, why: error.words };
    throw error;
  }
}
