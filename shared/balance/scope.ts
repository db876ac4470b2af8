/** Whom 优质均衡 is about: all schools of compulsory education but special and vocational schools and teaching points under 50 pupils. */
import type { Words } from "../refusal.ts";

const SMALLEST_POINT = 50;

/** Why a school is not asked about, by its type as the bureau wrote it; `null` where it is. Source: guide C.1, local rules. */
export function outsideScope(type: string | null, pupils: number): Words | null {
  const own = type ?? "";
  if (/特殊教育|特教/.test(own)) return { zh: "特殊教育学校不在评估范围", en: "special schools are not assessed" };
  if (/职业|中职/.test(own)) return { zh: "职业学校不在评估范围", en: "vocational schools are not assessed" };
  if (/教学点/.test(own) && pupils < SMALLEST_POINT)
    return { zh: `不足 ${SMALLEST_POINT} 人的教学点不在评估范围`, en: `teaching points under ${SMALLEST_POINT} pupils are not assessed` };
  return null;
}
