/**
 * A workbook worked on by openpyxl as by somebody with a spreadsheet program: cells filled in, rows deleted, sheets renamed. Formulas keep no
 * cached values, as in any file that openpyxl saves.
 */
import { readFileSync } from "node:fs";
import { runPython, withFile } from "./openpyxl.ts";

/** A date is {"date": "2026-01-02"}; a formula begins with "=". */
export type Typed = string | number | boolean | null | { readonly date: string };

export type Edit =
  | { readonly set: Readonly<Record<string, Typed>>; readonly sheet: string }
  /** Rows from a cell on, row by row; null leaves a cell as it is. */
  | { readonly rows: readonly (readonly Typed[])[]; readonly from: string; readonly sheet: string }
  | { readonly deleteRow: number; readonly sheet: string }
  | { readonly deleteColumn: number; readonly sheet: string }
  | { readonly insertRow: number; readonly sheet: string }
  | { readonly merge: string; readonly sheet: string }
  | { readonly hideRow: number; readonly sheet: string }
  | { readonly rename: string; readonly sheet: string }
  | { readonly first: true; readonly sheet: string }
  | { readonly remove: true; readonly sheet: string };

const SCRIPT = `
import sys, json, datetime, openpyxl
from openpyxl.utils.cell import coordinate_to_tuple
def typed(v): return datetime.datetime.fromisoformat(v['date']) if isinstance(v, dict) else v
for number, edits in enumerate(json.load(sys.stdin)):
    book = openpyxl.load_workbook(sys.argv[1])
    for edit in edits:
        ws = book[edit['sheet']]
        if 'set' in edit:
            for at, v in edit['set'].items(): ws[at] = typed(v)
        if 'rows' in edit:
            top, left = coordinate_to_tuple(edit['from'])
            for r, row in enumerate(edit['rows']):
                for c, v in enumerate(row):
                    if v is not None: ws.cell(top + r, left + c, typed(v))
        if 'deleteRow' in edit: ws.delete_rows(edit['deleteRow'])
        if 'deleteColumn' in edit: ws.delete_cols(edit['deleteColumn'])
        if 'insertRow' in edit: ws.insert_rows(edit['insertRow'])
        if 'merge' in edit: ws.merge_cells(edit['merge'])
        if 'hideRow' in edit: ws.row_dimensions[edit['hideRow']].hidden = True
        if 'rename' in edit: ws.title = edit['rename']
        if 'first' in edit: book.move_sheet(ws, -len(book.sheetnames))
        if 'remove' in edit: book.remove(ws)
    book.save(f"{sys.argv[1]}.{number}.xlsx")
`;

export function edited(workbook: Uint8Array, edits: readonly Edit[]): Uint8Array {
  return editedEach(workbook, [edits])[0] as Uint8Array;
}

/** The same workbook worked on in several ways, each from the beginning. */
export function editedEach(workbook: Uint8Array, each: readonly (readonly Edit[])[]): Uint8Array[] {
  return withFile(workbook, (file) => {
    runPython(SCRIPT, [file], JSON.stringify(each));
    return each.map((_, at) => new Uint8Array(readFileSync(`${file}.${at}.xlsx`)));
  });
}
