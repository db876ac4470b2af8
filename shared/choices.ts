/** Whether what a region chooses is something that definitions leave open. */
import type { ChoiceBody } from "./contract.ts";
import type { Finding } from "./exam.ts";
import { shipped } from "./indicators/index.ts";
import type { Words } from "./refusal.ts";

const OPTIONS = new Map(shipped.all.flatMap(({ options = [] }) => options.map((option) => [option.id, option] as const)));

/** What is wrong with a list of choices: options there are not or twice, choices an option does not have. */
export function checkChoices(choices: readonly Pick<ChoiceBody, "option" | "choice">[]): Finding[] {
  return choices.flatMap(({ option, choice }, at): Finding[] => {
    const fault = (key: string, words: Words): Finding => ({ at: `choices[${at}].${key}`, words });
    const known = OPTIONS.get(option);
    if (!known) return [fault("option", { zh: "没有这个可选项。", en: "no definition leaves this open" })];
    const found: Finding[] = [];
    if (choices.findIndex((one) => one.option === option) < at)
      found.push(fault("option", { zh: "这个可选项出现两次。", en: "this option is chosen twice" }));
    if (!known.choices.some(({ id }) => id === choice)) {
      const ids = known.choices.map(({ id }) => id).join(", ");
      found.push(fault("choice", { zh: `应是 ${ids} 之一。`, en: `must be one of ${ids}` }));
    }
    return found;
  });
}
