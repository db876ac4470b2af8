/**
 * The school rule of 优质均衡: so many of the indicators met, and every other one at a share of its requirement at least. The floors are
 * exact products (85 % of 5.3 is 4.505, although tables print 4.51).
 */
import type { Stage } from "../../contract.ts";
import { decimal, times, toNumber } from "../../kernel/decimal.ts";
import { compareRatio } from "../../kernel/ratio.ts";
import { invalid, type Words } from "../../refusal.ts";
import { countOf, longOf } from "../../slice.ts";
import { type Tally, tally } from "../../tally.ts";
import { guarded, singles } from "./guard.ts";
import { both, type Given, type Input, type Rule, totalOf, wholeOf, written } from "./rule.ts";

/** One of the indicators: its words, and what each stage requires. */
export interface Requirement {
  readonly names: Words;
  readonly primary: number;
  readonly junior: number;
}

export interface SchoolCheckKind {
  readonly kind: "schoolCheck";
  readonly requires: readonly Requirement[];
  /** How many must be met. */
  readonly least: number;
  /** What the others must reach of their requirement, in per cent. */
  readonly floorPercent: number;
}

/** How one school stands: which are met, which of the others stay under the floor. Indicators not given count as unmet and under it. */
export interface Standing {
  readonly met: readonly boolean[];
  readonly aboveFloor: readonly boolean[];
  readonly passes: boolean;
}

/** The floor of a requirement, an exact product. */
export function floorOf(requirement: number, percent: number): number {
  return toNumber(times(decimal(requirement), { digits: BigInt(percent), places: 2 }));
}

/** Values as exact fractions of whole numbers against one stage's requirements. */
export function standingOf(
  kind: SchoolCheckKind,
  stage: Stage,
  values: readonly ({ readonly numerator: bigint; readonly denominator: bigint } | null)[],
): Standing {
  const need = (at: number) => kind.requires[at]?.[stage === "junior" ? "junior" : "primary"] as number;
  const reaches = (at: number, limit: number) => {
    const value = values[at];
    return value != null && compareRatio(value, decimal(limit)) >= 0;
  };
  const met = kind.requires.map((_, at) => reaches(at, need(at)));
  const aboveFloor = kind.requires.map((_, at) => reaches(at, floorOf(need(at), kind.floorPercent)));
  return { met, aboveFloor, passes: met.filter(Boolean).length >= kind.least && aboveFloor.every(Boolean) };
}

function standingIn(kind: SchoolCheckKind, sum: Tally, unit: bigint): Standing {
  const stage: Stage = countOf(sum, "junior") > 0 ? "junior" : "primary";
  const values = kind.requires.map((_, at) => ({ numerator: longOf(sum, `value${at + 1}`), denominator: unit }));
  return standingOf(kind, stage, values);
}

/** The rule is for schools of compulsory education: it has no requirement for 高中. */
function compulsory(stage: Given | undefined): "primary" | "junior" {
  if (stage === "primary" || stage === "junior") return stage;
  throw invalid(
    "第 1 个输入“学段”：应是小学或初中；这条规则不用于高中。",
    "input 1, stage: it must be primary or junior; the rule is not for senior schools",
  );
}

export const schoolCheck: Rule<SchoolCheckKind> = {
  inputs: ({ requires }): Input[] => [
    { id: "stage", names: { zh: "学段", en: "stage" }, shape: "stage" },
    ...requires.map(({ names }, at): Input => ({ id: `value${at + 1}`, names, shape: "amount" })),
  ],
  tally: (_, [stage, ...values], unit) => [
    tally([[compulsory(stage), 1], ...values.map((value, at) => [`value${at + 1}`, wholeOf(value as number, unit)] as const)]),
  ],
  reports: () => null,
  read: (kind, members, unit) => (members.length === 1 ? Number(standingIn(kind, totalOf(members), unit).passes) : undefined),
  words: ({ requires, least, floorPercent }) => ({
    zh: `${requires.length} 项中至少 ${least} 项达到要求，其余各项不低于要求的 ${floorPercent}%`,
    en: `at least ${least} of ${requires.length} requirements met, and every other at ${floorPercent} % of its requirement or more`,
  }),
  filled: (kind, members, unit) => {
    const sum = totalOf(members);
    const { met, aboveFloor } = standingIn(kind, sum, unit);
    const count = met.filter(Boolean).length;
    return both((language) => {
      const lacking = kind.requires.flatMap(({ names }, at) => {
        if (met[at]) return [];
        const low = aboveFloor[at] ? "" : language === "zh" ? `，不足 ${kind.floorPercent}%` : `, below ${kind.floorPercent} %`;
        return [`${names[language]} ${written(longOf(sum, `value${at + 1}`), unit)}${low}`];
      });
      const head = language === "zh" ? `${kind.requires.length} 项中达到 ${count} 项` : `${count} of ${kind.requires.length} met`;
      const tail = language === "zh" ? `；未达：${lacking.join("、")}` : `; not met: ${lacking.join(", ")}`;
      return lacking.length === 0 ? head : head + tail;
    });
  },
  native: ({ requires, least, floorPercent }, [stage, ...values]) => {
    const need = ({ primary, junior }: Requirement) =>
      primary === junior ? `${primary}` : `IF(OR(${stage}="初中",${stage}="junior"),${junior},${primary})`;
    const met = requires.map((one, at) => `(ROUND(${values[at]},12)>=${need(one)})`).join("+");
    const floors = requires.map((one, at) => `(ROUND(${values[at]},12)>=ROUND(${need(one)}*${floorPercent}%,12))`).join("*");
    const sound = [
      `SUMPRODUCT(--(${stage}={"小学","初中","primary","junior"}))=1`,
      ...singles(
        values,
        values.map(() => "amount"),
      ),
    ];
    return guarded(sound, `IF(AND(${met}>=${least},${floors}=1),1,0)`);
  },
};
