/** References in XML: &lt; and &#x4E00;. There are five names, and no way to declare another. */

/** The text with its references resolved; `undefined` where one names anything but the five, or no character of XML. */
export function resolve(text: string): string | undefined {
  let unknown = false;
  const resolved = text.replace(/&([^;&]*)(;?)/g, (_, name: string, end: string) => {
    const character = end === "" ? undefined : characterOf(name);
    if (character === undefined) unknown = true;
    return character ?? "";
  });
  return unknown ? undefined : resolved;
}

/** The character that a reference names: one of five, or by its number; `undefined` for any other. */
function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return FIVE.get(name);
  const digits = /^#(?:(\d{1,8})|x([0-9a-fA-F]{1,8}))$/.exec(name);
  if (!digits) return undefined;
  const code = digits[1] === undefined ? Number.parseInt(digits[2] as string, 16) : Number(digits[1]);
  const allowed =
    code >= 32 ? code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code < 0x110000) : [9, 10, 13].includes(code);
  return allowed ? String.fromCodePoint(code) : undefined;
}

const FIVE: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);
