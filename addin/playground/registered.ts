/** Every export of functions.ts as Univer wants it: an executor for the formula engine and a description for the function list. */

import metadata from "virtual:functions.json";
import { type BaseFunction, FunctionType, type IFunctionInfo } from "@univerjs/preset-sheets-core";
import * as functions from "../functions.ts";
import { asyncExecutor, type Blank, type CellFunction, executor, type Parameter } from "./executor.ts";

export interface Registered {
  readonly executors: [typeof BaseFunction, string][];
  readonly descriptions: IFunctionInfo[];
}

export function registered(blank: Blank): Registered {
  const all = metadata.functions.map((entry) => ({ ...entry, full: `QUALITY.${entry.id}` }));
  const run = functions as unknown as Record<string, CellFunction>;
  return {
    executors: all.map(({ id, full, parameters, options }) => {
      const make = options?.cancelable ? asyncExecutor : executor;
      return [make(run[id] as CellFunction, parameters.map(parameter), blank), full];
    }),
    descriptions: all.map(({ full, description, parameters }) => ({
      functionName: full,
      functionType: FunctionType.User,
      description,
      abstract: description,
      functionParameter: parameters.map(described),
    })),
  };
}

type Entry = (typeof metadata.functions)[number]["parameters"][number];

function parameter({ name, description, optional, dimensionality, repeating }: Entry): Parameter {
  const [left, many] = [optional === true, repeating === true];
  return { name, description: description ?? "", optional: left, matrix: dimensionality === "matrix", repeating: many };
}

function described({ name, description, optional, repeating }: Entry): IFunctionInfo["functionParameter"][number] {
  return { name, detail: description ?? "", example: "", require: optional ? 0 : 1, repeat: repeating ? 1 : 0 };
}
