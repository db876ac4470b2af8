/** Univer's own words: menus, dialogs, help for built-in functions. Each language is a file of its own, loaded when it is spoken. */
import type { ILanguagePack, LocaleType } from "@univerjs/core";
import { type Language, language } from "../language.ts";

export interface LocaleText {
  readonly type: LocaleType;
  readonly text: ILanguagePack;
}

const LOADERS: Readonly<Record<Language, () => Promise<LocaleText>>> = {
  "zh-CN": async () => ({ type: "zhCN" as LocaleType, text: (await import("@univerjs/preset-sheets-core/locales/zh-CN")).default }),
  en: async () => ({ type: "enUS" as LocaleType, text: (await import("@univerjs/preset-sheets-core/locales/en-US")).default }),
};

export function loadLocale(): Promise<LocaleText> {
  return LOADERS[language()]();
}
