/** The house stands as its plan says: rooms, doors, sizes, and the map in the README. */
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { entriesOf, exists, filesOf, importsOf, isProgram, saysOf, textOf } from "./tools/sources.ts";

const programs = (room: string) =>
  filesOf(room).filter((path) => isProgram(path) && !path.startsWith("addin/build/") && path !== "addin/vite.config.ts");
const [shared, addin, worker] = [programs("shared"), programs("addin"), programs("worker")];
const product = [...shared, ...addin, ...worker];

/** `file -> what it imports`, for the imports that are not allowed. */
function wrongImports(files: string[], allowed: (what: string, file: string, typesOnly: boolean) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter(({ what, typesOnly }) => !allowed(what, file, typesOnly))
      .map(({ what }) => `${file} -> ${what}`),
  );
}

/** The files that say any of the words outside comments and texts. */
function saying(files: string[], ...words: string[]): string[] {
  return files.filter((file) => {
    const says = saysOf(file);
    return words.some((word) => says.has(word));
  });
}

/** All that a file brings in to run, directly or not. */
function reached(file: string, except: string[] = [], found = new Set<string>()): Set<string> {
  if (found.has(file) || except.includes(file) || !exists(file)) return found;
  found.add(file);
  for (const { what, typesOnly } of importsOf(file)) if (!typesOnly && isProgram(what)) reached(what, except, found);
  return found;
}

const room = (what: string) => /^(shared|addin|worker|test)\//.exec(what)?.[1];

describe("doors", () => {
  test("shared knows nobody: zod for the wire's shapes, pinyin for the search, a digest without crypto.subtle", () => {
    const packages = new Map([
      ["zod", "shared/contract/"],
      ["@noble/hashes/sha2.js", "shared/canonical.ts"],
      ["@noble/hashes/utils.js", "shared/canonical.ts"],
      ["pinyin-pro", "shared/indicators/initials.ts"],
    ]);
    expect(wrongImports(shared, (what, file) => room(what) === "shared" || file.startsWith(packages.get(what) ?? "nobody"))).toEqual([]);
  });

  test("add-in and Worker never import each other, not even types", () => {
    expect(wrongImports(addin, (what) => room(what) !== "worker")).toEqual([]);
    expect(wrongImports(worker, (what) => room(what) !== "addin")).toEqual([]);
  });

  test("the product does not lean on its tests", () => {
    expect(wrongImports(product, (what) => room(what) !== "test")).toEqual([]);
  });

  test("the add-in takes only types from the wire's shapes, so zod stays out of the browser", () => {
    const browser = [...addin, ...shared.filter((file) => file !== "shared/contract.ts")];
    expect(wrongImports(browser, (what, _, typesOnly) => what !== "shared/contract.ts" || typesOnly)).toEqual([]);
  });

  test("Excel is behind workbook.ts", () => {
    expect(saying(product, "Excel.")).toEqual(["addin/workbook.ts"]);
  });

  test("custom functions are behind cells.ts and main.ts", () => {
    // functions/region.ts says it in types only: the metadata generator asks for that name.
    expect(saying(product, "CustomFunctions.")).toEqual(["addin/cells.ts", "addin/functions/region.ts", "addin/main.ts"]);
  });

  test("what is in force is read with all definitions, but for the first screen of the pane", () => {
    const reading = addin.filter((file) => importsOf(file).some(({ what, typesOnly }) => what === "addin/catalogue.ts" && !typesOnly));
    const first = ["addin/pane/check.ts", "addin/pane/connection.ts", "addin/pane/in-force.ts"];
    expect(reading).toEqual(["addin/all-definitions.ts", ...first]);
  });

  test("the network is behind api.ts", () => {
    const network = ["fetch()", "window.fetch", "globalThis.fetch", "self.fetch", "navigator.sendBeacon"];
    const made = ["XMLHttpRequest", "WebSocket", "EventSource"].flatMap((kind) => [`new ${kind}()`, `new ${kind}(…)`]);
    expect(saying(product, ...network, ...made)).toEqual(["addin/api.ts"]);
  });

  test("SQL is behind region.ts: nothing else that the routes reach says it", () => {
    const withSql = saying(product, "sql.exec");
    expect(withSql.filter((file) => reached("worker/index.ts", ["worker/region.ts"]).has(file))).toEqual([]);
    expect(withSql.filter((file) => !reached("worker/region.ts").has(file))).toEqual([]);
    expect(withSql).toContain("worker/submissions.ts");
  });

  test("the deployment's settings are read in index.ts and auth.ts", () => {
    expect(saying(worker, "env.", ".env").filter((file) => !["worker/index.ts", "worker/auth.ts"].includes(file))).toEqual([]);
  });

  test("the clock is read in the Worker's index.ts only, and nowhere in shared", () => {
    expect(saying([...shared, ...worker], "Date.now", "new Date()", "Date()", "performance.now")).toEqual(["worker/index.ts"]);
  });
});

describe("sizes", () => {
  const written = ["shared", "addin", "worker", "test"].flatMap(filesOf).filter((path) => /\.(tsx?|mjs|css|html)$/.test(path));

  test("no file is over 350 lines: past that, a word is missing", () => {
    const lines = (path: string) => textOf(path).split("\n").length - 1;
    expect(written.filter((path) => lines(path) > 350).map((path) => `${path}: ${lines(path)}`)).toEqual([]);
  });

  test("the top level holds the rooms and what must be there, nothing else", () => {
    const files = ["LICENSE", "README.md", "manifest.xml", "package-lock.json", "package.json", "tsconfig.json", "wrangler.toml"];
    expect(entriesOf("")).toEqual([...files, "addin/", "shared/", "test/", "worker/"].sort());
  });
});

describe("the map in the README", () => {
  const map = readMap(textOf("README.md"));

  test("shows the top level, and every name on it is there", () => {
    expect([...map.keys()]).toContain("");
    const named = [...map].flatMap(([folder, names]) => names.map((name) => posix.join(folder, name)));
    expect(named.filter((path) => !exists(path))).toEqual([]);
  });

  test.each([...map.keys()])("shows all of what it opens: /%s", (folder) => {
    expect([...(map.get(folder) ?? [])].sort()).toEqual(entriesOf(folder));
  });
});

/**
 * The fenced tree under "地图 / Map": two spaces for each level, names, then two spaces and what they are. A folder ends with a slash;
 * one with lines below it is opened, and must then show everything it holds. Returns the names by opened folder.
 */
function readMap(readme: string): Map<string, string[]> {
  const tree = /^## 地图 \/ Map\n[\s\S]*?\n```\w*\n([\s\S]*?)\n```/m.exec(readme)?.[1] ?? "";
  const map = new Map<string, string[]>();
  const path: string[] = [];
  for (const line of tree.split("\n").filter((text) => text.trim() !== "")) {
    const depth = (line.length - line.trimStart().length) / 2;
    const names = (line.trim().split(/\s{2,}/)[0] ?? "").split(" ");
    path.length = depth;
    const folder = path.join("");
    map.set(folder, [...(map.get(folder) ?? []), ...names]);
    path.push(names.at(-1) ?? "");
  }
  return map;
}
