/**
 * openpyxl, a second reader of .xlsx that shares nothing with the writer: Debian's python3-openpyxl, used by tests only, installed like
 * LibreOffice where it is missing and we are root.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aptInstall, findProgram } from "./programs.ts";

/** What a workbook says of itself, sheet by sheet. */
export interface Seen {
  readonly names: Readonly<Record<string, string>>;
  readonly sheets: readonly SeenSheet[];
}
export interface SeenSheet {
  readonly title: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  readonly protected: boolean;
  readonly password: string | null;
  readonly freeze: string | null;
  readonly titles: string | null;
  readonly paper: string;
  readonly orientation: string;
  readonly footer: string;
  readonly validations: readonly { type: string; sqref: string; formula1: string; error: string; prompt: string; stop: boolean }[];
  readonly shades: readonly { sqref: string; formula: string }[];
  /** Columns whose cells may be typed in. */
  readonly open: readonly string[];
  /** Cells that are written: whether locked, and whether a formula. */
  readonly cells: readonly { at: string; locked: boolean; formula: boolean; value: string }[];
  readonly comments: readonly { at: string; text: string; author: string }[];
}

const SCRIPT = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
listed = book.defined_names
named = listed.definedName if hasattr(listed, 'definedName') else listed.values()
def text(v): return '' if v is None else str(getattr(v, 'text', v))
sheets = []
for ws in book.worksheets:
    p = ws.protection
    sheets.append(dict(title=ws.title, state=ws.sheet_state, protected=bool(p.sheet), password=p.password, freeze=ws.freeze_panes,
      titles=ws.print_title_rows, paper=str(ws.page_setup.paperSize), orientation=ws.page_setup.orientation,
      footer=''.join(part.text or '' for part in (ws.oddFooter.left, ws.oddFooter.center, ws.oddFooter.right)),
      validations=[dict(type=d.type, sqref=str(d.sqref), formula1=d.formula1 or '', error=d.error or '', prompt=d.prompt or '',
        stop=bool(d.showErrorMessage) and (d.errorStyle in (None, 'stop'))) for d in ws.data_validations.dataValidation],
      shades=[dict(sqref=str(r.sqref), formula=f.formula[0]) for r in ws.conditional_formatting for f in r.rules],
      comments=[dict(at=c.coordinate, text=c.comment.text, author=c.comment.author) for row in ws.iter_rows() for c in row if c.comment],
      open=[k for k, d in ws.column_dimensions.items() if not d.protection.locked],
      cells=[dict(at=c.coordinate, locked=bool(c.protection.locked), formula=text(c.value).startswith('='),
        value=text(c.value)) for row in ws.iter_rows() for c in row if c.has_style or c.value is not None]))
print(json.dumps(dict(names={n.name: n.attr_text for n in named}, sheets=sheets)))
`;

function works(python: string | undefined): boolean {
  return python !== undefined && spawnSync(python, ["-c", "import openpyxl"], { stdio: "ignore" }).status === 0;
}

function find(): string | undefined {
  const debian = findProgram("/usr/bin/python3", [], []);
  const own = findProgram(process.env.PYTHON_PATH, ["python3"], []);
  return [own, debian].find(works);
}

const python = find() ?? (aptInstall("--no-install-recommends", "python3-openpyxl") ? find() : undefined);

/** For `describe.skipIf`; where nothing may be skipped silently the tests run, and fail. */
export const withoutOpenpyxl = python === undefined && !process.env.CI;

export function seenBy(workbook: Uint8Array): Seen {
  return withFile(workbook, (file) => JSON.parse(runPython(SCRIPT, [file])) as Seen);
}

/** What openpyxl saves after some lines of Python that do something with `book`, a new workbook. */
export function writtenBy(lines: string): Uint8Array {
  return withFile(new Uint8Array(), (file) => {
    runPython(`import sys, openpyxl\nbook = openpyxl.Workbook()\n${lines}\nbook.save(sys.argv[1])`, [file]);
    return readFileSync(file);
  });
}

/** Runs a work with the workbook as a file, which is gone afterwards. */
export function withFile<Result>(workbook: Uint8Array, work: (file: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "quality-openpyxl-"));
  try {
    const file = join(folder, "seen.xlsx");
    writeFileSync(file, workbook);
    return work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a Python program that has openpyxl says; throws what it complains of. */
export function runPython(script: string, args: readonly string[], input = ""): string {
  if (!python) throw new Error("没有 openpyxl:请安装(Debian:python3-openpyxl)。No openpyxl: install it (Debian: python3-openpyxl).");
  const { stdout, stderr, status } = spawnSync(python, ["-c", script, ...args], { encoding: "utf8", maxBuffer: 64_000_000, input });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
