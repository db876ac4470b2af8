/** The Word files opened in LibreOffice: every text there is, in order. */
import { describe, expect, test } from "vitest";
import { reportFile } from "../../addin/documents/report.ts";
import { statementFile } from "../../addin/documents/statement.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { readDocx } from "../documents/docx-text.ts";
import { reportOf } from "../documents/reports.ts";
import { version } from "../documents/statements.ts";
import { withoutWriter, written } from "../tools/libreoffice.ts";

/** Spaces and lines are each program's own. */
const bare = (text: string) => text.replaceAll(/\s/g, "");

async function expectWhole(bytes: Uint8Array) {
  const shown = bare(new TextDecoder().decode(await written(bytes, "txt")));
  let from = 0;
  for (const text of readDocx(bytes).paragraphs.map(bare).filter(Boolean)) {
    const at = shown.indexOf(text, from);
    expect(at, text).toBeGreaterThanOrEqual(0);
    from = at + text.length;
  }
}

describe.skipIf(withoutWriter)("a Word file opened in LibreOffice", () => {
  test.each(["zh", "en"] as const)("shows the whole statement: %s", async (tongue) => {
    const { bytes } = await statementFile({ region: "370811", school: "S01", version: version(2) }, shipped, tongue);
    await expectWhole(bytes);
  });

  test.each(["zh", "en"] as const)("shows the whole analysis report of the demo county: %s", async (tongue) => {
    const { bytes } = await reportFile(reportOf(), shipped, tongue);
    await expectWhole(bytes);
  });
});
