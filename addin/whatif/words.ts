/** What 推演 says, in each language. */
import type { Words } from "../../shared/refusal.ts";
import type { Language } from "../language.ts";
import { useLanguage } from "../pane/say.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

/** The shape of the Chinese dictionary with its texts made any text. */
type Widen<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Widen<Said>
    : { [Key in keyof T]: Widen<T[Key]> };

export type WhatIfDictionary = Widen<typeof zh>;

export const whatIfWords: Readonly<Record<Language, WhatIfDictionary>> = { "zh-CN": zh, en };

export function useWhatIfWords(): WhatIfDictionary {
  return whatIfWords[useLanguage()];
}

/** A sentence in both languages, for whatever keeps it. */
export function bothWords(say: (w: WhatIfDictionary) => string): Words {
  return { zh: say(zh), en: say(en) };
}
