/** All templates of a collection in one archive: each the same as when it is made alone, and who needs none is told. */
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readFile } from "../../../addin/files/read.ts";
import { type AllRequest, type Progress, writeAll } from "../../../addin/template/all.ts";
import { writeTemplate } from "../../../addin/template/write.ts";
import type { Collection } from "../../../shared/contract.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { rulesOf } from "../../../shared/indicators/rules.ts";
import { templateOf } from "../../../shared/template/layout.ts";
import { demoOverview } from "../../tools/demo-templates.ts";

const collection = demoOverview.collections[0] as Collection;
const common = { region: demoOverview, collection, rules: rulesOf(shipped, collection.definitions), targets: [], made: "2025-06-01" };
const junior = (number: number) => ({ school: `S${number}`, name: `=第${number}中学`, stages: ["junior" as const], type: null });
const request: AllRequest = { ...common, schools: [junior(1), { ...junior(2), name: "实验小学", stages: ["primary"] }, junior(3)] };

async function written(asked: AllRequest) {
  const pieces: Uint8Array[] = [];
  const progress: Progress[] = [];
  const told = await writeAll(
    asked,
    (piece) => pieces.push(piece),
    (one) => progress.push(one),
  );
  return { told, progress, pieces, files: unzipSync(Buffer.concat(pieces)) };
}

test("each file is the same, byte for byte, as when it is made alone, under its school's name", async () => {
  const { files } = await written(request);
  const alone = request.schools.filter(({ stages }) => stages.includes("junior")).map((school) => templateOf({ ...common, school }));
  expect(Object.keys(files)).toEqual(alone.map(({ file }) => `${file}.xlsx`));
  for (const template of alone)
    expect(Buffer.from(files[`${template.file}.xlsx`] as Uint8Array).equals(Buffer.from(await writeTemplate(template)))).toBe(true);
  for (const file of Object.values(files)) expect(readFile(file).sheets.some(({ name }) => name === "成绩 九年级")).toBe(true);
});

test("a school that has nothing to fill in is told by name with the reason, and the others are made", async () => {
  const { told, progress } = await written(request);
  expect(told.written).toBe(2);
  expect(told.notAsked.map(({ school, name, words }) => [school, name, words.zh])).toEqual([
    ["S2", "实验小学", expect.stringContaining("实验小学所办学段")],
  ]);
  expect(progress).toEqual([1, 2, 3].map((done) => ({ done, of: 3 })));
});

test("the archive leaves piece by piece: none is larger than a template", async () => {
  const { pieces, files } = await written(request);
  expect(Math.max(...pieces.map(({ length }) => length))).toBe(Math.max(...Object.values(files).map(({ length }) => length)));
});

test("what is asked of a worker can be sent to it", () => {
  expect(structuredClone(request)).toEqual(request);
});
