/** Archives that are cut short, damaged, or lie about what is in them. */
import { deflateRawSync } from "node:zlib";
import type { Hostile } from "./hostile.ts";
import { entriesOf, paths, workbook } from "./hostile-workbook.ts";
import { joined, type ZipEntry, zip } from "./hostile-zip.ts";

const MB = 1024 * 1024;
const DAMAGED = /已损坏或不完整/;
const good = workbook();

/** Cut at every fortieth of its length. */
const cut: readonly Hostile[] = Array.from({ length: 39 }, (_, part) => ({
  name: `cut at ${part + 1}/40`,
  bytes: () => good.slice(0, Math.floor((good.length * (part + 1)) / 40)),
  says: /文件不完整，可能没有拷贝或下载完/,
}));

/** A bit turned over in the middle of each part's data. */
const turned: readonly Hostile[] = Object.values(paths).map((path) => ({
  name: `a bit turned over in ${path}`,
  bytes: () => {
    const [entry] = entriesOf().filter(({ name }) => name === path) as [ZipEntry];
    const data = deflateRawSync(entry.content as string);
    const middle = data.length >> 1;
    data[middle] = (data[middle] as number) ^ 8;
    return workbook({ [path]: { data } });
  },
  says: DAMAGED,
}));

const wrongSums: readonly Hostile[] = Object.values(paths).map((path) => ({
  name: `the wrong checksum for ${path}`,
  bytes: () => workbook({ [path]: { crc: 0x12345678 } }),
  says: /与校验和不符/,
}));

/** Paths that lead out of the archive, or that programs read in several ways. */
const slips: readonly Hostile[] = [
  ...["../evil.xml", "xl/../../evil.xml", "..\\evil.xml", "/etc/passwd", "C:\\evil.xml", "C:/evil.xml", "xl//evil.xml", "./evil.xml", ".."],
  ...["xl/evil\u0000.xml", "xl/evil\n.xml", "", "a".repeat(600)],
].map((path) => ({
  name: `a part called ${JSON.stringify(path.slice(0, 30))}`,
  bytes: () => workbook({ [path]: "x" }),
  says: /部件的路径不正常/,
}));

const replaced = (path: string, change: Partial<ZipEntry>) =>
  entriesOf().map((entry) => (entry.name === path ? { ...entry, ...change } : entry));
const zeros = (length: number) => new Uint8Array(length);
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`xl/media/${index}.png`, "x"]));

/** Parts that all lie in the same bytes, as in the bomb of 2019 that grows 10 MB into 281 TB. */
function overlapping(count: number): Uint8Array {
  const kernel = zeros(MB);
  const data = deflateRawSync(kernel);
  const first: ZipEntry = { name: "xl/media/0.bin", content: kernel, data };
  const others = Array.from({ length: count }, (_, index) => ({
    ...first,
    name: `xl/media/${index + 1}.bin`,
    localName: first.name as string,
    offset: 0,
  }));
  return zip([
    first,
    ...others.map((entry) => ({ ...entry, data: zeros(0), compressed: data.length, size: kernel.length })),
    ...entriesOf(),
  ]);
}

/** A deflate stream with this in front of what was to come. */
const brokenStream = (...head: number[]) => workbook({ [paths.sheet]: { data: Uint8Array.from([...head, ...zeros(40)]) } });

const made: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ["an end that counts one part too many", () => workbook({}, { count: 8 }), /压缩目录不完整/],
  ["an end that counts one part too few", () => workbook({}, { count: 6 }), /压缩目录不完整/],
  ["an end that counts none", () => workbook({}, { count: 0 }), /压缩目录不完整/],
  ["a directory that is elsewhere", () => workbook({}, { offset: 7 }), /压缩目录不完整/],
  ["a directory beyond the file", () => workbook({}, { offset: 0x7fffffff }), /压缩目录不完整/],
  ["a directory of endless size", () => workbook({}, { size: 0xfffffff0 }), /压缩目录不完整/],
  ["a large end that says nonsense", () => workbook({}, { only64: true, offset: 5 }), /压缩目录不完整/],
  ["a large end of 2^53 parts", () => workbook({}, { only64: true, count: 2 ** 53 }), /部件超过 2,000 个/],
  ["a volume of several", () => workbook({}, { disk: 1 }), /分成了几卷/],
  ["something before the archive", () => workbook({}, { before: new TextEncoder().encode("PK\u0003\u0004MZ") }), /文件开头有多余的内容/],
  ["something after the archive", () => workbook({}, { after: zeros(5) }), /文件不完整/],
  ["a comment longer than what follows", () => joined(workbook({}, { comment: "长评论" }).slice(0, -1)), /文件不完整/],
  ["two parts of one name", () => zip([...entriesOf(), { name: paths.sheet, content: "<x/>" }]), /两个同名的部件/],
  ["two parts that differ in capitals", () => zip([...entriesOf(), { name: "XL/Workbook.xml", content: "<x/>" }]), /两个同名的部件/],
  ["a part that is a link", () => workbook({ "xl/media/1.png": { content: "/etc/passwd", mode: 0o120777 } }), /部件是链接/],
  ["a part with a password", () => workbook({ [paths.sheet]: { flags: 1 } }), /打开密码/],
  ["a part with strong encryption", () => workbook({ [paths.sheet]: { flags: 0x41 } }), /打开密码/],
  [
    "a folder of workbooks with a password",
    () => zip([{ name: "第一中学.xlsx", content: workbook(), flags: 1 }]),
    /是有密码的压缩包.*用密码解压/,
  ],
  ["a directory that is masked", () => workbook({ [paths.sheet]: { flags: 0x2000 } }), /打开密码/],
  ["Deflate64", () => workbook({ [paths.sheet]: { method: 9 } }), /压缩方法不是/],
  ["bzip2", () => workbook({ [paths.sheet]: { method: 12 } }), /压缩方法不是/],
  ["LZMA", () => workbook({ [paths.sheet]: { method: 14 } }), /压缩方法不是/],
  ["AES of WinZip", () => workbook({ [paths.sheet]: { method: 99, flags: 1 } }), /打开密码/],
  ["another name before the data", () => workbook({ [paths.sheet]: { localName: "xl/worksheets/sheet2.xml" } }), /部件与目录不一致/],
  ["another method before the data", () => workbook({ [paths.sheet]: { localMethod: 0 } }), /部件与目录不一致/],
  ["another size before the data", () => workbook({ [paths.sheet]: { localSize: 7 } }), /部件与目录不一致/],
  ["a part that is not where it should be", () => workbook({ [paths.sheet]: { offset: 11 } }), /不在目录所说的地方/],
  ["a part beyond the file", () => workbook({ [paths.sheet]: { offset: 0x7fffffff } }), /不在目录所说的地方/],
  ["a stored part of two sizes", () => workbook({ [paths.sheet]: { method: 0, size: 5, localSize: 5 } }), /部件大小不符/],
  ["a part longer than the file", () => workbook({ [paths.sheet]: { compressed: 900_000 } }), /部件不完整/],
  ["a part larger than it says", () => workbook({ [paths.sheet]: { size: 100 } }), /与校验和不符/],
  ["a part smaller than it says", () => workbook({ [paths.sheet]: { size: 4000 } }), /与校验和不符/],
  [
    "a part that stops half way",
    () => workbook({ [paths.sheet]: { data: deflateRawSync("<worksheet>".repeat(99)).subarray(0, 20) } }),
    DAMAGED,
  ],
  ["a block of no type", () => brokenStream(0x07), /压缩数据损坏/],
  ["a stored block with the wrong length", () => brokenStream(0x01, 0xff, 0xff, 0x12, 0x34), DAMAGED],
  ["a tree of no codes", () => brokenStream(0x05, 0xff, 0xff, 0xff), DAMAGED],
  ["a reach before the beginning", () => brokenStream(0x63, 0x00, 0xff, 0x7f), DAMAGED],
  ["2,001 parts", () => workbook(many(1994)), /部件超过 2,000 个.*删去不用的工作表和图片/],
  ["an end that counts 65,000 parts", () => workbook({}, { count: 65_000 }), /部件超过 2,000 个/],
  ["a part of 101 MB", () => workbook({ "xl/media/1.bin": { content: "x", size: 101 * MB, localSize: 101 * MB } }), /解压后超过 100 MB/],
  ["a part of 4 GB", () => workbook({ "xl/media/1.bin": { content: "x", size: 0xfffffff0, localSize: 0xfffffff0 } }), /解压后超过 100 MB/],
  ["a part of 2^60 bytes", () => workbook({ "xl/media/1.bin": { content: "x", size: 2 ** 60, zip64: true } }), /解压后超过 100 MB/],
  [
    "parts of 126 MB together",
    () =>
      workbook(
        Object.fromEntries([1, 2, 3].map((n) => [`${n}.bin`, { content: "x", data: zeros(300_000), size: 42 * MB, localSize: 42 * MB }])),
      ),
    /解压后超过 120 MB/,
  ],
  ["a bomb: 90 MB of zeros", () => workbook({ "xl/media/1.bin": zeros(90 * MB) }), /压缩炸弹/],
  ["a bomb for a sheet", () => workbook({ [paths.sheet]: zeros(60 * MB) }), /压缩炸弹/],
  [
    "a bomb that says it is small",
    () => workbook({ [paths.sheet]: { content: zeros(50 * MB), size: 900_000, localSize: 900_000 } }),
    /与校验和不符/,
  ],
  [
    "a bomb in many small parts",
    () => workbook(Object.fromEntries(Array.from({ length: 125 }, (_, n) => [`${n}.bin`, zeros(MB)]))),
    /解压后超过 120 MB/,
  ],
  ["a bomb whose parts overlap", () => overlapping(60), /部件互相重叠|部件与目录不一致/],
  [
    "two parts in the same bytes",
    () => zip([...entriesOf(), { ...(entriesOf()[0] as ZipEntry), name: "A.xml", localName: paths.types, offset: 0 }]),
    /部件与目录不一致/,
  ],
  ["a part inside another", () => zip(replaced(paths.sheet, { compressed: 600 })), /部件互相重叠/],
];

export const archives: readonly Hostile[] = [
  ...cut,
  ...turned,
  ...wrongSums,
  ...slips,
  ...made.map(([name, bytes, says]) => ({ name, bytes, says })),
];
