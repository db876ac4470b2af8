import { describe, expect, test } from "vitest";
import { cornersOf, isWhole, readReference, writeReference } from "../../addin/reference.ts";

describe("an address with its sheet", () => {
  test.each([
    ["D2:D51", null, "D2:D51"],
    [" $d$2:$D$51 ", null, "D2:D51"],
    ["'示例班级'!D2:D51", "示例班级", "D2:D51"],
    ["示例班级!D2", "示例班级", "D2"],
    ["'九(1)班 ''期末'''!$C:$C", "九(1)班 '期末'", "C:C"],
    ["Sheet1!4:9", "Sheet1", "4:9"],
  ])("%s", (text, sheet, range) => expect(readReference(text)).toEqual({ sheet, range }));

  test.each(["", "缺考", "120", "0.9", "A0", "D2:", "D2,D3", "D2:D51)", "=D2", "'x!A1", "ABCD1", '"D2"'])("%j is none", (text) =>
    expect(readReference(text)).toBeUndefined(),
  );

  test("is written so that any name of a sheet is read back", () => {
    expect(writeReference({ sheet: null, range: "D2" })).toBe("D2");
    for (const sheet of ["示例班级", "九(1)班 '期末'", "2025", "a!b"]) {
      expect(readReference(writeReference({ sheet, range: "D2:D51" }))).toEqual({ sheet, range: "D2:D51" });
    }
  });
});

test("corners are counted from 0, in whatever order they were written; whole columns and rows have no end", () => {
  const corners = (range: string) => cornersOf({ sheet: null, range });
  expect(corners("C4")).toEqual({ top: 3, left: 2, bottom: 3, right: 2 });
  expect(corners("AA9:C4")).toEqual({ top: 3, left: 2, bottom: 8, right: 26 });
  expect(corners("C:D")).toEqual({ top: 0, left: 2, bottom: Number.POSITIVE_INFINITY, right: 3 });
  expect(["C4", "C:D", "4:9"].map((range) => isWhole({ sheet: null, range }))).toEqual([false, true, true]);
});
