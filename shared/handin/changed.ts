/** What a changed set-up would do to what is held: refused before it is saved, as a server refuses it. */
import { bodyNow } from "../collecting/apart.ts";
import { frameOf } from "../collecting/frame.ts";
import type { Collection, Paper } from "../contract.ts";
import { STAGES } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import type { County } from "./county.ts";
import type { Held, Store } from "./held.ts";
import { placeWords } from "./place-words.ts";

/** Why the county cannot be set up so while these files are held; empty where it can. */
export function changeFaults({ county: before, held }: Pick<Store, "county" | "held">, after: County): Words[] {
  const ofCollections = before.collections.flatMap((old) => {
    const next = after.collections.find((one) => one.collection === old.collection);
    const own = held.filter(({ collection }) => collection === old.collection);
    if (own.length === 0) return [];
    if (!next || next.form !== old.form || next.definitions !== old.definitions) return [wholly(own, old, next)];
    return [...gone(own, old, next), ...reframed(own, old, next), ...recounted(own, old, next)];
  });
  return [...stageless(held, before, after), ...ofCollections];
}

/** Schools that lose a stage in which they have handed something in, or go although they have. */
function stageless(held: readonly Held[], { schools: before }: County, { schools: after }: County): Words[] {
  return before.flatMap(({ school, name, stages: had }) => {
    const files = held.filter((one) => one.school === school);
    const next = after.find((one) => one.school === school);
    if (!next && files.length > 0)
      return [
        {
          zh: `${name}不能去掉：已收它 ${files.length} 份填报。要去掉，请先在“看结果”里移除。`,
          en: `${name} cannot be taken off: ${files.length} of its submissions are taken; remove them under Results first`,
        },
      ];
    const own = files.flatMap(({ body }) => body.slices.map(({ stage }) => stage));
    const lost = [...new Set(own)].filter((stage) => had.includes(stage) && !next?.stages.includes(stage));
    if (lost.length === 0) return [];
    return [
      {
        zh: `${name}的学段不能去掉${lost.map((stage) => STAGES[stage].zh).join("、")}：已收的填报里有这个学段的数。要改，请先在“看结果”里移除这所学校的填报。`,
        en: `${name} cannot lose ${lost.map((stage) => STAGES[stage].en).join(", ")}: what it handed in has figures of that stage. Remove its submissions under Results first`,
      },
    ];
  });
}

/** How many of the held files have marks of a paper. */
export function filesOf(held: readonly Held[], { stage, grade, subject }: Pick<Paper, "stage" | "grade" | "subject">): number {
  const has = ({ body }: Held) => body.slices.some((one) => one.stage === stage && one.grade === grade && one.subject === subject);
  return held.filter(has).length;
}

function gone(held: readonly Held[], before: Collection, after: Collection): Words[] {
  const left = (after.exam?.papers ?? []).map(keyOf);
  return (before.exam?.papers ?? []).flatMap((paper) => {
    const files = left.includes(keyOf(paper)) ? 0 : filesOf(held, paper);
    if (files === 0) return [];
    const { zh, en } = placeWords(paper);
    return [
      {
        zh: `${zh}不能去掉：已收的填报里有 ${files} 份填了它。要去掉，请先在“看结果”里移除这些填报。`,
        en: `${en} cannot be taken off: ${files} of the submissions taken hold it; remove them under Results first`,
      },
    ];
  });
}

/** A collection that goes, or asks something else, or by other definitions. */
function wholly({ length }: readonly Held[], { name }: Collection, after: Collection | undefined): Words {
  return after
    ? {
        zh: `“${name}”的种类和指标定义不能改：已收 ${length} 份填报。要改，请先在“看结果”里移除这些填报。`,
        en: `what "${name}" asks for and its definitions cannot be changed: ${length} submissions are taken; remove them under Results first`,
      }
    : {
        zh: `“${name}”不能删：已收 ${length} 份填报。要删，请先在“看结果”里移除这些填报。`,
        en: `"${name}" cannot be removed: ${length} submissions are taken; remove them under Results first`,
      };
}

/** Papers that are held, and whose marks would mean something else. */
function reframed(held: readonly Held[], before: Collection, after: Collection): Words[] {
  return (before.exam?.papers ?? []).flatMap((paper) => {
    const next = after.exam?.papers.find((one) => keyOf(one) === keyOf(paper));
    const files = next && frameOf(next) !== frameOf(paper) ? filesOf(held, paper) : 0;
    if (files === 0) return [];
    const { zh, en } = placeWords(paper);
    return [
      {
        zh: `${zh}的满分、分数格和前测不能改：已收的填报里有 ${files} 份是按原来的数的。要改，请先在“看结果”里移除这些填报，改好后重新收原来的文件。`,
        en: `the full mark, the grid and the earlier exam of ${en} cannot be changed: ${files} of the submissions taken were counted by them. Remove them under Results, change, and take the files again`,
      },
    ];
  });
}

/** Grades whose pupils who pass every subject could be told before, and no more. */
function recounted(held: readonly Held[], before: Collection, after: Collection): Words[] {
  const lost = new Map<string, { place: Words; files: number }>();
  for (const { body } of held) {
    const told = bodyNow(body, before).apart.map(keyOf);
    for (const grade of bodyNow(body, after).apart) {
      if (told.includes(keyOf(grade))) continue;
      const files = (lost.get(keyOf(grade))?.files ?? 0) + 1;
      lost.set(keyOf(grade), { place: placeWords(grade), files });
    }
  }
  return [...lost.values()].map(({ place, files }) => ({
    zh: `${place.zh}的及格线和学科不能这样改：已收的 ${files} 份填报，全科合格人数是按原来的及格线和学科数的，改了就对不上。要改，请先在“看结果”里移除这些填报，改好后重新收原来的文件。`,
    en: `the pass lines and subjects of ${place.en} cannot be changed so: ${files} of the submissions taken counted the pupils who pass every subject at those of now. Remove them under Results, change, and take the files again`,
  }));
}

function keyOf({ stage, grade, subject = "" }: { readonly stage: string; readonly grade: number; readonly subject?: string }): string {
  return `${stage} ${grade} ${subject}`;
}
