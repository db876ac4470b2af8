/**
 * Whom 优质均衡 is about: all schools of compulsory education but special and vocational schools and teaching points under 50 pupils.
 * Source: guide C.1, local rules.
 */
import type { Words } from "../refusal.ts";

const SMALLEST_POINT = 50;

type Outside = "special" | "vocational" | "point";
const WHY: Readonly<Record<Outside, Words>> = {
  special: { zh: "特殊教育学校不在评估范围", en: "special schools are not assessed" },
  vocational: { zh: "职业学校不在评估范围", en: "vocational schools are not assessed" },
  point: { zh: `不足 ${SMALLEST_POINT} 人的教学点不在评估范围`, en: `teaching points under ${SMALLEST_POINT} pupils are not assessed` },
};

/** By the type as the bureau wrote it; pupils that are not known are `null`, and leave a teaching point inside. */
function outsideAs(type: string | null, pupils: number | null): Outside | null {
  const own = type ?? "";
  if (/特殊教育|特教/.test(own)) return "special";
  if (/职业|中职/.test(own)) return "vocational";
  return /教学点/.test(own) && pupils !== null && pupils < SMALLEST_POINT ? "point" : null;
}

/** Why a school is not asked about; `null` where it is. */
export function outsideScope(type: string | null, pupils: number | null): Words | null {
  const outside = outsideAs(type, pupils);
  return outside && WHY[outside];
}

/** Is it one of the reasons why a school is not asked about? A figure carries the reason in place of the scope. */
export function isOutside(why: Words | null): boolean {
  return why !== null && Object.values(WHY).some(({ zh }) => zh === why.zh);
}

/** Is a school one of those an item of the checklist is about? Item 7 is about special schools, item 6 about the smallest points too. */
export function isAskedFor(item: string, type: string | null, pupils: number | null): boolean {
  const outside = outsideAs(type, pupils);
  if (item === "gov.07.special") return outside === "special";
  return outside === null || (item === "gov.06.smallschool" && outside === "point");
}
