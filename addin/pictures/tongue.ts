/** The language of the page as the shared words know it. */
import type { Tongue } from "../../shared/documents/document.ts";
import { useLanguage } from "../pane/say.ts";

export function useTongue(): Tongue {
  return useLanguage() === "en" ? "en" : "zh";
}
