/** Every word of the room of statements, in each language. */
import type { Language } from "../language.ts";
import { useLanguage } from "../pane/say.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

/** The shape of the Chinese dictionary with its texts made any text. */
type Widen<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [Key in keyof T]: Widen<T[Key]> };

export type StatementDictionary = Widen<typeof zh>;

const dictionaries: Readonly<Record<Language, StatementDictionary>> = { "zh-CN": zh, en };

export function useStatementWords(): StatementDictionary {
  return dictionaries[useLanguage()];
}
