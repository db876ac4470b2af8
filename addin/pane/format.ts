/** Figures, places and moments in the language of the page. How many digits a figure takes is said once, in shared/display.ts. */
import type { Operator, Stage } from "../../shared/contract.ts";
import { type Shown, shownGap, shownLimit, shownValue } from "../../shared/display.ts";
import { clauseOf } from "../../shared/indicators/compute.ts";
import { type Definition, STAGES } from "../../shared/indicators/definition.ts";
import type { Words } from "../../shared/refusal.ts";
import type { Language } from "../language.ts";

/** A text in the language of the page. */
export function inLanguage(words: Words, language: Language): string {
  return language === "en" ? words.en : words.zh;
}

/** A value against the limits it is judged by. */
export function formatValue(value: number, of: Shown, language: Language, limits: readonly number[] = []): string {
  return inLanguage(shownValue(value, of, limits), language);
}

/** A limit as it was set: ≥ 95 %, 3—5 个. */
export function formatLimit(operator: Operator, limit: number, upTo: number | null, of: Shown, language: Language): string {
  return inLanguage(shownLimit(operator, limit, upTo, of), language);
}

/** How far a value is from its limit, never shown as 0 while it is not. */
export function formatGap(gap: number, of: Shown, language: Language): string {
  return inLanguage(shownGap(gap, of), language);
}

/** The document and clause a definition is taken from. */
export function formatSource(definition: Definition, language: Language): string {
  return inLanguage(clauseOf(definition), language);
}

const GRADES = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

export function formatStage(stage: Stage, language: Language): string {
  return inLanguage(STAGES[stage], language);
}

/** A grade as a school calls it: 九年级, 高一; Grade 9. */
export function formatGrade(stage: Stage, grade: number | null, language: Language): string {
  if (grade === null) return language === "en" ? `All ${formatStage(stage, language)}` : `${formatStage(stage, language)}各年级`;
  if (language === "en") return `Grade ${grade}`;
  return grade >= 10 ? `高${GRADES[grade - 10] ?? grade}` : `${GRADES[grade - 1] ?? grade}年级`;
}

/** A moment as a clock in China shows it, wherever the computer thinks it is. */
export function formatMoment(moment: string, language: Language): string {
  return new Date(moment).toLocaleString(language, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Shanghai" });
}
