/** What schools have that pupils share, and the whole numbers it is sent in. */
import type { ResourceName } from "../contract.ts";
import { compareFractions, type Ratio, ratio } from "../kernel/ratio.ts";
import type { Words } from "../refusal.ts";

/** Amounts are whole numbers of these parts: people and rooms as counted, 0.01 square metres, fen. */
export const RESOURCE_UNITS: Readonly<Record<ResourceName, { readonly parts: number; readonly zh: string; readonly en: string }>> = {
  "teachers.overqualified": { parts: 1, zh: "高于规定学历教师数", en: "teachers above the required degree" },
  "teachers.backbone": { parts: 1, zh: "县级以上骨干教师数", en: "backbone teachers, county and above" },
  "teachers.pearts": { parts: 1, zh: "体育、艺术专任教师数", en: "PE and arts teachers" },
  "area.teaching": { parts: 100, zh: "教学及辅助用房面积", en: "teaching and auxiliary area" },
  "area.sports": { parts: 100, zh: "体育运动场馆面积", en: "sports area" },
  "equipment.value": { parts: 100, zh: "教学仪器设备值", en: "value of teaching equipment" },
  "rooms.multimedia": { parts: 1, zh: "网络多媒体教室数", en: "networked multimedia classrooms" },
};

/** So little equipment per pupil, in yuan, that nothing but 万元 typed for 元 explains it. A school may have none at all. */
export const LEAST_EQUIPMENT = 10;

/** What is wrong with a value of equipment, in yuan, for so many pupils; null where nothing is. */
export function equipmentFault(yuan: Ratio, pupils: number): Words | null {
  if (yuan.numerator === 0n || compareFractions(yuan, ratio(LEAST_EQUIPMENT * pupils, 1)) >= 0) return null;
  return {
    zh: `合每名学生不到 ${LEAST_EQUIPMENT} 元：看来是按万元填的，请换算成元（×10000）。`,
    en: `is below ${LEAST_EQUIPMENT} yuan per pupil: it looks like ten thousands of yuan, write yuan (×10000)`,
  };
}
