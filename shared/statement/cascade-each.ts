/** The cascade of what is asked of each teacher, class or subject: the whole's worst is the worst of its parts, so each part must hold it. */
import { shownLimit } from "../display.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import { meets } from "../target.ts";
import { type Cascade, untold } from "./cascade.ts";
import type { Bound } from "./interval.ts";

interface Part {
  readonly name: Words;
  readonly bounds: readonly Bound[];
}

/** Is every part bound at least as tightly as the whole? There are no heads to add: what is short is named, not counted. */
export function eachHolds(name: Words, bound: Bound, parts: readonly Part[], definition: Definition): Cascade {
  if (parts.length === 0) return untold({ zh: "没有分目标。", en: "There are no targets of parts." });
  const loose = parts.filter(({ bounds }) => !bounds.some((one) => holds(one, bound)));
  const without = parts.filter(({ bounds }) => bounds.length === 0).map((part) => part.name);
  const { zh, en } = shownLimit(bound.operator, bound.value, bound.upTo, definition);
  const words: Words =
    loose.length === 0
      ? {
          zh: `每一部分的目标都不低于${name.zh}的要求 ${zh}：分目标足以保证总目标。`,
          en: `Every part is held to ${en} or more: the parts imply ${name.en}.`,
        }
      : {
          zh: `${name.zh}按最差的一个判定。以下部分没有达到 ${zh} 的目标，不能保证：${loose.map((part) => part.name.zh).join("、")}。`,
          en: `${name.en} is judged on the worst. These parts are not held to ${en}: ${loose.map((part) => part.name.en).join(", ")}.`,
        };
  return { ...untold(words), implied: loose.length === 0, without };
}

/** Does whatever meets the one limit meet the other? On the worst unit limits lie on one side, or the largest is 0. */
function holds(one: Bound, other: Bound): boolean {
  const strict = one.operator === ">" || one.operator === "<";
  const otherStrict = other.operator === ">" || other.operator === "<";
  const up = (operator: Bound["operator"]) => operator === ">=" || operator === ">";
  if (up(one.operator) !== up(other.operator)) return false;
  if (other.operator === "=") return one.operator !== "<" && one.value === 0 && other.value === 0;
  if (one.value === other.value) return strict || !otherStrict;
  return meets(one.value, other.operator, other.value);
}
