/** What a worker of the pool does: a file that was handed in -> what it says. Pupils' rows stay in here; only counts and findings leave. */
import type { County } from "../../shared/handin/county.ts";
import { readSubmission } from "../../shared/handin/file.ts";
import type { Handed } from "../../shared/handin/handed.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { invalid } from "../../shared/refusal.ts";
import { isTemplate, readTemplate } from "../../shared/template/read.ts";
import { kindOf } from "../files/kinds.ts";
import { isWorkbookName, noWorkbook, readFile } from "../files/read.ts";
import { bytesIn } from "../files/whole.ts";
import { formatOf, jsonText } from "./file-text.ts";
import { warmUp } from "./warm.ts";

/** What a file came to. `store`: everything a county holds, to be read by whoever keeps one. */
export type Read =
  | { readonly kind: "template"; readonly handed: Handed }
  | { readonly kind: "submission"; readonly handed: Handed; readonly revision: number; readonly made: string }
  | { readonly kind: "store" };

export type ReadTasks = ReturnType<typeof readTasks>;

export function readTasks() {
  let county: County | undefined;
  return {
    /** The county the files belong to; before any file, while nobody's time runs. */
    meet(given: County): void {
      county = given;
      warmUp();
    },
    /** Throws a Refusal where the file is none of ours. */
    async read(file: File): Promise<Read> {
      const bytes = await bytesIn(file);
      return readHanded(bytes, file.name, county as County);
    },
  };
}

/** The bytes of a template, of a submission file or of a store -> what they say; refuses everything else. */
function readHanded(bytes: Uint8Array, name: string, county: County): Read {
  if (kindOf(bytes) === "text" && looksLikeJson(bytes, name)) return readJson(jsonText(bytes), county);
  const book = readFile(bytes, undefined, name);
  if (!isTemplate(book)) throw book.format === "csv" && isWorkbookName(name) ? noWorkbook() : noTemplate();
  return { kind: "template", handed: readTemplate(book, county, shipped) };
}

function readJson(text: string, county: County): Read {
  const format = formatOf(text);
  if (format === "quality-county") return { kind: "store" };
  if (format !== "quality-submission")
    throw invalid(
      "这个 JSON 文件不是填报文件：请交学校导出的填报文件（.json）或填好的模板（.xlsx）。",
      "this JSON file is no submission: hand in the submission file a school exported (.json) or a filled template (.xlsx)",
    );
  const { revision, made, ...handed } = readSubmission(text, county, shipped);
  return { kind: "submission", handed, revision, made };
}

function looksLikeJson(bytes: Uint8Array, name: string): boolean {
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const first = bytes.subarray(begin, begin + 100).find((byte) => byte > 32);
  return first === 0x7b || /\.json$/i.test(name);
}

function noTemplate() {
  return invalid(
    "这个表格不是本系统的模板：请把数据填进教育局发的模板再交，不要另做表格。",
    "this workbook is none of our templates: fill in the template the bureau sent, and hand that in",
  );
}
