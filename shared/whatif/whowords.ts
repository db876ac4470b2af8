/** Who is needed, in a sentence with its numbers. */
import { COUNTED, countsSittings } from "../figures/counted.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import type { Band } from "./bands.ts";
import { limitAsked, rateShown } from "./least.ts";
import type { Measure } from "./stand.ts";
import type { Needed } from "./who.ts";
import type { Limit } from "./window.ts";

export function whoWords(definition: Definition, limit: Limit, needed: Omit<Needed, "words">): Words {
  const { pupils, rising, before, after, since, measure, effort, bands } = needed;
  const asked = limitAsked(limit, since);
  // A limit on the change says nothing about the digits of the rate itself.
  const shown = (rate: typeof before) => rateShown(rate, since ? { ...limit, value: 0, upTo: null } : limit);
  if (pupils === 0) return { zh: `${shown(before)}，${asked.zh}：已达标`, en: `${shown(before)}, ${asked.en}: met` };
  const times = countsSittings(definition);
  const count = COUNTED[times ? "sittings" : "pupils"];
  const change = `${shown(before)} → ${shown(after)}`;
  if (!rising)
    return {
      zh: `${change}（目标 ${asked.zh}）：目标要求少 ${pupils} ${count.zh}，不作提高方案`,
      en: `${change} (target ${asked.en}): the target asks for ${pupils} fewer (${count.en}), and nobody is to be held back`,
    };
  const where = bands.map((band, at) => bandWords(band, bands[at - 1], measure, times));
  const head = {
    zh: `还差 ${pupils} ${count.zh}：${change}（目标 ${asked.zh}）`,
    en: `${pupils} short (${count.en}): ${change} (target ${asked.en})`,
  };
  if (where.length === 0) return { zh: `${head.zh}；不知各人差多少分`, en: `${head.en}; how far each is away is not known` };
  const total = effortWords(effort, measure);
  return {
    zh: `${head.zh}。离线最近的：${where.map(({ zh }) => zh).join("，")}；共提高 ${total.zh}`,
    en: `${head.en}. Nearest to the line: ${where.map(({ en }) => en).join(", ")}; ${total.en} in all`,
  };
}

function bandWords(
  { grade, subject, line, over, within, low, high, pupils, taken }: Band,
  before: Band | undefined,
  measure: Measure,
  named: boolean,
): Words {
  const [unit, enUnit] = measure.of === "marks" ? [" 分", "marks"] : [" 个百分点", "points"];
  const scale = measure.of === "marks" ? "" : " %";
  const same = before?.subject === subject && before.grade === grade;
  // Of a stage's rate, papers of several grades.
  const of = named ? { zh: `${grade}年级`, en: `grade ${grade} ` } : { zh: "", en: "" };
  const whose = {
    zh: `${of.zh}${subject ?? "最低科得分率"} ${line}${scale || " 分"}线下 `,
    en: `below ${line}${scale} in ${of.en}${subject ?? "the lowest subject"}, `,
  };
  const marks = low === high ? `${low}${scale || unit}` : `${low}—${high}${scale || unit}`;
  const enMarks = low === high ? `${low}${scale}` : `${low} to ${high}${scale}`;
  const distance =
    over === 0
      ? { zh: `${within}${unit}以内`, en: `within ${within} ${enUnit}` }
      : { zh: `${over}—${within}${unit}`, en: `${over} to ${within} ${enUnit}` };
  const some = taken < pupils ? { zh: `，取 ${taken} 人`, en: `, of whom ${taken}` } : { zh: "", en: "" };
  return {
    zh: `${same ? "" : whose.zh}${distance.zh}（${marks}）有 ${pupils} 人${some.zh}`,
    en: `${same ? "" : whose.en}${distance.en} (${enMarks}): ${pupils}${some.en}`,
  };
}

function effortWords(effort: number, { of }: Measure): Words {
  return of === "marks"
    ? { zh: `${effort} 分`, en: `${effort} marks` }
    : { zh: `约 ${effort} 个百分点（估计）`, en: `about ${effort} points (an estimate)` };
}
