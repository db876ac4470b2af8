/** The language of the page and the words in it, for every part of the pane. */
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Words } from "../../shared/refusal.ts";
import { type Language, language, onLanguage } from "../language.ts";
import { type Dictionary, dictionaries } from "./words.ts";

export const SpokenLanguage = createContext<Language>("zh-CN");

/** The language of the page, whoever changes it. */
export function usePageLanguage(): Language {
  const [spoken, setSpoken] = useState(language);
  useEffect(() => onLanguage(() => setSpoken(language())), []);
  return spoken;
}

export function useLanguage(): Language {
  return useContext(SpokenLanguage);
}

export function useWords(): Dictionary {
  return dictionaries[useContext(SpokenLanguage)];
}

/** Words that come in both languages from the shared core or the server. */
export function useSpoken(): (words: Words) => string {
  const spoken = useContext(SpokenLanguage);
  return (words) => (spoken === "en" ? words.en : words.zh);
}
