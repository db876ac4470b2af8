/** Differences between schools, read over the members and never stored: 差异系数 (cv) and 校际差异率 as ICC(1). */
import { groupsOf, icc } from "../../kernel/between.ts";
import { disparity } from "../../kernel/dispersion.ts";
import { quotient as rounded } from "../../kernel/quotient.ts";
import { invalid } from "../../refusal.ts";
import { longOf } from "../../slice.ts";
import { type Tally, tally } from "../../tally.ts";
import { guarded, marksIn, plainNames, quotient, quotients } from "./guard.ts";
import { both, type Input, type Rule, totalOf, wholeOf, written } from "./rule.ts";

export interface DispersionKind {
  readonly kind: "dispersion";
  readonly measure: "cv" | "icc";
}

type Column = readonly (number | null)[];

const INPUTS: Readonly<Record<DispersionKind["measure"], readonly Input[]>> = {
  cv: [
    { id: "amounts", names: { zh: "各校总量", en: "amount of each school" }, shape: "amounts" },
    { id: "pupils", names: { zh: "各校学生数", en: "pupils of each school" }, shape: "amounts" },
  ],
  icc: [
    { id: "schools", names: { zh: "每名学生的学校", en: "school of each pupil" }, shape: "labels" },
    { id: "scores", names: { zh: "每名学生的分数", en: "mark of each pupil" }, shape: "amounts" },
  ],
};

function schoolsWithAmounts(amounts: Column, pupils: Column, unit: bigint): Tally[] {
  return amounts.flatMap((amount, row) => {
    const heads = pupils[row] ?? null;
    if (amount === null && heads === null) return [];
    if (amount === null || heads === null || heads === 0)
      throw invalid(
        `区域内第 ${row + 1} 行缺总量或学生数，或学生数为 0。`,
        `row ${row + 1} lacks its amount or its pupils, or has 0 pupils`,
      );
    return [
      tally([
        ["amount", wholeOf(amount, unit)],
        ["pupils", wholeOf(heads, unit)],
      ]),
    ];
  });
}

function schoolsWithMarks(schools: readonly (string | null)[], scores: Column, unit: bigint): Tally[] {
  const found = new Map<string, { n: bigint; sum: bigint; squares: bigint }>();
  scores.forEach((score, row) => {
    if (score === null) return;
    const school = schools[row];
    if (!school) throw invalid(`区域内第 ${row + 1} 行有分数，却没有学校。`, `row ${row + 1} has a mark but no school`);
    const own = found.get(school) ?? { n: 0n, sum: 0n, squares: 0n };
    const mark = wholeOf(score, unit);
    found.set(school, { n: own.n + 1n, sum: own.sum + mark, squares: own.squares + mark * mark });
  });
  return [...found.values()].map((sums) => tally(Object.entries(sums)));
}

export const dispersion: Rule<DispersionKind> = {
  inputs: ({ measure }) => INPUTS[measure],
  tally: ({ measure }, [first, second], unit) =>
    measure === "cv"
      ? schoolsWithAmounts(first as Column, second as Column, unit)
      : schoolsWithMarks(first as readonly (string | null)[], second as Column, unit),
  reports: () => null,
  read: ({ measure }, members, unit, choose) => {
    if (measure === "icc")
      return icc(
        groupsOf(
          members.map((own) => ({ n: longOf(own, "n"), sum: longOf(own, "sum"), squares: longOf(own, "squares") })),
          unit,
        ),
      );
    const scale = Number(unit);
    const shares = members.map((own) => ({ amount: Number(longOf(own, "amount")) / scale, pupils: Number(longOf(own, "pupils")) / scale }));
    return disparity(shares, choose("cv-weighting") !== "none");
  },
  words: ({ measure }, choose) => {
    if (measure === "icc")
      return {
        zh: "校间方差 ÷ 总方差，ICC(1)：(MSB − MSW) ÷ (MSB + (m − 1)MSW)",
        en: "variance between schools ÷ total variance, ICC(1): (MSB − MSW) ÷ (MSB + (m − 1)MSW)",
      };
    return choose("cv-weighting") === "none"
      ? { zh: "各校生均值的总体标准差 ÷ 各校生均值的平均", en: "population SD of the schools' amounts per pupil ÷ their mean" }
      : {
          zh: "平均 X = 总量 ÷ 总学生数，S² = Σ(各校学生数 ÷ 总学生数)(生均值 − X)²，差异系数 S ÷ X",
          en: "mean X = all amounts ÷ all pupils, S² = Σ(pupils of the school ÷ all pupils)(amount per pupil − X)², coefficient S ÷ X",
        };
  },
  filled: ({ measure }, members, unit, choose) => {
    const sum = totalOf(members);
    return both((language) => {
      const schools = language === "zh" ? `${members.length} 所学校` : `${members.length} schools`;
      if (measure === "icc") return language === "zh" ? `${schools}，${longOf(sum, "n")} 名学生` : `${schools}, ${longOf(sum, "n")} pupils`;
      const [amount, pupils] = [written(longOf(sum, "amount"), unit), written(longOf(sum, "pupils"), unit)];
      if (choose("cv-weighting") === "none")
        return language === "zh" ? `${schools}，不加权，标准差 ÷ 平均` : `${schools}, unweighted, standard deviation ÷ mean`;
      const heads = longOf(sum, "pupils");
      const mean = heads === 0n ? "—" : String(Number(rounded(longOf(sum, "amount"), heads).toPrecision(4)));
      return language === "zh"
        ? `${schools}，平均 X = 总量 ${amount} ÷ 学生 ${pupils} ≈ ${mean}，按学生数加权的标准差 S ÷ X`
        : `${schools}, mean X = amounts ${amount} ÷ pupils ${pupils} ≈ ${mean}, standard deviation weighted by pupils S ÷ X`;
    });
  },
  native: ({ measure }, [first, second], choose) => {
    if (measure === "icc") return nativeIcc(first as string, second as string);
    const [a, p] = [first as string, second as string];
    const each = quotient(a, p);
    const mean = `SUMPRODUCT(${each})/COUNT(${p})`;
    const value =
      choose("cv-weighting") === "none"
        ? `SQRT(SUMPRODUCT((${p}>0)*(${each}-${mean})^2)/COUNT(${p}))/(${mean})`
        : `SQRT(SUMPRODUCT(${p},(${each}-SUM(${a})/SUM(${p}))^2)/SUM(${p}))/(SUM(${a})/SUM(${p}))`;
    return guarded(quotients(a, p), value);
  },
};

/** ICC(1) from sums over pupils with a mark: Σ mean² of each pupil's school is Σ n·mean² over schools. */
function nativeIcc(schools: string, scores: string): string {
  const n = `COUNT(${scores})`;
  const has = `ISNUMBER(${scores})`;
  const size = `COUNTIFS(${schools},${schools},${scores},">=0")`;
  // Rows without a mark may belong to a school without any: there 1 stands under the 0.
  const divisor = `(${size}+1-${has})`;
  const groups = `SUMPRODUCT(${has}/${divisor})`;
  const between = `SUMPRODUCT(${has}*(SUMIF(${schools},${schools},${scores})/${divisor})^2)`;
  const msb = `(${between}-SUM(${scores})^2/${n})/(${groups}-1)`;
  const msw = `(SUMSQ(${scores})-${between})/(${n}-${groups})`;
  const m = `(${n}-SUMPRODUCT(${has}*${size})/${n})/(${groups}-1)`;
  const sound = [marksIn(scores, null), ...plainNames(schools), `SUMPRODUCT(${has}*(${schools}=""))=0`];
  return guarded(sound, `(${msb}-${msw})/(${msb}+(${m}-1)*${msw})`);
}
