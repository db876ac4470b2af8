/**
 * As much of Excel as workbook.ts asks for, kept to Office.js's own discipline: nothing can be read before it was loaded and synced,
 * and nothing is written before a sync. Self-contained, so that it can also be installed inside a browser page.
 */
export interface FakeSheet {
  name: string;
  /** From A1; "" is an empty cell, a text that starts with = a formula that shows "". */
  cells: (string | number | boolean)[][];
  hidden?: number[];
  hiddenColumns?: number[];
  merged?: string[];
  /** Shown where it says nothing. */
  visibility?: "Visible" | "Hidden" | "VeryHidden";
  /** What its formulas show, by address; "" where it says nothing. */
  results?: Record<string, string | number | boolean>;
  /** How its numbers are shown. */
  format?: string;
  /** Number formats by address; the others are General. */
  formats?: Record<string, string>;
}

export interface FakeBook {
  sheets: FakeSheet[];
  active: number;
  /** Selected areas of the active sheet, e.g. `A:B`. */
  selected: string[];
  /** Highest ExcelApi version. */
  api: number;
  language: string;
  /** Cells asked for in each sync, and how often there was one. */
  read: number[];
  associated: string[];
  /** How everything was computed anew, each time. */
  calculated: string[];
  /** Files, in base64, whose sheets were put into the workbook, and those opened as workbooks of their own. */
  inserted: string[];
  opened: string[];
  /** Images put onto a sheet: the file in base64, where from its left and top, and what it says, in points. */
  images: { sheet: string; file: string; place: Record<string, unknown> }[];
  /** What the workbook keeps outside its cells. */
  settings: Record<string, unknown>;
  /** Names of the sheets that a file puts in. */
  incoming: string[];
  /** Tells whoever listens that cells changed. */
  change(): void;
  listeners: number;
}

export function installExcel(given: Partial<FakeBook> & Pick<FakeBook, "sheets">): FakeBook {
  const heard = new Set<() => void>();
  const book: FakeBook = {
    active: 0,
    selected: ["A1"],
    api: 14,
    language: "zh-CN",
    read: [],
    associated: [],
    calculated: [],
    inserted: [],
    opened: [],
    images: [],
    settings: {},
    incoming: [],
    listeners: 0,
    ...given,
    change: () => {
      for (const tell of heard) tell();
    },
  };
  type Box = { top: number; left: number; bottom: number; right: number };
  const queue: (() => void)[] = [];
  const active = () => book.sheets[book.active] as FakeSheet;
  const number = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const letters = (column: number): string =>
    (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
  const parse = (address: string): Box => {
    const [from = "", to = from] = address.split(":");
    const corner = (text: string, row: number, column: number) => {
      const [, name = "", digits = ""] = /^([A-Z]*)(\d*)$/.exec(text) ?? [];
      return { row: digits === "" ? row : Number(digits) - 1, column: name === "" ? column : number(name) };
    };
    const first = corner(from, 0, 0);
    const last = corner(to, 1_048_575, 16_383);
    return { top: first.row, left: first.column, bottom: last.row, right: last.column };
  };
  const addressOf = ({ top, left, bottom, right }: Box) => {
    const first = `${letters(left)}${top + 1}`;
    return top === bottom && left === right ? first : `${first}:${letters(right)}${bottom + 1}`;
  };

  const on = (sheet: FakeSheet) => `'${sheet.name.replaceAll("'", "''")}'!`;

  /** Properties that are there only after load and sync. */
  function loadable(read: Record<string, () => unknown>, more: object) {
    const loaded: Record<string, unknown> = {};
    const target = Object.defineProperties({} as Record<string, unknown>, Object.getOwnPropertyDescriptors(more));
    for (const name of Object.keys(read)) {
      Object.defineProperty(target, name, {
        get: () => {
          if (!(name in loaded)) throw new Error(`PropertyNotLoaded: ${name}`);
          return loaded[name];
        },
        set: (value) => queue.push(() => (target[`write ${name}`] as (value: unknown) => void)(value)),
      });
    }
    target.load = (names: string) =>
      queue.push(() => {
        for (const name of names.split(",").map((one) => one.replace("items/", ""))) loaded[name] = read[name]?.();
        if (names.includes("items/")) loaded.items = read.items?.();
      });
    return target;
  }

  type Cell = string | number | boolean;
  const isFormula = (cell: unknown) => typeof cell === "string" && cell.startsWith("=");

  function range(sheet: FakeSheet, box: Box | null): Record<string, unknown> {
    const at = box ?? { top: 0, left: 0, bottom: 0, right: 0 };
    const grid = <T>(pick: (cell: Cell, result: Cell) => T) => {
      book.read[book.read.length - 1] = (book.read.at(-1) ?? 0) + (at.bottom - at.top + 1) * (at.right - at.left + 1);
      return Array.from({ length: at.bottom - at.top + 1 }, (_, row) =>
        Array.from({ length: at.right - at.left + 1 }, (_, column) => {
          const cell = sheet.cells[at.top + row]?.[at.left + column] ?? "";
          return pick(cell, isFormula(cell) ? (sheet.results?.[`${letters(at.left + column)}${at.top + row + 1}`] ?? "") : cell);
        }),
      );
    };
    const typeOf = (value: Cell) =>
      typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : /^#[A-Z/0!?]+$/.test(value) ? "Error" : "String";
    const cellsAt = <T>(make: (address: string) => T) =>
      Array.from({ length: at.bottom - at.top + 1 }, (_, row) =>
        Array.from({ length: at.right - at.left + 1 }, (_, column) => make(`${letters(at.left + column)}${at.top + row + 1}`)),
      );
    const hidden = (from: number, to: number, own: number[] = []) => {
      const each = Array.from({ length: to - from + 1 }, (_, on) => own.includes(from + on));
      return each.every(Boolean) ? true : each.some(Boolean) ? null : false;
    };
    return loadable(
      {
        address: () => on(sheet) + addressOf(at),
        rowIndex: () => at.top,
        columnIndex: () => at.left,
        left: () => at.left * 48,
        top: () => at.top * 15,
        rowCount: () => at.bottom - at.top + 1,
        columnCount: () => at.right - at.left + 1,
        values: () => grid((_, result) => result),
        valueTypes: () => grid((cell, result) => (cell === "" ? "Empty" : typeOf(result))),
        formulas: () => grid((cell) => cell),
        numberFormat: () => {
          const plain = grid((cell) => (typeof cell === "number" ? (sheet.format ?? "General") : "General"));
          return cellsAt((address) => sheet.formats?.[address] ?? null).map((row, down) =>
            row.map((own, across) => own ?? plain[down]?.[across] ?? "General"),
          );
        },
        rowHidden: () => hidden(at.top, at.bottom, sheet.hidden),
        columnHidden: () => hidden(at.left, at.right, sheet.hiddenColumns),
      },
      {
        isNullObject: box === null,
        get worksheet() {
          return worksheet(sheet);
        },
        "write formulas": (rows: (string | number)[][]) => {
          rows.forEach((row, down) => {
            const line = sheet.cells[at.top + down] ?? [];
            row.forEach((cell, across) => {
              line[at.left + across] = cell;
            });
            sheet.cells[at.top + down] = Array.from(line, (cell) => cell ?? "");
          });
        },
        "write numberFormat": (rows: string[][]) => {
          const formats = cellsAt((address) => address).flatMap((row, down) => row.map((one, across) => [one, rows[down]?.[across] ?? ""]));
          sheet.formats = { ...sheet.formats, ...Object.fromEntries(formats) };
        },
        getRow: (row: number) => range(sheet, { ...at, top: at.top + row, bottom: at.top + row }),
        getColumn: (column: number) => range(sheet, { ...at, left: at.left + column, right: at.left + column }),
        getCell: (row: number, column: number) =>
          range(sheet, { top: at.top + row, bottom: at.top + row, left: at.left + column, right: at.left + column }),
        getResizedRange: (rows: number, columns: number) => range(sheet, { ...at, bottom: at.bottom + rows, right: at.right + columns }),
        getIntersectionOrNullObject: (address: string) => {
          const other = parse(address);
          const both = {
            top: Math.max(at.top, other.top),
            left: Math.max(at.left, other.left),
            bottom: Math.min(at.bottom, other.bottom),
            right: Math.min(at.right, other.right),
          };
          return range(sheet, both.top <= both.bottom && both.left <= both.right ? both : null);
        },
        getMergedAreasOrNullObject: () =>
          loadable(
            { address: () => (sheet.merged ?? []).map((one) => on(sheet) + one).join(",") },
            { isNullObject: (sheet.merged ?? []).length === 0 },
          ),
        select: () => queue.push(() => (book.selected = [addressOf(at)])),
      },
    );
  }

  function worksheet(sheet: FakeSheet): Record<string, unknown> {
    const rows = () => sheet.cells.flatMap((row, at) => (row.some((cell) => cell !== "") ? [at] : []));
    const columns = () => sheet.cells.flatMap((row) => row.flatMap((cell, at) => (cell !== "" ? [at] : [])));
    const used = () => ({
      top: Math.min(...rows()),
      bottom: Math.max(...rows()),
      left: Math.min(...columns()),
      right: Math.max(...columns()),
    });
    return loadable(
      { name: () => sheet.name },
      {
        shapes: {
          addImage: (file: string) => {
            const image = { sheet: sheet.name, file, place: {} };
            queue.push(() => book.images.push(image));
            return { set: (place: Record<string, unknown>) => queue.push(() => Object.assign(image.place, place)) };
          },
        },
        getUsedRangeOrNullObject: () => range(sheet, rows().length === 0 ? null : used()),
        getRange: (address: string) => range(sheet, parse(address)),
        getRangeByIndexes: (top: number, left: number, height: number, width: number) =>
          range(sheet, { top, left, bottom: top + height - 1, right: left + width - 1 }),
        activate: () =>
          queue.push(() => {
            book.active = book.sheets.indexOf(sheet);
          }),
      },
    );
  }

  const listenTo = () => ({
    add: (tell: () => void) => {
      heard.add(tell);
      book.listeners++;
      const remove = () => {
        heard.delete(tell);
        book.listeners--;
      };
      return { context, remove };
    },
  });
  const sheets = loadable(
    {
      items: () =>
        book.sheets.map((sheet) =>
          Object.create(worksheet(sheet), { name: { value: sheet.name }, visibility: { value: sheet.visibility ?? "Visible" } }),
        ),
    },
    {
      getActiveWorksheet: () => worksheet(active()),
      getItem: (name: string) => worksheet(book.sheets.find((sheet) => sheet.name === name) as FakeSheet),
      getItemOrNullObject: (name: string) => {
        const found = book.sheets.find((sheet) => sheet.name === name);
        return found ? worksheet(found) : { isNullObject: true };
      },
      add: (name: string) => {
        const sheet: FakeSheet = { name, cells: [] };
        book.sheets.push(sheet);
        return worksheet(sheet);
      },
      onActivated: listenTo(),
      onChanged: listenTo(),
      onRowHiddenChanged: listenTo(),
    },
  );
  const context = {
    workbook: {
      application: { calculate: (how: string) => queue.push(() => book.calculated.push(how)) },
      worksheets: sheets,
      settings: {
        getItemOrNullObject: (key: string) => loadable({ value: () => book.settings[key] }, { isNullObject: !(key in book.settings) }),
        add: (key: string, value: unknown) => queue.push(() => (book.settings[key] = value)),
      },
      insertWorksheetsFromBase64: (file: string) =>
        queue.push(() => {
          book.inserted.push(file);
          for (const name of book.incoming) book.sheets.push({ name, cells: [[name]] });
        }),
      getSelectedRange: () => range(active(), parse(book.selected[0] ?? "A1")),
      getSelectedRanges: () =>
        loadable(
          {
            address: () => book.selected.map((area) => on(active()) + area).join(","),
            areaCount: () => book.selected.length,
          },
          {},
        ),
    },
    sync: async () => {
      book.read.push(0);
      for (const act of queue.splice(0)) act();
    },
  };

  Object.assign(globalThis, {
    Excel: {
      createWorkbook: async (file: string) => void book.opened.push(file),
      run: async (first: unknown, second?: unknown) => {
        const result = await ((second ?? first) as (given: typeof context) => Promise<unknown>)(context);
        await context.sync();
        return result;
      },
    },
    Office: {
      HostType: { Excel: "Excel" },
      onReady: (start: (info: { host: string }) => void) => Promise.resolve().then(() => start({ host: "Excel" })),
      context: {
        displayLanguage: book.language,
        requirements: { isSetSupported: (_: string, version: string) => Number(version.split(".")[1]) <= book.api },
      },
    },
    CustomFunctions: { associate: (id: string) => book.associated.push(id) },
    fakeBook: book,
  });
  return book;
}
