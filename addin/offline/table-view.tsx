import { useState } from "preact/hooks";
import { roundHalfUp } from "../../shared/display.ts";
import { type Cell, type Format, isMeasured, type Table } from "../../shared/handin/table.ts";
import { useImportWords } from "../handin/words.ts";
import { useSpoken } from "../pane/say.ts";
import { Scroll } from "./scroll.tsx";

const SHOWN = 100;

/** A table as people circulate it, on the page; long ones are shown piece by piece. */
export function TableView({ table }: { readonly table: Table }) {
  const w = useImportWords();
  const spoken = useSpoken();
  const [most, setMost] = useState(SHOWN);
  const { title, note, columns, rows } = table;
  return (
    <>
      <Scroll label={spoken(title)} tall>
        <table class="o-table">
          <caption>{spoken(title)}</caption>
          <thead>
            <tr>
              {columns.map(({ name, format }) => (
                <th key={name.zh} scope="col" class={format === "text" ? "" : "o-number"}>
                  {spoken(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other name, and stay in their order
              <tr key={at}>
                {row.map((cell, column) => {
                  const { name, format } = columns[column] ?? { name: { zh: "" }, format: "text" as const };
                  return (
                    <td key={name.zh} class={format === "text" ? "" : "o-number"}>
                      {isMeasured(cell) ? cell.value : typeof cell === "object" && cell !== null ? spoken(cell) : shownCell(cell, format)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {rows.length > most && (
        <button type="button" onClick={() => setMost(most + 5 * SHOWN)}>
          {w.more(rows.length - most)}
        </button>
      )}
      <p class="q-hint">{spoken(note)}</p>
    </>
  );
}

function shownCell(cell: Exclude<Cell, object> | null, format: Format): string {
  if (cell === null) return "—";
  if (typeof cell === "string") return cell;
  if (format === "rate") return `${roundHalfUp(cell * 100, 2).toFixed(2)} %`;
  return format === "mark" ? roundHalfUp(cell, 2).toFixed(2) : String(cell);
}
