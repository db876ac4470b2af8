/** Value added: mean residual of one school in the regression of after on before, over all schools' matched pupils. */
import { valueAddedOf } from "../../marks/cohort.ts";
import { invalid } from "../../refusal.ts";
import { type Tally, tally } from "../../tally.ts";
import { guarded, marksIn, plainNames } from "./guard.ts";
import { type Rule, wholeOf } from "./rule.ts";

export interface ValueAddedKind {
  readonly kind: "valueAdded";
}

type Labels = readonly (string | null)[];
type Column = readonly (number | null)[];

export const valueAdded: Rule<ValueAddedKind> = {
  inputs: () => [
    { id: "schools", names: { zh: "每名学生的学校", en: "school of each pupil" }, shape: "labels" },
    { id: "before", names: { zh: "前测分数", en: "marks before" }, shape: "amounts" },
    { id: "after", names: { zh: "后测分数", en: "marks after" }, shape: "amounts" },
    { id: "school", names: { zh: "要看的学校", en: "the school asked about" }, shape: "text" },
  ],
  /** A count per pair of marks: first the school asked about, then the others. */
  tally: (_, [schools, before, after, school], unit) => {
    const own = new Map<string, number>();
    const others = new Map<string, number>();
    (schools as Labels).forEach((name, row) => {
      const [x, y] = [(before as Column)[row] ?? null, (after as Column)[row] ?? null];
      if (name === null || x === null || y === null) return;
      const key = `${wholeOf(x, unit)}/${wholeOf(y, unit)}`;
      const into = name === school ? own : others;
      into.set(key, (into.get(key) ?? 0) + 1);
    });
    if (own.size === 0) throw invalid(`没有学校“${school}”的匹配学生。`, `there are no matched pupils of the school "${school}"`);
    return [tally(own), tally(others)];
  },
  reports: () => null,
  read: (_, members, unit) => {
    const scale = Number(unit);
    const pairs = (own: Tally) =>
      Object.entries(own).flatMap(([key, pupils]) => {
        const [before, after] = key.split("/").map((part) => Number(part) / scale) as [number, number];
        return Array.from({ length: Number(pupils) }, () => ({ before, after }));
      });
    return valueAddedOf(members.map(pairs))[0]?.added.value;
  },
  words: () => ({
    zh: "本校匹配学生在全区回归（后测对前测）中残差的平均",
    en: "mean residual of the school's matched pupils in the region's regression of after on before",
  }),
  filled: (_, [own = {}, others = {}]) => {
    const count = (sum: Tally) => Object.values(sum).reduce<number>((n, one) => n + Number(one), 0);
    return {
      zh: `本校匹配 ${count(own)} 人，全区匹配 ${count(own) + count(others)} 人，残差的平均`,
      en: `mean residual of ${count(own)} matched pupils of ${count(own) + count(others)} in the region`,
    };
  },
  /** FORECAST, like SLOPE, takes the rows in which both marks are numbers. */
  native: (_, [schools = "", before = "", after = "", school]) => {
    const mean = (of: string, beside: string) => `AVERAGEIFS(${of},${schools},${school},${beside},">=0")`;
    const sound = [
      ...[before, after].map((cells) => marksIn(cells, null)),
      ...plainNames(schools),
      `SUMPRODUCT((${schools}="")*ISNUMBER(${before})*ISNUMBER(${after}))=0`,
      `SUMPRODUCT(--EXACT(${schools},${school}))>0`,
    ];
    return guarded(sound, `${mean(after, before)}-FORECAST(${mean(before, after)},${after},${before})`);
  },
};
