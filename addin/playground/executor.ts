/**
 * One custom function inside Univer's formula engine, handed its arguments as Excel hands them over:
 * ranges as rows of cells, blanks as `null`, omitted arguments as `null`, a single cell as its value where one value is asked for,
 * an error cell as an object with its `code`, a repeating argument as the list of what was given from its place on.
 * It never throws: a throw would stop the engine for the whole session.
 */
import type { ICellData, Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  AsyncObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/preset-sheets-core";

export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly optional: boolean;
  readonly matrix: boolean;
  /** Takes every argument from its place on; only the last may. */
  readonly repeating: boolean;
}

/** What the engine hands over for a blank cell: `null` as Excel does now, or 0 as some of its builds did. */
export type Blank = null | 0;

export type CellFunction = (...values: never[]) => unknown;

const ERRORS = new Set<string>(Object.values(ErrorType));

/** Makes the class of a function that answers later; the engine waits for it, one cell after the other. */
export function asyncExecutor(run: CellFunction, parameters: readonly Parameter[], blank: Blank): typeof BaseFunction {
  return class extends BaseFunction {
    override isAsync(): boolean {
      return true;
    }
    override calculate(...given: BaseValueObject[]): BaseValueObject {
      const values = parameters.map(({ matrix }, index) => argument(given[index], matrix, blank));
      const later = Promise.resolve()
        .then(() => run(...([...values, {}] as never[])))
        .then(result, failure);
      return new AsyncObject(later) as unknown as BaseValueObject;
    }
  };
}

/** Makes the class that Univer's `formula.function` setting asks for. */
export function executor(run: CellFunction, parameters: readonly Parameter[], blank: Blank): typeof BaseFunction {
  return class extends BaseFunction {
    override calculate(...given: BaseValueObject[]): BaseValueObject {
      try {
        const values = parameters.map(({ matrix, repeating }, index) =>
          repeating ? given.slice(index).map((one) => argument(one, matrix, blank)) : argument(given[index], matrix, blank),
        );
        return result(run(...(values as never[])));
      } catch (error) {
        return failure(error);
      }
    }
  };
}

function argument(given: BaseValueObject | undefined, matrix: boolean, blank: Blank): unknown {
  if (given === undefined || given.isNull()) return null;
  if (!given.isArray()) return matrix ? [[value(given, blank)]] : value(given, blank);
  const array = given as ArrayValueObject;
  if (!matrix && array.getRowCount() === 1 && array.getColumnCount() === 1) return value(array.get(0, 0), blank);
  const columns = array.getColumnCount();
  return Array.from({ length: array.getRowCount() }, (_, row) =>
    Array.from({ length: columns }, (_, column) => value(array.get(row, column), blank)),
  );
}

function value(cell: Nullable<BaseValueObject>, blank: Blank): unknown {
  if (!cell || cell.isNull()) return blank;
  return cell.isError() ? { code: cell.getValue() } : cell.getValue();
}

function result(returned: unknown): BaseValueObject {
  if (!Array.isArray(returned)) return single(returned);
  const rows = returned as unknown[][];
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(single)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function single(returned: unknown): BaseValueObject {
  if (typeof returned === "number")
    return Number.isFinite(returned) ? NumberValueObject.create(returned) : new ErrorValueObject(ErrorType.NUM);
  if (typeof returned === "boolean") return BooleanValueObject.create(returned);
  if (returned instanceof Error) return failure(returned);
  return StringValueObject.create(String(returned ?? ""));
}

function failure(error: unknown): ErrorValueObject {
  const code = error instanceof Error && "code" in error && ERRORS.has(String(error.code)) ? (error.code as ErrorType) : ErrorType.VALUE;
  const message = error instanceof Error ? error.message : String(error);
  return new ErrorValueObject(code, message).withCustomData({ [code]: message });
}

/**
 * The message of a cell that shows an error. Univer carries custom data from a result into its cell, and leaves it there when
 * the cell changes: it counts only while the cell shows that error and its formula is still one of ours.
 */
export function messageOf(cell: Nullable<ICellData>, code: string): string | undefined {
  const message: unknown = cell?.custom?.[code];
  return typeof message === "string" && /QUALITY\./i.test(cell?.f ?? "") ? message : undefined;
}
