/**
 * Files -> books of values, in the browser and under Node alike. Nothing of a file is trusted, run or followed; no file takes more than
 * the limits of limits.ts; and whatever is wrong with one ends in a refusal that says so.
 */
import { Refusal } from "../../shared/refusal.ts";
import type { Book } from "./book.ts";
import { checkContents, checkKind } from "./contents.ts";
import { readDelimited } from "./delimited.ts";
import { kindOf } from "./kinds.ts";
import { budgetOf, type Clock, checkSize } from "./limits.ts";
import { type Parts, partsOf } from "./parts.ts";
import { damaged, otherKind } from "./refusals.ts";
import { readSheet } from "./sheet.ts";
import { readStrings } from "./strings.ts";
import { readDateStyles } from "./styles.ts";
import { readWorkbookPart } from "./workbook.ts";
import { readArchive } from "./zip.ts";

/** The clock of browsers and of Node: it never goes backwards. */
const steady: Clock = () => performance.now();

/**
 * Reads a file by what it is, .xlsx or .csv, whatever it is called; `name` only says what was meant where it is neither. Throws a Refusal,
 * nothing else.
 */
export function readFile(bytes: Uint8Array, clock: Clock = steady, name = ""): Book {
  return refusing(() => {
    checkSize(bytes.length, bytes);
    if (kindOf(bytes) === "zip") return workbook(bytes, clock);
    return isWorkbookName(name) ? refusedAsWorkbook(() => readDelimited(bytes, clock)) : readDelimited(bytes, clock);
  });
}

/** Whether a file of that name was a workbook when somebody named it. */
export function isWorkbookName(name: string): boolean {
  return /\.(xlsx?|et)$/i.test(name);
}

/** Nobody who sees the name of a workbook wants to hear of a .csv. */
function refusedAsWorkbook(read: () => Book): Book {
  try {
    return read();
  } catch (error) {
    // What was not read to its end may be anything.
    throw error instanceof Refusal && error.kind !== "late" ? noWorkbook() : error;
  }
}

/** A file with the name of a workbook, and something else in it. */
export function noWorkbook(): Refusal {
  return damaged("里面不是工作簿的内容", "what is in it is no workbook");
}

/** Reads an .xlsx (ECMA-376, transitional or strict). Throws a Refusal, nothing else. */
export function readWorkbook(bytes: Uint8Array, clock: Clock = steady): Book {
  return refusing(() => {
    checkSize(bytes.length, bytes);
    if (kindOf(bytes) !== "zip") throw otherKind.text();
    return workbook(bytes, clock);
  });
}

/** Reads a .csv in UTF-8, GB18030 or UTF-16: one sheet of texts and blanks. Throws a Refusal, nothing else. */
export function readCsv(bytes: Uint8Array, clock: Clock = steady): Book {
  return refusing(() => {
    checkSize(bytes.length, bytes);
    if (kindOf(bytes) !== "text") throw otherKind.noText();
    return readDelimited(bytes, clock);
  });
}

function workbook(bytes: Uint8Array, clock: Clock): Book {
  const budget = budgetOf(clock);
  const archive = readArchive(bytes);
  checkKind(archive);
  const parts = partsOf(archive, budget);
  checkContents(parts);
  const { path, sheets, names, from1904 } = readWorkbookPart(parts);
  const related = (kind: string) =>
    parts.relationships(path).find((relationship) => relationship.kind.toLowerCase() === kind && !relationship.outside)?.target;
  const [strings, styles] = [related("sharedstrings"), related("styles")];
  const known = {
    strings: strings === undefined || !parts.has(strings) ? [] : readStrings(parts, strings, budget),
    dateStyles: styles === undefined || !parts.has(styles) ? [] : readDateStyles(parts, styles),
    from1904,
  };
  const read = sheets.map((sheet) => readSheet(parts, sheet, known, budget));
  const program = programOf(parts);
  parts.checkRest();
  return { format: "xlsx", encoding: undefined, program, sheets: read, names };
}

const PROPERTIES = [
  "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
  "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
];

/** What the file says of the program that saved it, cut to 64 characters. */
function programOf(parts: Parts): string {
  let program = "";
  const path = parts.relationships("").find(({ kind, outside }) => kind.toLowerCase() === "extended-properties" && !outside)?.target;
  if (path === undefined || !parts.has(path)) return "";
  const outline = new Map([
    ["", ["Properties"]],
    ["Properties", ["Application"]],
    ["Application", ["#text"]],
  ]);
  parts.read(path, PROPERTIES, outline, { text: (text) => (program = (program + text).slice(0, 64)) });
  return program;
}

/** The readers refuse what they know of; what they do not know of (a fault of ours) is still no reason to stop three hundred files. */
function refusing<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged("无法读取", "it cannot be read");
  }
}
