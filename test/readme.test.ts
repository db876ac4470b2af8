/** The README tells the truth: its functions are the functions, and what it shows is there. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./tools/root.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly parameters: readonly { readonly name: string; readonly optional?: boolean; readonly repeating?: boolean }[];
  }[];
}

test("its function table is the functions Excel sees, with their arguments in order", () => {
  const { functions } = JSON.parse(readFileSync(join(root, "test/addin/functions.golden.json"), "utf8")) as Metadata;
  const signatures = functions.map(({ id, parameters }) => {
    const names = parameters.map(({ name, optional, repeating }) => (optional ? `[${name}]` : repeating ? `${name}…` : name));
    return `${id}(${names.join(", ")})`;
  });
  const table = [...readme.matchAll(/^\| `([A-Z]+\([^)]*\))` \|/gm)].map(([, signature]) => signature);
  expect(table).toEqual(signatures);
});

test("every file it links to is there", () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path]) => path as string);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("every command it names is in package.json", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/npm (?:run ([a-z0-9]+)|(start|test))\b/g)].map(([, script, name]) => (script ?? name) as string);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  expect(named.length).toBeGreaterThan(5);
});
