/** A slice as somebody types it into a cell: "九年级 数学", "初中/9/数学/3班". */
import type { AskSlice } from "../contract.ts";
import { stageNamed } from "../indicators/given.ts";
import { invalid } from "../refusal.ts";
import { CLASS_NAME } from "../slice.ts";
import { subjectName } from "../subjects.ts";
import { gradeOf } from "../tabulate/headers.ts";

export const WHOLE: AskSlice = { stage: null, grade: null, subject: null, class: null };

/**
 * Words in any order, separated by blanks, slashes or commas: a stage, a grade, a class that ends in 班, and the subject. With three
 * slashes the places count (stage/grade/subject/class), so that a class may have any label.
 */
export function askSliceOf(text: string): AskSlice {
  const places = text.split("/").map((place) => place.trim());
  if (places.length === 4) return placed(places as [string, string, string, string]);
  const words = text.split(/[\s/,，、　]+/).filter((word) => word !== "");
  return words.reduce(reading, WHOLE);
}

function placed([stage, grade, subject, own]: readonly [string, string, string, string]): AskSlice {
  const first = [stage, grade].filter((word) => word !== "").reduce(reading, WHOLE);
  const named = subject === "" ? first : put(first, "subject", subjectName(subject), subject);
  return own === "" ? named : put(named, "class", own, own);
}

function reading(slice: AskSlice, word: string): AskSlice {
  const stage = stageNamed(word);
  if (stage) return put(slice, "stage", stage, word);
  const grade = gradeOf(word);
  if (grade !== undefined) return put(slice, "grade", grade, word);
  if (/[班]$/.test(word)) return put(slice, "class", word, word);
  return put(slice, "subject", subjectName(word), word);
}

function put<Field extends keyof AskSlice>(slice: AskSlice, field: Field, value: AskSlice[Field], word: string): AskSlice {
  const shape = field === "class" ? CLASS_NAME : /^[\p{L}\p{N}._-]{1,32}$/u;
  if (slice[field] !== null || (typeof value === "string" && !shape.test(value)))
    throw invalid(
      `看不懂“${word}”：请写成 九年级 数学，或 初中/9/数学/3班。`,
      `"${word}" is not understood: write 九年级 数学, or junior/9/math/3`,
    );
  return { ...slice, [field]: value };
}
