/** What schools have that pupils share, and the whole numbers it is sent in. */
import type { ResourceName } from "../contract.ts";

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
