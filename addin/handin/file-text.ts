/** The text of a .json file that was handed in, and what it says it is; neither builds anything of its content. */
import { surfaceOf } from "../../shared/handin/outline.ts";
import { invalid } from "../../shared/refusal.ts";

/** Decodes UTF-8 to the last byte. Refuses what another program saved in an encoding of its own: names would come out as others. */
export function jsonText(bytes: Uint8Array): string {
  let text: string | undefined;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Below, with what is UTF-8 by chance: UTF-16 is full of zeros.
  }
  if (text === undefined || text.includes("\0"))
    throw invalid(
      "这个 .json 文件的编码已损坏（不是 UTF-8）：请重新拷贝学校导出的原文件，不要用别的程序打开后另存。",
      "the encoding of this .json file is damaged (it is not UTF-8): copy the exported file again, and do not save it from another program",
    );
  return text;
}

/** What a JSON says it is; nothing where it says nothing. Refuses one that is cut short, or nested as none of ours is. */
export function formatOf(text: string): string | undefined {
  const { whole, deep, format } = surfaceOf(text);
  if (deep)
    throw invalid(
      "这个 .json 文件里的括号套得太深，不是本程序导出的文件：请交学校导出的原文件。",
      "this .json file is nested too deep and is none that this program exports: hand in the file as it was exported",
    );
  if (!whole || text.trim() === "") throw invalid("这个 .json 文件不完整：请重新拷贝。", "this .json file is incomplete: copy it again");
  return format;
}
