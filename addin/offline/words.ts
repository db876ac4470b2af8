/** Every word of the offline page that the pane does not say already. */
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

export type OfflineDictionary = Widen<typeof zh>;

const dictionaries: Readonly<Record<Language, OfflineDictionary>> = { "zh-CN": zh, en };

export function useOfflineWords(): OfflineDictionary {
  return dictionaries[useLanguage()];
}
