import type { CollectionBody } from "../../shared/contract.ts";
import { type Mapping as Columns, columnLetters, papersOf } from "../../shared/tabulate.ts";
import { useWords } from "./say.ts";
import type { Work } from "./work.ts";

interface MappingProps {
  readonly work: Work;
  readonly exam: NonNullable<CollectionBody["exam"]>;
}

/** Which column is which: guessed from the headers, and every guess can be changed. */
export function Mapping({ work: { sheet, mapping, map }, exam }: MappingProps) {
  const w = useWords();
  const papers = papersOf(exam, mapping);
  const headers = mapping.header === null ? [] : (sheet.cells[mapping.header] ?? []);
  const columns = sheet.cells[0]?.map((_, at) => ({ at, name: `${columnLetters(sheet.left + at)} ${short(headers[at])}`.trim() })) ?? [];
  const rows = sheet.cells.slice(0, 12).map((cells, at) => ({
    at,
    name: `${sheet.top + at + 1} ${cells
      .filter((cell) => cell !== null)
      .slice(0, 3)
      .map(short)
      .join(" ")}`,
  }));
  const column = (subject: string) => mapping.subjects.find((one) => one.subject === subject);
  const put = (subject: string, at: number | null, before: number | null) => {
    // A column holds one subject's marks: it is taken away from the one that had it.
    const others = mapping.subjects.filter((one) => one.subject !== subject && one.column !== at);
    map({ ...mapping, subjects: at === null ? others : [...others, { subject, column: at, before }] });
  };
  const kept = (name: "school" | "class" | "gradeColumn", label: string) => (
    <Pick
      label={label}
      value={mapping[name]}
      options={columns}
      none={w.mapping.none}
      pick={(at) => map({ ...mapping, [name]: at } satisfies Columns)}
    />
  );
  return (
    <fieldset class="q-fields q-mapping">
      <legend>{w.mapping.title}</legend>
      <Pick
        label={w.mapping.header}
        value={mapping.header}
        options={rows}
        none={w.mapping.noHeader}
        pick={(header) => map({ ...mapping, header })}
      />
      {papers.map(({ subject, full, before }) => (
        <>
          <Pick
            key={subject}
            label={subject}
            note={w.mapping.full(full)}
            value={column(subject)?.column ?? null}
            options={columns}
            none={w.mapping.choose}
            pick={(at) => put(subject, at, column(subject)?.before ?? null)}
          />
          {before && column(subject) && (
            <Pick
              key={`${subject} before`}
              label={before.name}
              note={w.mapping.before}
              value={column(subject)?.before ?? null}
              options={columns}
              none={w.mapping.none}
              pick={(at) => put(subject, column(subject)?.column ?? null, at)}
            />
          )}
        </>
      ))}
      {kept("class", w.mapping.class)}
      {kept("school", w.mapping.school)}
      {kept("gradeColumn", w.mapping.grade)}
      <p class="q-hint">{w.mapping.privacy}</p>
    </fieldset>
  );
}

interface PickProps {
  readonly label: string;
  readonly note?: string;
  readonly value: number | null;
  readonly options: readonly { readonly at: number; readonly name: string }[];
  readonly none: string;
  pick(at: number | null): void;
}

function Pick({ label, note, value, options, none, pick }: PickProps) {
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

function short(cell: unknown): string {
  const text = cell === null || cell === undefined ? "" : String(cell);
  return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}
