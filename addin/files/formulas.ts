/** What a formula may not say: nothing in a file that is read refers to another file or starts another program. */

/** A formula without its texts between quotation marks, where anything may stand. */
function bare(formula: string): string {
  return formula.replace(/"[^"]*"/g, '""');
}

/**
 * Asks another program: `cmd|'/c calc'!A0`, or a function that does. A bar is nothing else in a formula; sheet names in quotes may
 * have one.
 */
export function asksProgram(formula: string): boolean {
  const text = bare(formula);
  return (
    /\|/.test(text.replace(/'(?:[^']|'')*'!/g, "!")) ||
    /(^|[^\p{L}\d_.])(_xl\w+\.)*(DDE|DDEINITIATE|RTD|WEBSERVICE|CALL|EXEC|REGISTER(\.ID)?)\s*\(/iu.test(text)
  );
}

/**
 * Refers to another file: `[1]Sheet1!A1`, `'C:\[book.xlsx]Sheet1'!A1`. A column of a table, `Table1[mark]`, is none, and `[0]!name` is this
 * file itself.
 */
export function refersOutside(formula: string): boolean {
  const text = bare(formula).replaceAll("[0]", "");
  const quoted = /'(?:[^']|'')*'!/g;
  for (const [name] of text.matchAll(quoted)) if (/\[|\]|:[\\/]|^'\\\\/.test(name)) return true;
  return /(?<![\p{L}\d_.\]])\[[^[\]]+\][^[\],;()]*!/u.test(text.replace(quoted, "!"));
}

export function nameLeadsOutside(text: string): boolean {
  return refersOutside(text) || asksProgram(text);
}
