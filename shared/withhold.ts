/** Small groups: a viewer sees no school's figure that comes from fewer than ten pupils, nor one that a subtraction would give away. */
import type { Read } from "./figures.ts";
import { SMALL_GROUP } from "./submission.ts";

export const WITHHELD = { zh: `不足 ${SMALL_GROUP} 人，不显示`, en: `fewer than ${SMALL_GROUP} pupils: withheld` };
const BESIDE_SMALL = { zh: "为保护小群体而不显示", en: "withheld to protect a small group" };

/**
 * Blanks the figures of small groups, school by school. Where exactly one school is blanked, the region's figure less the others'
 * would give it away, so the school with the fewest pupils beside it is blanked too (secondary suppression).
 */
export function withholdSmall(units: readonly (readonly Read[])[]): Read[][] {
  const hidden = new Map<string, Map<number, number>>();
  const shown = new Map<string, Map<number, number>>();
  units.forEach((reads, unit) => {
    for (const { figure, pupils } of reads) {
      const side = pupils < SMALL_GROUP ? hidden : shown;
      const key = keyOf(figure);
      side.set(key, (side.get(key) ?? new Map()).set(unit, pupils));
    }
  });
  const beside = new Map<string, number>();
  for (const [key, small] of hidden) {
    const others = [...(shown.get(key) ?? [])].sort(([, a], [, b]) => a - b);
    if (small.size === 1 && others[0]) beside.set(key, others[0][0]);
  }
  return units.map((reads, unit) =>
    reads.map((read) => {
      if (read.pupils < SMALL_GROUP) return blank(read, WITHHELD);
      return beside.get(keyOf(read.figure)) === unit ? blank(read, BESIDE_SMALL) : read;
    }),
  );
}

function keyOf({ indicator, stage, grade, subject, resource }: Read["figure"]): string {
  return [indicator, stage, grade, subject, resource].join("|");
}

function blank(read: Read, why: typeof WITHHELD): Read {
  return { ...read, figure: { ...read.figure, value: null, counts: null, interval: null, why } };
}
