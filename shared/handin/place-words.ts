/** What a figure, a slice or a paper is about, in words: 九年级 数学. */
import type { ResourceName, Stage } from "../contract.ts";
import { STAGES } from "../indicators/definition.ts";
import { RESOURCE_UNITS } from "../indicators/resources.ts";
import type { Words } from "../refusal.ts";
import { gradeName } from "../template/words.ts";

interface Place {
  readonly stage: Stage;
  readonly grade: number | null;
  readonly subject?: string | null;
  readonly resource?: ResourceName | null;
}

export function placeWords({ stage, grade, subject = null, resource = null }: Place): Words {
  const unit = resource === null ? null : RESOURCE_UNITS[resource];
  const zh = [grade === null ? STAGES[stage].zh : gradeName({ stage, grade }, []), subject, unit?.zh];
  const en = [grade === null ? STAGES[stage].en : `grade ${grade}`, subject, unit?.en];
  const joined = (parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(" ");
  return { zh: joined(zh), en: joined(en) };
}
