/** A class far off in one subject while it is in line in its others: marks halved, of another scale, or of another class. A question, for teachers differ. */
import { roundHalfUp } from "../../display.ts";
import { middle } from "../../kernel/robust.ts";
import type { Words } from "../../refusal.ts";
import { meets } from "../../target.ts";
import type { Counted, Odd } from "./marks.ts";
import type { Settings } from "./settings.ts";
import { meanAndSpread } from "./spread.ts";

/** A class in a subject: its mean, the classes' middle, and how many spreads of pupils lie between. */
interface Standing<Own> {
  readonly of: Own;
  readonly mean: number;
  readonly usual: number;
  readonly spreads: number;
}

/** `classes`: the written subjects of each class of a grade. */
export function classesApart<Own extends Counted>(classes: readonly (readonly Own[])[], settings: Settings): Odd<Own>[] {
  const subjects = new Set(classes.flatMap((own) => own.map(({ subject }) => subject)));
  const stands = new Map<Own, Standing<Own>>(
    [...subjects].flatMap((name) => {
      const all = classes.flatMap((own) => own.filter(({ subject, states }) => subject === name && states.sat >= settings.alikePupils));
      return standings(all).map((one) => [one.of, one] as const);
    }),
  );
  return classes.flatMap((own) => {
    const all = own.flatMap((one) => stands.get(one) ?? []);
    return all.filter((one) => isApart(one, all, classes.length, settings)).map((one) => asked(one, classes.length));
  });
}

/** Against the middle of all classes; of two, against the other. */
function standings<Own extends Counted>(all: readonly Own[]): Standing<Own>[] {
  const told = all.map((of) => ({ of, ...meanAndSpread(of.marks) }));
  const spread = middle(told.map((one) => one.spread)) ?? 0;
  if (all.length < 2 || spread === 0) return [];
  return told.map(({ of, mean }) => {
    const others = told.filter((one) => all.length > 2 || one.of !== of).map((one) => one.mean);
    const usual = middle(others) as number;
    return { of, mean, usual, spreads: (mean - usual) / spread };
  });
}

/** Of two classes it is the lower that is told: which of them is wrong, nobody can see. */
function isApart<Own extends Counted>(
  one: Standing<Own>,
  all: readonly Standing<Own>[],
  classes: number,
  { classSpreads, classGap }: Settings,
): boolean {
  const others = all.flatMap(({ of, spreads }) => (of === one.of ? [] : [spreads]));
  const own = middle(others);
  if (own === undefined || others.length < 2 || (classes === 2 && one.spreads > 0)) return false;
  const inLine = others.every((spreads) => Math.abs(spreads - own) < classSpreads / 2);
  const gap = Math.abs(one.mean - one.usual) / one.of.full;
  return inLine && meets(Math.abs(one.spreads - own), ">", classSpreads) && meets(gap, ">", classGap);
}

function asked<Own extends Counted>({ of, mean, usual }: Standing<Own>, classes: number): Odd<Own> {
  const [own, others] = [mean, usual].map((value) => String(roundHalfUp(value, 1)));
  const words: Words = {
    zh: `${of.name.zh}平均 ${own} 分，${classes === 2 ? "另一个班" : "各班的中位数"}是 ${others}；这个班别的学科没有差这么多：请核对这一科是不是按别的满分填了、减了半，或用了别班的分数；确实如此请说明。`,
    en: `the mean of ${of.name.en} is ${own}, ${classes === 2 ? "the other class's" : "the classes' median"} is ${others}, and the class is in line in its other subjects: see whether the marks are out of another full mark, halved, or another class's; if it is so, say so.`,
  };
  return { code: "class-apart", of, words };
}
