/** Texts of cells: escapes of the format undone, nothing in them that is no text, and none of them holding on to the file. */

/** A character that XML cannot hold is written _x000D_; a text that looks like that itself has _x005F_ before it (ECMA-376 part 1, 22.9.2.19). */
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** A text as it was typed. What no text has (control characters, halves of characters) becomes U+FFFD. */
export function typedText(text: string): string {
  if (!text.includes("_x")) return ownText(text);
  const typed = text.replace(ESCAPE, (_, digits: string) => {
    const code = Number.parseInt(digits, 16);
    const isText = (code >= 32 && !(code >= 0xd800 && code < 0xe000) && code < 0xfffe) || code === 9 || code === 10 || code === 13;
    return isText ? String.fromCharCode(code) : "\ufffd";
  });
  return ownText(typed.replace(/\r\n?/g, "\n"));
}

/** Engines keep a slice of a long text together with all of that text, 64 KB for a name: this makes a text of its own. */
function ownText(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}
