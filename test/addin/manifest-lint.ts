/** What no schema of the manifest checks, and what Excel tells nobody: the add-in is simply not there. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { elements, type Node, parse } from "./xml.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

/** Findings in the manifest's text, none when Excel will take it. */
export function lint(text: string): string[] {
  let manifest: Node;
  try {
    manifest = parse(text);
  } catch (error) {
    return [`not well-formed: ${(error as Error).message.split("\n")[0]}`];
  }
  return [identity, resources, addresses, icons, runtime, languages].flatMap((rule) => rule(manifest));
}

function identity(manifest: Node): string[] {
  const id = only(manifest, "Id").text;
  const shown = only(manifest, "Version").text;
  const sets = new Map(elements(manifest, "Set").map(({ attributes }) => [attributes.Name, attributes.MinVersion]));
  return [
    ...unless(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id), `Id is no GUID: ${id}`),
    ...unless(shown === `${version}.0`, `Version ${shown} is not package.json's ${version} and .0`),
    ...unless(sets.get("CustomFunctionsRuntime") === "1.2", "error messages need CustomFunctionsRuntime 1.2"),
    ...unless(sets.get("SharedRuntime") === "1.1", "one page for pane and functions needs SharedRuntime 1.1"),
  ];
}

function resources(manifest: Node): string[] {
  const ids = resourceNodes(manifest).map(({ attributes }) => attributes.id ?? "");
  const used = elements(manifest).flatMap(({ attributes }) => attributes.resid ?? []);
  const limits = { ShortStrings: 125, LongStrings: 250 };
  return [
    ...used.filter((id) => !ids.includes(id)).map((id) => `resid ${id} resolves to nothing`),
    ...ids.filter((id) => !used.includes(id)).map((id) => `resource ${id} is used by nobody`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `resource ${id} is there twice`),
    ...ids.filter((id) => id.length > 32).map((id) => `resource ${id} has more than 32 characters`),
    ...Object.entries(limits).flatMap(([kind, limit]) =>
      valuesIn(only(manifest, `bt:${kind}`))
        .filter((value) => value.length > limit)
        .map((value) => `longer than ${limit}: ${value}`),
    ),
  ];
}

function addresses(manifest: Node): string[] {
  const inUrls = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "bt:Images", "bt:Urls"].flatMap((name) =>
    valuesIn(only(manifest, name)),
  );
  const all = [...new Set([...inUrls, ...valuesIn(manifest).filter((value) => value.includes("://"))])];
  const origins = new Set(all.filter((address) => URL.canParse(address)).map((address) => new URL(address).origin));
  return [
    ...all.filter((address) => !address.startsWith("https://")).map((address) => `not https: ${address}`),
    ...unless(origins.size === 1, `more than one origin: ${[...origins].join(" ")}`),
  ];
}

function icons(manifest: Node): string[] {
  const address = (id: string | undefined) =>
    resourceNodes(manifest).find(({ attributes }) => attributes.id === id)?.attributes.DefaultValue;
  const shown = elements(manifest, "Icon").map((icon) => elements(icon, "bt:Image"));
  return [
    ...shown.flatMap((images) =>
      [16, 32, 80]
        .filter((size) => !images.some(({ attributes }) => attributes.size === `${size}`))
        .map((size) => `an Icon lacks size ${size}`),
    ),
    ...shown.flat().flatMap(({ attributes }) => icon(address(attributes.resid), Number(attributes.size))),
    ...icon(only(manifest, "IconUrl").attributes.DefaultValue, 32),
    ...icon(only(manifest, "HighResolutionIconUrl").attributes.DefaultValue, 64),
  ];
}

/** Width and height stand at bytes 16 and 20 of every PNG. */
function icon(address: string | undefined, size: number): string[] {
  const file = `${root}addin${address && URL.canParse(address) ? new URL(address).pathname : "/no-address"}`;
  if (!existsSync(file)) return [`icon of ${size} pixels: no file for ${address}`];
  const bytes = readFileSync(file);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return unless(width === size && height === size, `icon of ${size} pixels is ${width} x ${height}: ${address}`);
}

function runtime(manifest: Node): string[] {
  const { resid, lifetime } = only(manifest, "Runtime").attributes;
  const pages = [
    only(only(manifest, "Page"), "SourceLocation"),
    only(manifest, "FunctionFile"),
    only(only(manifest, "Action"), "SourceLocation"),
  ];
  const namespace = resourceNodes(manifest).find(({ attributes }) => attributes.id === only(manifest, "Namespace").attributes.resid);
  return [
    ...unless(lifetime === "long", "lifetime is not long: functions would stop with the pane"),
    ...unless(
      pages.every(({ attributes }) => attributes.resid === resid),
      "Page, FunctionFile and ShowTaskpane must be the runtime's page",
    ),
    ...unless(elements(manifest, "TaskpaneId").length === 0, "a long runtime has no TaskpaneId"),
    ...unless(elements(manifest, "Metadata").length === 1, "no Metadata: Excel would know no function"),
    ...unless(namespace?.attributes.DefaultValue === "QUALITY", "Namespace is not QUALITY"),
    ...unless(namespace?.children.length === 0, "a translated Namespace would be another function name"),
  ];
}

function languages(manifest: Node): string[] {
  const namespace = only(manifest, "Namespace").attributes.resid;
  const texts = [only(manifest, "DisplayName"), only(manifest, "Description"), ...elements(manifest, "bt:String")];
  const untranslated = texts.filter(
    ({ attributes, children }) =>
      attributes.id !== namespace && !children.some((child) => child.attributes.Locale === "en-US" && child.attributes.Value),
  );
  return [
    ...unless(only(manifest, "DefaultLocale").text === "zh-CN", "DefaultLocale is not zh-CN"),
    ...untranslated.map(({ name, attributes }) => `no English for ${attributes.id ?? name}`),
  ];
}

function resourceNodes(manifest: Node): Node[] {
  return elements(only(manifest, "Resources")).filter(({ attributes }) => attributes.id !== undefined);
}

function valuesIn(node: Node): string[] {
  return [node, ...elements(node)].flatMap(({ attributes }) => [attributes.DefaultValue ?? [], attributes.Value ?? []]).flat();
}

/** The first of that name; an empty one where there is none, so that the rule about it speaks instead of a crash. */
function only(node: Node, name: string): Node {
  return elements(node, name)[0] ?? { name, attributes: {}, children: [], text: "" };
}

function unless(fine: boolean, finding: string): string[] {
  return fine ? [] : [finding];
}
