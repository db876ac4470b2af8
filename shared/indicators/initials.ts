/** The initials of a Chinese name's pinyin: yxl for 优秀率. Used where the catalogue is served and where the pane is built. */
import { pinyin } from "pinyin-pro";

/** pinyin-pro (MIT, kept): reads a character by the word it stands in (率 is lǜ in 优秀率); signs are left out. */
export function initialsOf(name: string): string {
  const letters = pinyin(name, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" });
  return letters
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
