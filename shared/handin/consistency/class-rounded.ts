/** A class in which every mark is a multiple of ten, where most of the grade's others are not: it looks estimated. */
import type { Counted, Odd } from "./marks.ts";
import type { Settings } from "./settings.ts";

export function classesRounded<Own extends Counted>(
  whole: readonly Own[],
  classes: readonly (readonly Own[])[],
  { alikePupils }: Settings,
): Odd<Own>[] {
  return classes.flat().flatMap((of): Odd<Own>[] => {
    const grade = whole.find(({ subject }) => subject === of.subject);
    if (!grade || of.states.sat < alikePupils || of.marks.some(([mark]) => mark % 10 !== 0)) return [];
    const others = grade.states.sat - of.states.sat;
    if (2 * (tensIn(grade) - of.states.sat) >= others) return [];
    const { name, states } = of;
    const words = {
      zh: `${name.zh}实考的 ${states.sat} 人分数都是 10 的倍数，别的班大多不是：请核对是不是估计的分；确实如此请说明。`,
      en: `all ${states.sat} who sat ${name.en} have a multiple of ten, which most of the other classes have not: see whether the marks are estimates; if it is so, say so.`,
    };
    return [{ code: "class-rounded", of, words }];
  });
}

/** How many have a multiple of ten. */
function tensIn({ marks }: Counted): number {
  return marks.reduce((sum, [mark, pupils]) => sum + (mark % 10 === 0 ? pupils : 0), 0);
}
