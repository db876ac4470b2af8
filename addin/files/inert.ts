/**
 * Texts that a spreadsheet program would take for a formula, made harmless for .csv. In an .xlsx a cell that is written as a text (type
 * "s" or "inlineStr") stays a text whatever it begins with, so there nothing is to be done: write texts as texts, and never as formulas.
 */

/** What formulas begin with, and their full-width forms, which Chinese and Japanese programs read alike. */
const FORMULA_BEGINS = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;
/** What some programs take off before they look: tabs and line ends, other control characters, all spaces, marks without width. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
const SKIPPED = /^[\u0000-\u0020\u007f-\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff]+/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
const CONTROL = /^[\u0000-\u001f]/;

/**
 * A text for a .csv that no program computes: one that begins with = + - @ (also full-width, also behind spaces) or with a tab, a line
 * end or another control character gets an apostrophe in front. The caller still quotes it for .csv. Only texts: a number is written as it is.
 */
export function inert(text: string): string {
  return CONTROL.test(text) || FORMULA_BEGINS.test(text.replace(SKIPPED, "")) ? `'${text}` : text;
}
