/** Counts of a school that cannot go together by their definitions: some of its teachers or pupils more than all, one count by two names. */
import type { ResourceName, Slice, Stage } from "../../contract.ts";
import { type Definition, STAGES } from "../../indicators/definition.ts";
import { RESOURCE_UNITS } from "../../indicators/resources.ts";
import type { Words } from "../../refusal.ts";
import type { Held, Noticed } from "../held.ts";
import { ask } from "./ask.ts";
import type { Names } from "./names.ts";
import { type Count, countsIn, listed, rollOf, wholeNumbers } from "./people.ts";
import type { Settings } from "./settings.ts";

/** Teachers among a school's resources: full-time ones, so some of all by either reading of 教师数. */
const TEACHERS = ["teachers.overqualified", "teachers.backbone", "teachers.pearts"] as const satisfies readonly ResourceName[];

/**
 * One question for each count of some that is larger than every number given for all. Within one form it cannot be by a single person; in two a
 * few may have come or gone in between.
 */
export function partsAbove(own: Held, resources: Held | undefined, names: Names, { peopleFew }: Settings): Noticed[] {
  return own.body.slices.flatMap(({ stage, entered }) => {
    if (!entered) return [];
    const here = countsIn(entered).filter((one) => one.all);
    const all = [...here, ...rollOf(resources, stage, names)];
    const some = [
      ...someIn(entered).map((part) => ({ part, least: here.some(({ of }) => of === part.of) ? 1 : peopleFew })),
      ...teachersIn(resources, stage, names).map((part) => ({ part, least: peopleFew })),
    ];
    return some.flatMap(({ part, least }) => {
      const whole = all.filter(({ of }) => of === part.of);
      const most = Math.max(0, ...whole.map(({ number }) => number));
      if (most === 0 || part.number - most < least) return [];
      const of = listed(whole.filter(({ number }) => number === most));
      return [
        ask(own, "part-above-whole", {
          zh: `${STAGES[stage].zh}${part.about.zh} ${part.number} 多于${of.zh}：前者应包含在后者之内。请核对两处人数；确实不同的请说明原因。`,
          en: `${STAGES[stage].en}: ${part.about.en} ${part.number} is more than ${of.en}, which holds them all: see both counts, or say why they differ`,
        }),
      ];
    });
  });
}

const BACKBONE = "teacher.backbone.share";

/** 县级及以上骨干教师 of the process and of the resources are the same persons, but for a few who came or went, and where the region leaves subject leaders out of the former. */
export function backboneTwice(
  own: Held,
  resources: Held | undefined,
  names: Names,
  leadersApart: boolean,
  { peopleFew }: Settings,
): Noticed[] {
  return own.body.slices.flatMap(({ stage, entered }) => {
    const here = entered?.[BACKBONE]?.of;
    const there = amountOf(resources, stage, "teachers.backbone");
    if (here === undefined || there === undefined || Math.abs(here - there) < peopleFew || (leadersApart && here < there)) return [];
    const [mine, other] = [own, resources ?? own].map(({ collection }) => names.collection(collection));
    return [
      ask(own, "backbone-differs", {
        zh: `${STAGES[stage].zh}县级及以上骨干教师在两处不同：“${mine}” ${here} 人，“${other}” ${there} 人。请核对哪一处不对；确实不同的请说明原因（如时间不同）。`,
        en: `${STAGES[stage].en}: ${here} backbone teachers in "${mine}" and ${there} in "${other}": see which is wrong, or say why they differ (another day, for instance)`,
      }),
    ];
  });
}

/** Some of the teachers or pupils, by the words of the input. */
function someIn(entered: NonNullable<Slice["entered"]>): Count[] {
  return wholeNumbers(entered).flatMap(({ definition, name, number, about }): Count[] => {
    const of = someBy(definition, name);
    return of ? [{ of, all: false, number, about }] : [];
  });
}

/** Those of another year, or whom a denominator takes, may be others: entries in a contest, pupils who moved since. */
const OTHERS = /^(基线|计入分母)/;

function someBy({ levels }: Definition, name: string): "teachers" | "pupils" | null {
  if (!levels.includes("school") || OTHERS.test(name)) return null;
  if (/.教师数$/.test(name)) return "teachers";
  return /的学生数$/.test(name) ? "pupils" : null;
}

function teachersIn(resources: Held | undefined, stage: Stage, names: Names): Count[] {
  return TEACHERS.flatMap((resource): Count[] => {
    const number = amountOf(resources, stage, resource);
    if (number === undefined || !resources) return [];
    const [name, unit] = [names.collection(resources.collection), RESOURCE_UNITS[resource]];
    const about: Words = { zh: `“${name}”的${unit.zh}`, en: `${unit.en} in "${name}"` };
    return [{ of: "teachers", all: false, number, about }];
  });
}

function amountOf(resources: Held | undefined, stage: Stage, resource: ResourceName): number | undefined {
  return resources?.body.slices.find((slice) => slice.stage === stage && slice.resources)?.resources?.amounts[resource];
}
