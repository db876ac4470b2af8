import { asking, type Earlier, papersOf } from "../../shared/tabulate.ts";
import type { Desk } from "./desk.ts";
import { FileButton } from "./file-button.tsx";
import { columnOptions, Pick, rowOptions } from "./pick.tsx";
import { useSpoken, useWords } from "./say.ts";

/** Stands for the file among the sheets; no sheet may be called so. */
const FILE = "?";

/** Which list holds the earlier marks, and its columns; pupils are matched by number, in this browser. */
export function EarlierList({ earlier: reading, choice }: { readonly earlier: Desk["earlier"]; readonly choice: Desk["choice"] }) {
  const w = useWords();
  const spoken = useSpoken();
  const { asked, earlier, sheet, file, sheets, trouble, choose } = reading;
  const { collection, place } = choice;
  if (!asked || !collection?.exam || !place) return null;
  return (
    <fieldset class="q-fields q-mapping">
      <legend>{w.earlier.title}</legend>
      <label>
        <span>{w.earlier.list}</span>
        <select
          value={file ? FILE : (sheet ?? "")}
          onChange={({ currentTarget: { value } }) => void (value === FILE || choose(value === "" ? null : value))}
        >
          <option value="">{w.earlier.none}</option>
          {file && <option value={FILE}>{file.name}</option>}
          {sheets.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {file && file.sheets.length > 1 && (
        <SheetOfFile label={w.earlier.sheet} sheets={file.sheets} chosen={sheet ?? ""} turnTo={reading.turnTo} />
      )}
      <div class="q-field">
        <span />
        <span class="q-buttons">
          <FileButton name={w.earlier.chooseFile} choose={(one) => void reading.chooseFile(one)} />
        </span>
      </div>
      {trouble && <p class="q-warn">{spoken(trouble)}</p>}
      {earlier && <Columns earlier={earlier} papers={asking(papersOf(collection.exam, place))} map={reading.map} />}
      <p class="q-hint">{w.earlier.privacy}</p>
    </fieldset>
  );
}

interface SheetOfFileProps {
  readonly label: string;
  readonly sheets: readonly string[];
  readonly chosen: string;
  turnTo(sheet: string): void;
}

/** Which sheet of a file, where it has several. */
export function SheetOfFile({ label, sheets, chosen, turnTo }: SheetOfFileProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={chosen} onChange={({ currentTarget }) => turnTo(currentTarget.value)}>
        {sheets.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ColumnsProps {
  readonly earlier: Earlier;
  readonly papers: ReturnType<typeof asking>;
  map(mapping: Earlier["mapping"]): void;
}

function Columns({ earlier: { sheet, mapping }, papers, map }: ColumnsProps) {
  const w = useWords();
  const columns = columnOptions(sheet, mapping.header);
  const put = (subject: string, column: number | null) => {
    const others = mapping.subjects.filter((one) => one.subject !== subject);
    map({ ...mapping, subjects: column === null ? others : [...others, { subject, column }] });
  };
  return (
    <>
      <Pick
        label={w.earlier.header}
        value={mapping.header}
        options={rowOptions(sheet)}
        none={w.mapping.noHeader}
        pick={(header) => map({ ...mapping, header })}
      />
      <Pick
        label={w.earlier.number}
        value={mapping.number}
        options={columns}
        none={w.mapping.choose}
        pick={(number) => map({ ...mapping, number })}
      />
      {papers.map(({ subject, before }) => (
        <Pick
          key={subject}
          label={w.earlier.mark(before.name)}
          note={w.mapping.full(before.full)}
          value={mapping.subjects.find((one) => one.subject === subject)?.column ?? null}
          options={columns}
          none={w.mapping.none}
          pick={(column) => put(subject, column)}
        />
      ))}
      <label class="q-tick">
        <input
          type="checkbox"
          checked={!mapping.zerosCount}
          onChange={({ currentTarget }) => map({ ...mapping, zerosCount: !currentTarget.checked })}
        />
        <span>{w.earlier.zeros}</span>
      </label>
    </>
  );
}
