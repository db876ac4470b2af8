/** The plan in sentences with its numbers. */

import { shownDigits, shownLimit } from "../display.ts";
import { COUNTED, countedIn } from "../figures/counted.ts";
import type { Definition } from "../indicators/definition.ts";
import { quotient } from "../kernel/quotient.ts";
import type { Rate } from "../marks/rates.ts";
import type { Words } from "../refusal.ts";
import { gradeName } from "../template/words.ts";
import type { Question } from "./move.ts";
import type { PlanOf } from "./plan.ts";
import type { Measure } from "./stand.ts";
import type { Stands } from "./stands.ts";
import type { Limit } from "./window.ts";

interface Frame {
  readonly pupils: number;
  readonly before: Rate;
  readonly after: Rate;
  readonly measure: Measure;
}

/** So many schools are named in a sentence; the rest are counted. */
const NAMED = 10;

/** A rate with its place: 九年级数学及格率. A name that says its grade does not say it twice. */
export function rateName({ names, reads }: Definition, { stage, grade, subject }: Omit<Question, "indicator">): Words {
  const said = reads.from === "grade" && reads.grade !== null;
  const at = grade === null || said ? null : grade;
  const place = [at && `grade ${at}`, subject].filter(Boolean).join(" ");
  return {
    zh: `${at === null ? "" : gradeName({ stage, grade: at }, [])}${subject ?? ""}${names.zh}`,
    en: place ? `${names.en}, ${place}` : names.en,
  };
}

export function planWords(
  { question, definition, name }: Stands,
  limit: Limit,
  frame: Frame,
  plan: PlanOf,
  runnerUp: PlanOf | null,
): Words {
  const { pupils, before, after, measure } = frame;
  const rate = ({ numerator, denominator }: Rate) =>
    `${shownDigits(quotient(numerator, denominator), "rate", [limit.value, limit.upTo ?? limit.value])} %`;
  const target = shownLimit(limit.operator, limit.value, limit.upTo, definition);
  const effort = (value: number) => effortWords(value, measure);
  const what = `${rate(before)} → ${rate(after)}`;
  const own = rateName(definition, question);
  const head = {
    zh: `${name ?? "全县"}${own.zh} ${what}（目标 ${target.zh}）`,
    en: `${name ?? "The county"}: ${own.en} ${what} (target ${target.en})`,
  };
  if (pupils === 0) return { zh: `${head.zh}：已达标。`, en: `${head.en}: met.` };
  const all = effort(plan.effort);
  const of = COUNTED[countedIn(definition)];
  const short = { zh: `还差 ${pupils} ${of.zh}`, en: `${pupils} ${of.en} short` };
  if (name !== null) return { zh: `${head.zh}：${short.zh}，${all.zh}。`, en: `${head.en}: ${short.en}, ${all.en}.` };
  const [named, rest] = [plan.schools.slice(0, NAMED), plan.schools.length - NAMED];
  const each = {
    zh: named.map((one) => `${one.name} ${one.pupils} ${of.zh}`).join("，") + (rest > 0 ? `，另有 ${rest} 所` : ""),
    en: named.map((one) => `${one.name} ${one.pupils}`).join(", ") + (rest > 0 ? `, and ${rest} more schools` : ""),
  };
  const more = runnerUp && surplusWords(Number((runnerUp.effort - plan.effort).toPrecision(12)), measure);
  return {
    zh: `${head.zh}：${short.zh}，${plan.schools.length} 所学校、${all.zh}：${each.zh}。${
      more ? `次优方案换掉其中一所，${more.zh}。` : "没有别的学校组合。"
    }`,
    en: `${head.en}: ${short.en}, in ${plan.schools.length} schools, ${all.en}: ${each.en}. ${
      more ? `The runner-up does without one of them and takes ${more.en}.` : "No other set of schools can."
    }`,
  };
}

/** Over all subjects the effort is an estimate: only the lowest of a pupil's marks is known, or not even that. */
function effortWords(value: number, { of }: Measure): Words {
  if (of === "marks") return { zh: `共提高 ${value} 分`, en: `${value} marks in all` };
  if (of === "percent")
    return {
      zh: `最低科得分率共提高约 ${value} 个百分点（估计）`,
      en: `about ${value} points of the lowest subjects in all (an estimate)`,
    };
  return { zh: `共 ${value} 人（不知各人差多少分）`, en: `${value} pupils in all (how far each is away is not known)` };
}

function surplusWords(value: number, { of }: Measure): Words {
  if (value === 0) return SAME[of];
  if (of === "marks") return { zh: `要多提高 ${value} 分`, en: `${value} marks more` };
  if (of === "percent") return { zh: `最低科得分率要多提高约 ${value} 个百分点（估计）`, en: `about ${value} points more (an estimate)` };
  return { zh: `要多 ${value} 人`, en: `${value} pupils more` };
}

const SAME: Readonly<Record<Measure["of"], Words>> = {
  marks: { zh: "提高的分数一样多", en: "as many marks" },
  percent: { zh: "估计提高的一样多", en: "about as many points (an estimate)" },
  pupils: { zh: "人数一样多", en: "as many pupils" },
};

/** Together they have fewer pupils who can rise than are needed. `limited`: bounds per school were set. */
export function impossiblePlan(need: number, most: number, k: number | null, limited: boolean, definition: Definition): Words {
  const of = COUNTED[countedIn(definition)];
  const within = limited ? { zh: "按限额", en: " within their limits" } : { zh: "", en: "" };
  return k === null
    ? {
        zh: `不可能：需要 ${need} ${of.zh}，各校${within.zh}最多共 ${most} ${of.zh}`,
        en: `impossible: ${need} ${of.en} are needed, and all schools${within.en} have ${most}`,
      }
    : {
        zh: `不可能：需要 ${need} ${of.zh}，能提高人数最多的 ${k} 所学校${within.zh}共 ${most} ${of.zh}`,
        en: `impossible: ${need} ${of.en} are needed, and the ${k} schools with most${within.en} have ${most}`,
      };
}
