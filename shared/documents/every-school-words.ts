/** What a report says of 学校综合达标. */
import type { Tongue } from "./document.ts";

interface Standing {
  readonly asked: number;
  readonly passing: number;
  readonly failing: readonly unknown[];
  readonly open: readonly unknown[];
}

interface EverySchoolWords {
  stage(stage: string, standing: Standing, missed: readonly string[], clause: string): string;
  requirement(name: string, schools: number, underFloor: number, floor: number): string;
  failing(stage: string): string;
  readonly heads: readonly [school: string, met: string, missed: string];
  missed(name: string, underFloor: boolean, floor: number): string;
  readonly list: string;
}

export const EVERY_SCHOOL_WORDS: Readonly<Record<Tongue, EverySchoolWords>> = {
  zh: {
    stage: (stage, { asked, passing, failing, open }, missed, clause) =>
      `${stage}学校综合达标：应填报 ${asked} 所，达标 ${passing} 所，未达标 ${failing.length} 所${
        open.length > 0 ? `，未填报或不全 ${open.length} 所` : ""
      }。${missed.length > 0 ? `没有达到的要求：${missed.join("、")}。` : ""}依据：${clause}。`,
    requirement: (name, schools, underFloor, floor) =>
      `${name} ${schools} 所${underFloor > 0 ? `（其中 ${underFloor} 所不足要求的 ${floor}%）` : ""}`,
    failing: (stage) => `${stage}未达标的学校`,
    heads: ["学校", "达到项数", "没有达到的要求"],
    missed: (name, underFloor, floor) => `${name}${underFloor ? `（不足要求的 ${floor}%）` : ""}`,
    list: "、",
  },
  en: {
    stage: (stage, { asked, passing, failing, open }, missed, clause) =>
      `Schools that pass as a whole, ${stage}: ${passing} of ${asked} asked, ${failing.length} do not${
        open.length > 0 ? `, ${open.length} not submitted or incomplete` : ""
      }. ${missed.length > 0 ? `Requirements missed: ${missed.join(", ")}. ` : ""}Source: ${clause}.`,
    requirement: (name, schools, underFloor, floor) =>
      `${name} by ${schools}${underFloor > 0 ? ` (${underFloor} below ${floor} % of it)` : ""}`,
    failing: (stage) => `Schools that do not pass, ${stage}`,
    heads: ["School", "Met", "Requirements missed"],
    missed: (name, underFloor, floor) => `${name}${underFloor ? ` (below ${floor} % of it)` : ""}`,
    list: ", ",
  },
};
