/** Names of files: what every system takes, whole enough to be told apart. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fileName } from "../../shared/file-name.ts";

/** What Windows refuses anywhere in a name, by its own documentation: these signs and the characters 1 to 31. */
const REFUSED = '<>:"/\\|?*';

test("a school, an exam and a day as a name", () => {
  expect(fileName("S03", "第三中学", "2025 期末(一)")).toBe("S03_第三中学_2025_期末(一)");
  expect(fileName("S03", "一中/二中", " 期末:九年级\n")).toBe("S03_一中_二中_期末_九年级");
});

test("whatever the texts are, no system refuses the name, and it has room for its ending", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: "binary", maxLength: 200 }), (school, collection) => {
      const name = `${fileName("S0123456789-0123456789-0123456789", school, collection)}.xlsx`;
      return [...name].length <= 115 && [...name].every((sign) => !REFUSED.includes(sign) && sign >= " ");
    }),
  );
  expect(Buffer.byteLength(`${fileName("S".repeat(32), "校".repeat(100), "考".repeat(100))}.xlsx`)).toBe(255);
});

test("two schools of one name differ by their codes, however long it is", () => {
  const name = "中心小学".repeat(30);
  const names = Array.from({ length: 300 }, (_, at) => fileName(`S${at}`, name, name));
  expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(300);
});
