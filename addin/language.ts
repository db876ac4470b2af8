/**
 * The language of the page: the root element carries it for everyone to read, the playground's header and the pane alike.
 * What a person chose is kept; else the host's language decides, and Chinese where there is none.
 */
export type Language = "zh-CN" | "en";

const KEY = "quality.language";

export function language(): Language {
  return document.documentElement.lang === "en" ? "en" : "zh-CN";
}

/** Applies what was chosen before, or else the language the host speaks. */
export function restoreLanguage(host: string = "zh-CN"): Language {
  const chosen = remembered() ?? host;
  return use(chosen.toLowerCase().startsWith("zh") ? "zh-CN" : "en");
}

export function chooseLanguage(chosen: Language): void {
  use(chosen);
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // storage is refused in some private windows and embedded views: the choice then lasts as long as the page
  }
}

/** Calls back after the language changed, whoever changed it; returns how to stop. */
export function onLanguage(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
  return () => observer.disconnect();
}

function use(chosen: Language): Language {
  document.documentElement.lang = chosen;
  return chosen;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
