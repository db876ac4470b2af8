import { columnLetters, type Sheet } from "../../shared/tabulate.ts";

export interface Option {
  readonly at: number;
  readonly name: string;
}

interface PickProps {
  readonly label: string;
  readonly note?: string;
  readonly value: number | null;
  readonly options: readonly Option[];
  readonly none: string;
  pick(at: number | null): void;
}

/** One column, or one row, of a list. */
export function Pick({ label, note, value, options, none, pick }: PickProps) {
  return (
    <label>
      <span>
        {label} {note && <small>{note}</small>}
      </span>
      <select value={value ?? ""} onChange={({ currentTarget }) => pick(currentTarget.value === "" ? null : Number(currentTarget.value))}>
        <option value="">{none}</option>
        {options.map(({ at, name }) => (
          <option key={at} value={at}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The columns of a list by their letters and headers; that of the sheets' names, where there is one, as `sheetNames`. */
export function columnOptions(sheet: Sheet, header: number | null, sheetNames = ""): Option[] {
  const headers = header === null ? [] : (sheet.cells[header] ?? []);
  const nameOf = (at: number) => (at === sheet.nameColumn ? sheetNames : `${columnLetters(sheet.left + at)} ${short(headers[at])}`.trim());
  return sheet.cells[0]?.map((_, at) => ({ at, name: nameOf(at) })) ?? [];
}

/** The first rows of a list, one of which heads its columns. */
export function rowOptions(sheet: Sheet): Option[] {
  return sheet.cells.slice(0, 12).map((cells, at) => ({
    at,
    name: `${sheet.top + at + 1} ${cells
      .filter((cell) => cell !== null)
      .slice(0, 3)
      .map(short)
      .join(" ")}`,
  }));
}

function short(cell: unknown): string {
  const text = cell === null || cell === undefined ? "" : String(cell);
  return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}
