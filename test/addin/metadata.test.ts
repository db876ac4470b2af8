import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { functionFiles, metadataOf } from "../../addin/build/metadata.ts";
import * as functions from "../../addin/functions.ts";
import { schemaErrors } from "./functions-schema.ts";

const golden = JSON.parse(readFileSync(new URL("functions.golden.json", import.meta.url), "utf8"));
const metadata = await metadataOf();

describe("functions.json", () => {
  test("is what it was when somebody last looked (npm run golden)", () => {
    expect(metadata).toEqual(golden);
  });

  test("follows the published schema", () => {
    expect(schemaErrors(metadata)).toEqual([]);
  });

  test("names every export of functions.ts, and nothing else", () => {
    expect(metadata.functions.map(({ id }) => id).sort()).toEqual(Object.keys(functions).sort());
  });

  test("is read from every file of addin/functions/: a new file needs its one line in functions.ts", () => {
    const files = readdirSync(new URL("../../addin/functions", import.meta.url));
    expect(
      functionFiles()
        .map((file) => basename(file))
        .sort(),
    ).toEqual(files.sort());
  });

  test("lets errors and texts through to our own messages", () => {
    expect(metadata.allowErrorForDataTypeAny).toBe(true);
    expect(new Set(metadata.functions.flatMap(({ parameters }) => parameters.map(({ type }) => type)))).toEqual(new Set(["any"]));
  });

  test("takes cells and ranges in any number where a function has inputs, as the last argument", () => {
    const repeating = metadata.functions.filter(({ parameters }) => parameters.some((one) => one.repeating));
    expect(repeating.map(({ id }) => id)).toEqual(["INDICATOR", "EXPLAIN"]);
    for (const { parameters } of repeating)
      expect(parameters.at(-1)).toMatchObject({ name: "inputs", type: "any", dimensionality: "matrix", repeating: true });
    expect(repeating.flatMap(({ parameters }) => parameters.slice(0, -1).filter((one) => one.repeating))).toEqual([]);
  });

  test("asks Excel for nothing but values, and to be told when a question is taken back: no volatile or streaming function", () => {
    const special = metadata.functions.flatMap(({ id, options }) => (options ? [[id, options]] : []));
    expect(special).toEqual(["ACTUAL", "ROLLUP", "SCHOOLS", "SUBMITTED", "LINEAGE"].map((id) => [id, { cancelable: true }]));
  });

  test("says everything in Chinese first and then in English", () => {
    const texts = metadata.functions.flatMap(({ description, parameters }) => [
      description,
      ...parameters.map((parameter) => parameter.description),
    ]);
    expect(texts.filter((text) => !/\p{Script=Han}[^\p{Script=Han}]*[a-z]{2}[^\p{Script=Han}]*$/u.test(text))).toEqual([]);
  });
});

describe("the schema catches", () => {
  const bent = (change: object) => schemaErrors({ ...golden, functions: [{ ...golden.functions[0], ...change }] }).join("\n");

  test.each([
    ["a name that Excel refuses", { name: "1ST" }, /name must match pattern/],
    ["a name too short to be one", { id: "NT" }, /id must NOT have fewer than 3/],
    ["an empty description", { description: "" }, /description must NOT have fewer than 1/],
    ["a parameter nobody described", { parameters: [{ name: "scores", type: "any" }] }, /must have required property 'description'/],
    ["a shape Excel does not know", { result: { dimensionality: "cube" } }, /dimensionality must be equal to one of/],
    ["an option that is misspelt", { options: { volatil: true } }, /options must NOT have additional properties/],
  ])("%s", (_, change, error) => {
    expect(bent(change)).toMatch(error);
  });
});

describe("the build stops at", () => {
  const written = (source: string) => {
    const file = join(tmpdir(), `functions-${process.pid}.ts`);
    writeFileSync(file, source);
    return metadataOf([file]);
  };

  test.each([
    ["what the generator cannot describe", "/** @customfunction */\nexport function ONE(when: Date): number { return +when; }", /Date/],
    ["a file without a function, such as an arrow", "/** @customfunction */\nexport const ONE = (x: number) => x;", /no exported function/],
    [
      "a function under another name",
      "/** @customfunction TWO */\nexport function ONE(x: number): number { return x; }",
      /ONE is declared as TWO/,
    ],
  ])("%s", async (_, source, error) => {
    await expect(written(source)).rejects.toThrow(error);
  });
});
