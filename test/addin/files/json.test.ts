/** What is handed in as .json, or too large for anything: told by its bytes alone, before anything of its content is built. */
import { describe, expect, test, vi } from "vitest";
import { bytesIn } from "../../../addin/files/whole.ts";
import { formatOf, jsonText } from "../../../addin/handin/file-text.ts";
import { readTasks } from "../../../addin/handin/read-tasks.ts";
import { warmUp } from "../../../addin/handin/warm.ts";
import { cellsIn } from "../../../addin/offline/cells.ts";
import { countyFrom } from "../../../addin/offline/county-file.ts";
import { countyOf } from "../../../shared/handin/county.ts";
import { surfaceOf } from "../../../shared/handin/outline.ts";
import { readStore } from "../../../shared/handin/store-file.ts";
import { demoOverview } from "../../tools/demo-templates.ts";
import { workbook } from "../../tools/hostile-workbook.ts";

const utf8 = new TextEncoder();
const tasks = readTasks();
tasks.meet(countyOf(demoOverview));
const handIn = (content: string | Uint8Array<ArrayBuffer>, name = "第一中学.json") => tasks.read(new File([content], name));

/** How often a parser is asked while something is read. */
async function parses(read: () => unknown): Promise<number> {
  const { parse } = JSON;
  let asked = 0;
  JSON.parse = (...given) => {
    asked++;
    return parse(...given) as unknown;
  };
  try {
    await read();
  } finally {
    JSON.parse = parse;
  }
  return asked;
}

describe("a large .json", () => {
  const objects = `{"x":[${"{},".repeat(6_600_000)}{}]}`;
  const lists = `{"x":[${"[[]],".repeat(3_900_000)}[]]}`;

  test.each([
    ["of six million objects", objects],
    ["of four million lists", lists],
  ])("%s is refused unbuilt", async (_, text) => {
    expect(await parses(() => expect(handIn(text)).rejects.toThrow(/no submission/))).toBe(0);
  });

  test("that says it is a submission is refused by its size, unbuilt", async () => {
    const text = objects.replace("{", '{"format":"quality-submission",');
    const read = handIn(text);
    expect(await parses(() => read)).toBe(0);
    expect(await read).toMatchObject({ kind: "submission", handed: { body: null, findings: [{ code: "file-too-large" }] } });
  });

  test("that says it is a county's data is left to whoever keeps one, unbuilt", async () => {
    const text = objects.replace("{", '{"format":"quality-county",');
    expect(await parses(async () => expect(await handIn(text)).toEqual({ kind: "store" }))).toBe(0);
  });

  test("is no county's set-up, and is not built to find out", async () => {
    expect(await parses(() => expect(() => countyFrom(objects)).toThrow(/incomplete/))).toBe(0);
    expect(countyFrom(JSON.stringify(demoOverview)).region).toBe(demoOverview.region);
  });
});

test("a file is built once", async () => {
  expect(await parses(() => handIn('{"format":"quality-submission","version":1}'))).toBe(1);
});

test("a worker reads each file once, the first too: what it compiles for that it has read of its own before", async () => {
  const worker = readTasks();
  const now = vi.spyOn(performance, "now");
  worker.meet(countyOf(demoOverview));
  expect(now).toHaveBeenCalled();
  expect(warmUp()).toBe(true);
  const looksOf = async () => {
    now.mockClear();
    let time = 0;
    now.mockImplementation(() => (time += 1_500));
    await expect(worker.read(new File([new Uint8Array(workbook())], "成绩.xlsx"))).rejects.toMatchObject({
      words: { zh: expect.stringMatching(/2 秒内读不完/) },
    });
    return now.mock.calls.length;
  };
  const [first, second, third] = [await looksOf(), await looksOf(), await looksOf()];
  now.mockRestore();
  expect([first, third]).toEqual([second, second]);
});

describe("over 20 MB, before it is read into memory", () => {
  const of = (head: string, name: string): File => {
    const never = () => Promise.reject(new Error("it was read"));
    return Object.defineProperties(new File([head], name), { size: { value: 20 * 1024 * 1024 + 1 }, arrayBuffer: { value: never } });
  };

  test.each([
    ["PK\u0003\u0004", "成绩.xlsx", /删去图片和不用的工作表/],
    ["姓名,语文", "成绩.csv", /删去多余的行和列/],
    ['{"format":', "全部数据.json", /不是填报文件.*请到“数据”里导入/],
    ['\ufeff{"format":', "全部数据.json", /不是填报文件/],
  ])("%j as %s", async (head, name, says) => {
    for (const read of [bytesIn, tasks.read, cellsIn]) {
      const refusal: unknown = await Promise.resolve(read(of(head, name))).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ words: { zh: expect.stringMatching(says) } });
    }
  });
});

describe("what a .json says it is", () => {
  test.each([
    ['{"format":"a"}', "a"],
    ['\n{ "x" : {"format":"b"}, "format" : "a" } \n', "a"],
    ['{"format":"a","format":"b"}', "b"],
    ['{"x":"format","y":"a"}', undefined],
    ['{"x":["format","a"],"format":7}', undefined],
    ['{"a\\":\\"format":"b","x\\\\":"{","format":"a"}', "a"],
    ['["format","a"]', undefined],
    ["null", undefined],
    ["{}", undefined],
  ])("%s", (text, format) => {
    expect(formatOf(text)).toBe(format);
    const value = JSON.parse(text) as { format?: unknown } | null;
    expect(typeof value?.format === "string" ? value.format : undefined).toBe(format);
  });

  test.each(["", " \n", '{"format":"a"', '{"format":"a"}}', '{"format":"a"}{}', '{"format":"a', '{"format":"a\\"}', "}{", "[", "{}x"])(
    "%j is cut short, or more than one",
    (text) => {
      expect(() => formatOf(text)).toThrow(/incomplete/);
    },
  );

  test("no deeper than 32, whatever is in its texts; what is deeper is told as that, not as cut short", () => {
    expect(() => formatOf(`{"format":"a","more":${"[".repeat(300_000)}${"]".repeat(300_000)}}`)).toThrow(/nested too deep/);
    expect(surfaceOf(`${"[".repeat(32)}${"]".repeat(32)}`).whole).toBe(true);
    expect(surfaceOf(`${"[".repeat(33)}${"]".repeat(33)}`).whole).toBe(false);
    expect(surfaceOf(`{"format":"${"[".repeat(33)}"}`).whole).toBe(true);
  });

  test("denser than pairs of digits, or with more names in one object than there are indicators, it is crowded", () => {
    const held = (list: string) => `{"format":"quality-county","held":${list}}`;
    const many = (one: string, times: number) => `[${Array(times).fill(one).join()}]`;
    // The closest that a county's file has: [mark x grid, pupils] of one digit each.
    expect(surfaceOf(held(many("[0,1]", 100_000))).crowded).toBe(false);
    for (const one of ["[]", "{}", "[0]"]) expect(surfaceOf(held(many(one, 100_000))).crowded).toBe(true);
    const object = (names: number) => `{${Array.from({ length: names }, (_, at) => `"n${at}":0`).join()}}`;
    expect(surfaceOf(held(many(object(400), 100))).crowded).toBe(false);
    expect(surfaceOf(held(object(2_000))).crowded).toBe(false);
    expect(surfaceOf(held(object(2_001))).crowded).toBe(true);
  });

  test("a county's file of millions of them is refused before anything of it is built", () => {
    const parse = vi.spyOn(JSON, "parse");
    const county = JSON.stringify(countyOf(demoOverview));
    for (const one of ["[]", "{}", "[0]"]) {
      const text = `{"choices":[${Array(3_000_000).fill(one).join()}],${county.slice(1)}`;
      expect(readStore(text.replace("{", '{"format":"quality-county",')).findings.map(({ code }) => code)).toEqual(["file-not-json"]);
      expect(() => countyFrom(text)).toThrow(/incomplete/);
    }
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });
});

test("another encoding than UTF-8 is told as that, not as quotation marks of a .csv", async () => {
  const gbk = Uint8Array.from([...utf8.encode('{"school":"'), 0xd6, 0xd0, ...utf8.encode('"}')]);
  const utf16 = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
  const marked = Uint8Array.from([0xff, 0xfe, ...utf16('{"format":"quality-submission"}')]);
  for (const bytes of [gbk, utf16('{"a":1}'), marked])
    await expect(handIn(bytes)).rejects.toMatchObject({ words: { zh: expect.stringMatching(/编码已损坏.*重新拷贝/) } });
  expect(jsonText(utf8.encode("\ufeff{}"))).toBe("{}");
});

test("what has the name of a workbook and is none is told to be damaged, and a list under such a name is still read", async () => {
  const noise = Uint8Array.from({ length: 5_000 }, (_, at) => (at * at * 31 + 129) & 255);
  for (const [bytes, name] of [
    [new Uint8Array(5_000), "成绩.xlsx"],
    [new Uint8Array(1), "成绩.XLSX"],
    [noise, "成绩.xls"],
    [utf8.encode("P"), "成绩.xlsx"],
    [utf8.encode('"甲'), "成绩.et"],
  ] as const)
    await expect(handIn(bytes, name)).rejects.toMatchObject({ words: { zh: expect.stringMatching(/已损坏.*不是工作簿的内容.*重新拷贝/) } });
  await expect(handIn('"甲', "成绩.csv")).rejects.toMatchObject({ words: { zh: expect.stringMatching(/引号没有配对/) } });
  expect(await cellsIn(new File(["姓名,语文"], "成绩.xls"))).toEqual([["姓名", "语文"]]);
  await expect(cellsIn(new File([new Uint8Array(99)], "名单.xlsx"))).rejects.toThrow(/no workbook/);
});

test.each(["null", "[1,2]", '["a"]', '"a"', "7"])("%s is no submission", async (text) => {
  await expect(handIn(text)).rejects.toMatchObject({ words: { zh: expect.stringMatching(/不是填报文件/) } });
});
