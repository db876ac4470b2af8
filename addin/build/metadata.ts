/** functions.json as Excel reads it: generated from the JSDoc of the functions, and then what the generator cannot say. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality?: "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface CellFunction {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly type?: string; readonly dimensionality?: "matrix" };
  /** Of a function that answers later and may be called back. */
  readonly options?: { readonly cancelable?: boolean };
}

export interface Metadata {
  readonly allowErrorForDataTypeAny: true;
  readonly allowCustomDataForDataTypeAny: true;
  readonly functions: readonly CellFunction[];
}

/** The file that names the files of functions. */
export const functionsFile = fileURLToPath(new URL("../functions.ts", import.meta.url));

/** The files functions.ts exports, in its order: Excel's list, the README's and the playground's follow it. */
export function functionFiles(): string[] {
  const exported = readFileSync(functionsFile, "utf8").matchAll(/^export \* from "(\.\/functions\/[\w-]+\.ts)";$/gm);
  return [...exported].map(([, path]) => fileURLToPath(new URL(`../${path}`, import.meta.url)));
}

/** Fails on what the generator's own command line lets pass: an error, or a file without a function. */
export async function metadataOf(files: readonly string[] = functionFiles()): Promise<Metadata> {
  const all = await Promise.all(files.map(functionsIn));
  return { allowErrorForDataTypeAny: true, allowCustomDataForDataTypeAny: true, functions: all.flat().map(open) };
}

async function functionsIn(file: string): Promise<readonly CellFunction[]> {
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(file);
  if (errors.length > 0) throw new Error(`${file}: ${errors.join("; ")}`);
  if (associate.length === 0) throw new Error(`${file}: no exported function with @customfunction`);
  const renamed = associate.find(({ functionName, id }) => functionName !== id);
  if (renamed) throw new Error(`${file}: ${renamed.functionName} is declared as ${renamed.id}; the export's name is the function's name`);
  return (JSON.parse(metadataJson) as Metadata).functions;
}

/** Every argument takes anything: Excel refuses a text for a number without a word, our message says what to write instead. */
function open(entry: CellFunction): CellFunction {
  return { ...entry, parameters: entry.parameters.map((parameter) => ({ ...parameter, type: "any" })) };
}
