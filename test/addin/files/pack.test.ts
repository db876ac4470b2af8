/** Archives that are written: read by another reader, the same bytes for the same content, and entries kept as they lay. */
import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { archiveOf, entryOf, rememberingEntries, storedEntry } from "../../../addin/files/pack.ts";
import { readArchive } from "../../../addin/files/zip.ts";

const text = (content: string) => new TextEncoder().encode(content);
const contents = { "xl/a.xml": text("<a/>".repeat(1_000)), "S01_第一中学.xlsx": text("x"), empty: new Uint8Array(0) };

describe("an archive", () => {
  test("is what another reader finds in it, by its Chinese names", () => {
    expect(unzipSync(archiveOf(Object.entries(contents).map(([name, content]) => entryOf(name, content))))).toEqual(contents);
    expect(unzipSync(archiveOf(Object.entries(contents).map(([name, content]) => storedEntry(name, content))))).toEqual(contents);
  });

  test("of entries that were read holds the same compressed bytes", () => {
    const read = readArchive(zipSync(contents, { level: 9 }));
    const again = readArchive(archiveOf(read.values()));
    expect([...again.values()]).toEqual([...read.values()]);
  });

  test("compressed with a memory is the same as without, also when a part changes and changes back", () => {
    const compress = rememberingEntries();
    for (const content of ["one", "two", "one", "one"]) expect(compress("part", text(content))).toEqual(entryOf("part", text(content)));
  });
});
