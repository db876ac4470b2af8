/** Every word the pane says, in each language. A key that one language lacks does not compile. */
import type { Language } from "../language.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

/** The shape of the Chinese dictionary with its texts made any text. */
type Widen<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [Key in keyof T]: Widen<T[Key]> };

export type Dictionary = Widen<typeof zh>;

export const dictionaries: Readonly<Record<Language, Dictionary>> = { "zh-CN": zh, en };
