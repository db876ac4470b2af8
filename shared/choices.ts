/** Whether what a region chooses is something that definitions leave open. */
import type { Choice, ChoiceBody, Collection } from "./contract.ts";
import type { Finding } from "./exam.ts";
import type { Option } from "./indicators/definition.ts";
import { shipped } from "./indicators/index.ts";
import { GENERAL_OPTIONS } from "./indicators/options.ts";
import type { Words } from "./refusal.ts";

const OPTIONS = new Map([...shipped.all.flatMap(({ options = [] }) => options), ...GENERAL_OPTIONS].map((option) => [option.id, option]));

/** Something that definitions leave open, by its id. */
export function optionOf(id: string): Option | undefined {
  return OPTIONS.get(id);
}

/**
 * The choices a collection is read by: those it was asked by where it keeps them, else the region's of today. By whose limits it is judged
 * is always the region's decision of today: nothing was counted by it.
 */
export function choicesFor({ choices }: Pick<Collection, "choices">, today: readonly Choice[]): readonly Choice[] {
  if (!choices) return today;
  const general = ({ option }: Choice) => GENERAL_OPTIONS.some(({ id }) => id === option);
  return [...choices.filter((one) => !general(one)), ...today.filter(general)];
}

/** The choices with another one of an option, for what it would change. */
export function withChoice(choices: readonly Choice[], option: string, choice: string): Choice[] {
  return [...choices.filter((one) => one.option !== option), { option, choice, why: "", by: "", at: "" }];
}

/** A list that replaces the one before: who chose and when stays with what did not change. */
export function decidedChoices(before: readonly Choice[], bodies: readonly ChoiceBody[], now: Pick<Choice, "by" | "at">): Choice[] {
  return bodies.map((body) => {
    const same = before.find(({ option, choice, why }) => option === body.option && choice === body.choice && why === body.why);
    return same ?? { ...body, ...now };
  });
}

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
