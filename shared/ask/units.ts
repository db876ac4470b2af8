/** Units, indicators and figures as a cell names them. */
import type { Figure } from "../contract.ts";
import { type Definition, STAGES } from "../indicators/definition.ts";
import { undecided } from "../refusal.ts";
import { subjectName } from "../subjects.ts";
import { gradeName } from "../template/words.ts";
import type { View } from "./view.ts";

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** The region by its code, or a school by its code or name. */
export function unitOf({ rollup, only }: View, asked: string): Unit {
  if (asked === rollup.region) {
    if (only !== null) throw withheld();
    return { code: rollup.region, name: rollup.region, figures: rollup.figures };
  }
  const found = rollup.schools.filter(({ school, name }) => school === asked || name === asked);
  const [unit] = found.filter(({ school }) => school === asked).concat(found);
  if (only !== null && unit?.school !== only) throw withheld();
  if (!unit) {
    throw undecided(
      `${asked} 没有填报：没有这所学校，或还没有上报这次采集。`,
      `${asked} has no figures here: there is no such school, or it has not submitted`,
    );
  }
  if (found.length > 1 && unit.school !== asked)
    throw undecided(`“${asked}”有 ${found.length} 所，请写学校代码。`, `${found.length} schools are called "${asked}": give the code`);
  return { code: unit.school, name: unit.name, figures: unit.figures };
}

export function withheld() {
  return undecided("您的令牌不能看这个单位的数。", "your token may not see the figures of this unit");
}

export function indicatorOf({ rules }: View, asked: string): Definition {
  const found = rules.definitions.find(({ id, aliases = [] }) => id === asked || aliases.includes(asked));
  if (!found) throw undecided(`指标目录中没有“${asked}”。`, `the catalogue has no indicator "${asked}"`);
  return found;
}

/** 初中 九年级 数学: what a figure is about. */
export function aboutOf({ stage, grade, subject, resource }: Figure): string {
  return [
    STAGES[stage].zh,
    grade === null ? "" : gradeName({ stage, grade }, []),
    subject === null ? "" : subjectName(subject),
    resource ?? "",
  ]
    .filter((word) => word !== "")
    .join(" ");
}
