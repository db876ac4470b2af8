/** The part with the texts that cells share (ECMA-376 part 1, 18.4.9). */
import { type Budget, TEXT } from "./limits.ts";
import { type Parts, SPREADSHEET } from "./parts.ts";
import { damagedPart, tooMuch } from "./refusals.ts";
import { typedText } from "./texts.ts";
import type { Outline } from "./xml.ts";

/** Text in one piece or in runs of their own fonts; the reading aid for Chinese characters (rPh) is no part of it. */
const OUTLINE: Outline = new Map([
  ["", ["sst"]],
  ["sst", ["si"]],
  ["si", ["t", "r"]],
  ["r", ["t"]],
  ["t", ["#text"]],
]);

/** The texts in their order; their count is what there is, not what the part says. */
export function readStrings(parts: Parts, path: string, budget: Budget): readonly string[] {
  const texts: string[] = [];
  let text = "";
  parts.read(path, SPREADSHEET, OUTLINE, {
    open(name) {
      if (name === "si") text = "";
    },
    text(piece) {
      text += piece;
      if (text.length > TEXT) throw tooMuch.sharedText(TEXT);
    },
    stray() {
      throw damagedPart(path, "文本里还有别的元素", "there is another element inside a text");
    },
    close(name) {
      if (name !== "si") return;
      budget.sharedText(text.length);
      texts.push(typedText(text));
    },
  });
  return texts;
}
