/** 目标责任书 as a Word file. Whoever offers it imports this when it is asked for: `await import("../documents/statement.ts")`. */
import type { Tongue } from "../../shared/documents/document.ts";
import { type StatementToPrint, statementDocument } from "../../shared/documents/statement.ts";
import { fileName } from "../../shared/file-name.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import { wordOf } from "./word.ts";

/** The file's name and its bytes. */
export async function statementFile(statement: StatementToPrint, catalogue: Catalogue, tongue: Tongue = "zh") {
  const data = statementDocument(statement, catalogue, tongue);
  return { name: `${fileName(data.title, `v${statement.version.version}`)}.docx`, bytes: await wordOf(data) };
}
