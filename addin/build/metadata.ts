/** functions.json as Excel reads it: generated from the JSDoc in functions.ts, and then what the generator cannot say. */
import { fileURLToPath } from "node:url";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality?: "matrix";
  readonly optional?: boolean;
}

export interface CellFunction {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly type?: string; readonly dimensionality?: "matrix" };
}

export interface Metadata {
  readonly allowErrorForDataTypeAny: true;
  readonly allowCustomDataForDataTypeAny: true;
  readonly functions: readonly CellFunction[];
}

export const functionsFile = fileURLToPath(new URL("../functions.ts", import.meta.url));

/** Fails on what the generator's own command line lets pass: an error, or a file without a function. */
export async function metadataOf(file: string = functionsFile): Promise<Metadata> {
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(file);
  if (errors.length > 0) throw new Error(`${file}: ${errors.join("; ")}`);
  if (associate.length === 0) throw new Error(`${file}: no exported function with @customfunction`);
  const renamed = associate.find(({ functionName, id }) => functionName !== id);
  if (renamed) throw new Error(`${file}: ${renamed.functionName} is declared as ${renamed.id}; the export's name is the function's name`);
  const generated: Omit<Metadata, "allowErrorForDataTypeAny"> = JSON.parse(metadataJson);
  return { allowErrorForDataTypeAny: true, ...generated, functions: generated.functions.map(open) };
}

/** Every argument takes anything: Excel refuses a text for a number without a word, our message says what to write instead. */
function open(entry: CellFunction): CellFunction {
  return { ...entry, parameters: entry.parameters.map((parameter) => ({ ...parameter, type: "any" })) };
}
