/** A grade with far fewer pupils than it had last time, or than the roll leads to expect: classes that were not handed in. */
import type { Stage, SubmissionBody } from "../../contract.ts";
import { STAGES } from "../../indicators/definition.ts";
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { placeWords } from "../place-words.ts";
import { ask } from "./ask.ts";
import type { Names } from "./names.ts";
import { gradeThen } from "./same-pupils.ts";
import type { Settings } from "./settings.ts";
import { enrolled, GRADES, gradePupils } from "./sheets.ts";

interface Beside {
  readonly last: Held | undefined;
  readonly resources: Held | undefined;
  /** School years since last time. */
  readonly years: number | null;
}

/** One question for each grade; those whose own pupils are known of last time, or all grades of a stage, are compared with them elsewhere. */
export function gradeSmall(now: Held, { last, resources, years }: Beside, names: Names, { gradeShare, alikePupils }: Settings): Noticed[] {
  const rolls = resources ? enrolled(now.body, resources.body) : [];
  const few = (own: number, of: number, over = 1) =>
    of - own * over >= alikePupils * over && meets({ numerator: own * over, denominator: of }, "<", gradeShare);
  return (Object.keys(GRADES) as Stage[]).flatMap((stage) =>
    GRADES[stage].flatMap((grade) => {
      const place = { stage, grade };
      const [own] = gradePupils(now.body, stage, grade).map(([, pupils]) => pupils);
      if (own === undefined || (last && gradeThen(place, last, years) !== null)) return [];
      const [before] = last ? gradePupils(last.body, stage, grade).map(([, pupils]) => pupils) : [];
      const roll = rolls.find((one) => one.stage === stage && !GRADES[stage].every((each) => one.grades.has(each)));
      const said: { zh: string; en: string }[] = [];
      if (last && before !== undefined && few(own, before)) {
        const [was, time] = [classesOf(last.body, place), names.collection(last.collection)];
        said.push({ zh: `上次（${time}）${before} 人${was.zh}`, en: `last time (${time}) there were ${before}${was.en}` });
      }
      // As many as last time are the school's own way, whatever the roll says.
      if (resources && roll && (before === undefined || said.length > 0) && few(own, roll.pupils, GRADES[stage].length)) {
        const time = names.collection(resources.collection);
        said.push({
          zh: `${STAGES[stage].zh} ${GRADES[stage].length} 个年级在校生共 ${roll.pupils} 人（${time}）`,
          en: `the ${GRADES[stage].length} grades of the stage have ${roll.pupils} pupils enrolled (${time})`,
        });
      }
      if (said.length === 0) return [];
      const [about, here] = [placeWords(place), classesOf(now.body, place)];
      return [
        ask(now, "grade-small", {
          zh: `${about.zh}应考 ${own} 人${here.zh}，${said.map(({ zh }) => zh).join("；")}。请核对有没有漏交的班或学生；确实如此请说明原因。`,
          en: `${about.en}: ${own} pupils expected${here.en}; ${said.map(({ en }) => en).join("; ")}. See whether classes or pupils are missing, or say why`,
        }),
      ];
    }),
  );
}

function classesOf({ slices }: SubmissionBody, { stage, grade }: { readonly stage: Stage; readonly grade: number }) {
  const names = new Set(
    slices.flatMap((one) => (one.scores && one.class !== null && one.stage === stage && one.grade === grade ? [one.class] : [])),
  );
  return names.size === 0 ? { zh: "", en: "" } : { zh: `、${names.size} 个班`, en: ` in ${names.size} classes` };
}
