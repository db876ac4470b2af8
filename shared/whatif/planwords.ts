/** The plan in sentences with its numbers. */
import { shownDigits, shownLimit } from "../display.ts";
import type { Definition } from "../indicators/definition.ts";
import { quotient } from "../kernel/quotient.ts";
import type { Rate } from "../rates.ts";
import type { Words } from "../refusal.ts";
import type { PlanAsk, PlanOf } from "./plan.ts";
import type { Measure } from "./stand.ts";

interface Frame {
  readonly pupils: number;
  readonly before: Rate;
  readonly after: Rate;
  readonly measure: Measure;
}

export function planWords(
  definition: Definition,
  { grade, subject, limit }: PlanAsk,
  frame: Frame,
  plan: PlanOf,
  runnerUp: PlanOf | null,
): Words {
  const { pupils, before, after, measure } = frame;
  const rate = ({ numerator, denominator }: Rate) =>
    `${shownDigits(quotient(numerator, denominator), "rate", [limit.value, limit.upTo ?? limit.value])} %`;
  const target = shownLimit(limit.operator, limit.value, limit.upTo, definition);
  const effort = (value: number) => effortWords(value, measure);
  const place = {
    zh: `${grade ? `${grade}年级` : ""}${subject ?? ""}`,
    en: [grade && `grade ${grade}`, subject].filter(Boolean).join(" "),
  };
  const head = {
    zh: `全县${place.zh}${definition.names.zh} ${rate(before)} → ${rate(after)}（目标 ${target.zh}）`,
    en: `the county's ${definition.names.en}${place.en && ` of ${place.en}`} ${rate(before)} → ${rate(after)} (target ${target.en})`,
  };
  if (pupils === 0) return { zh: `${head.zh}：已达标。`, en: `${head.en}: met.` };
  const each = {
    zh: plan.schools.map((one) => `${one.name} ${one.pupils} 人`),
    en: plan.schools.map((one) => `${one.name} ${one.pupils}`),
  };
  const more = runnerUp && effort(runnerUp.effort - plan.effort);
  return {
    zh: `${head.zh}：还差 ${pupils} 人，${plan.schools.length} 所学校、${effort(plan.effort).zh}：${each.zh.join("，")}。${
      more ? `次优方案换掉其中一所，多 ${more.zh}。` : "没有别的学校组合。"
    }`,
    en: `${head.en}: ${pupils} pupils short, in ${plan.schools.length} schools, ${effort(plan.effort).en}: ${each.en.join(", ")}. ${
      more ? `The runner-up does without one of them and takes ${more.en} more.` : "No other set of schools can."
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

/** Together they have fewer pupils who can rise than are needed. */
export function impossiblePlan(need: number, most: number, k: number | null): Words {
  return k === null
    ? {
        zh: `不可能：需要 ${need} 人，各校按限额最多共 ${most} 人`,
        en: `impossible: ${need} pupils are needed, and all schools within their limits have ${most}`,
      }
    : {
        zh: `不可能：需要 ${need} 人，能提高人数最多的 ${k} 所学校按限额共 ${most} 人`,
        en: `impossible: ${need} pupils are needed, and the ${k} schools with most within their limits have ${most}`,
      };
}
