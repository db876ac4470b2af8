/** What is said of a file that was taken, or why it was not. */
import { type Difference, said } from "../../shared/handin/compare.ts";
import type { Held } from "../../shared/handin/held.ts";
import type { Words } from "../../shared/refusal.ts";
import type { Taken } from "../handin/import.ts";

export const SAME = { zh: "内容与已收的相同。", en: "the same as what was taken before" };

export function takenAs(revision: number, changes: readonly Difference[], sameCounts: boolean): Taken["words"] {
  if (revision === 1) return { zh: "已收。", en: "taken" };
  if (sameCounts)
    return {
      zh: `已收，更正为第 ${revision} 版：数没有变，说明或请核对的内容有变化。`,
      en: `taken, as revision ${revision}: the counts are the same, the explanations or what is to be checked are not`,
    };
  const { zh, en } = said(changes);
  return {
    zh: `已收，更正为第 ${revision} 版${zh === "" ? "" : `：${zh}`}。`,
    en: `taken, as revision ${revision}${en === "" ? "" : `: ${en}`}`,
  };
}

/** Asked before it is taken, whatever it falls by: what is little for one school is a class of another. */
export function fewer({ file }: Held, changes: readonly Difference[]): Taken {
  const { zh, en } = said(changes.filter((one) => one.fewer));
  const also = said(changes.filter((one) => !one.fewer));
  return {
    state: "fewer",
    words: {
      zh: `比已收的（${file}）少：${zh}。${also.zh === "" ? "" : `另外：${also.zh}。`}没有收。如果确实以这个文件为准，请点“以这个文件为准”。`,
      en: `less than was taken before (${file}): ${en}. ${also.en === "" ? "" : `Besides: ${also.en}. `}It was not taken; if this file counts all the same, say so`,
    },
  };
}

/** Also asked of the first file of a school: nothing else says that its rows are another's. */
export function doubt(doubts: readonly Words[]): Taken {
  const words = {
    zh: `${doubts.map(({ zh }) => zh).join("；")}。没有收。如果核对无误，请点“以这个文件为准”。`,
    en: `${doubts.map(({ en }) => en).join("; ")}. It was not taken; if it is right, say that this file counts`,
  };
  return { state: "doubt", words };
}

/** Who says that it counts has seen all there is to ask. */
export function asked(taken: Taken, doubts: readonly Words[]): Taken {
  if (doubts.length === 0) return taken;
  const words = {
    zh: `${doubts.map(({ zh }) => zh).join("；")}。${taken.words.zh}`,
    en: `${doubts.map(({ en }) => en).join("; ")}. Besides: ${taken.words.en}`,
  };
  return { ...taken, words };
}

/** Files of one import that say different things. */
export function apart(others: readonly string[], standing: Held | undefined): Words {
  const [zh, en] = standing
    ? [`，仍按原来收的（${standing.file}）计`, `; what was taken before (${standing.file}) goes on counting`]
    : ["", ""];
  return {
    zh: `和同一次收的 ${others.join("、")} 是同一所学校的，内容不同，哪个都没有收${zh}。只能定一个：请核对后在对的那个文件里点“以这个文件为准”。`,
    en: `${others.join(", ")} of the same import is of the same school and says something else: neither was taken${en}. Only one can count; say of the right one that this file counts`,
  };
}

/** Another file was chosen in its place. */
export function passed(path: string): Taken {
  return {
    state: "passed",
    words: {
      zh: `已定以 ${path} 为准，这个文件没有用。如果应以这个文件为准，请点“以这个文件为准”。`,
      en: `${path} was chosen, and this file is not used; if this one counts, say so`,
    },
  };
}

export function clash({ file }: Held): Taken {
  return {
    state: "clash",
    words: {
      zh: `这所学校已收了另一个内容不同的文件（${file}）。如果应以这个文件为准，请点“以这个文件为准”。`,
      en: `another file with other numbers was taken for this school (${file}); if this one counts, say so`,
    },
  };
}

export function lower(highest: number, own: number): Taken {
  return {
    state: "passed",
    final: true,
    words: {
      zh: `已有更新的第 ${highest} 版，这一版（第 ${own} 版）没有用。`,
      en: `revision ${highest} is there already; this one (${own}) is not used`,
    },
  };
}
