import { expect, it } from "vitest";
import { SCHOOL, sampleClass } from "../../addin/playground/sample.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, tabulate } from "../../shared/tabulate.ts";
import { exam, missing, schools } from "../tools/demo-county.ts";

const school = { school: missing, name: schools.find((one) => one.school === missing)?.name ?? "" };

function read(cells: readonly (readonly unknown[])[]) {
  return withQuestions(tabulate({ top: 0, left: 0, cells }, guessColumns(cells, exam.papers), exam, school));
}

it("the sample class is of the one school of the demo county that has not submitted", () => {
  expect(SCHOOL).toBe(school.name);
});

it("the sample class has a column for every paper, fifty pupils, and every kind of cell a list may hold", () => {
  const cells = sampleClass(SCHOOL);
  const { preview } = read(cells);
  expect(preview).toMatchObject({ pupils: 50, unmapped: [], otherSchools: [] });
  const marks = cells.slice(1).flatMap((row) => row.slice(3));
  for (const cell of ["缺考", "免考", 87.5, 0, null]) expect(marks).toContain(cell);
});

it("the sample class can be submitted once its one blank is a state", () => {
  const cells = sampleClass(SCHOOL);
  const errors = (found: typeof cells) => read(found).findings.filter(({ level }) => level === "error");
  expect(errors(cells).map(({ cell }) => cell)).toEqual(["F34"]);
  const mended = cells.map((row) => row.map((cell) => cell ?? "缺考"));
  expect(errors(mended)).toEqual([]);
  expect(read(mended).slices.length).toBeGreaterThan(0);
});

it("the sample class is the same on every machine", () => {
  expect(sampleClass(SCHOOL)[1]).toEqual([SCHOOL, "1班", "学生01", 92, 78, 89, 77, 62, 83]);
  expect(sampleClass(SCHOOL)[50]).toEqual([SCHOOL, "2班", "学生50", 89, 86, 83, 71, 49, 59]);
});
