/** 质量分析报告 as a Word file. Whoever offers it imports this when it is asked for: `await import("../documents/report.ts")`. */
import type { Tongue } from "../../shared/documents/document.ts";
import { reportDocument } from "../../shared/documents/report.ts";
import type { ReportInput } from "../../shared/documents/report-input.ts";
import { fileName } from "../../shared/file-name.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import { type Paint, wordOf } from "./word.ts";

/** The file's name and its bytes; with pictures where `paint` makes them. */
export async function reportFile(input: ReportInput, catalogue: Catalogue, tongue: Tongue = "zh", paint?: Paint) {
  const data = reportDocument(input, catalogue, tongue);
  return { name: `${fileName(data.title, input.collection.name, input.made)}.docx`, bytes: await wordOf(data, paint) };
}
