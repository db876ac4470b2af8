import { useMemo, useState } from "preact/hooks";
import type { Collection, Rollup } from "../../shared/contract.ts";
import { addedTable } from "../../shared/documents/report-added.ts";
import type { County } from "../../shared/handin/county.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { useSpoken } from "../pane/say.ts";
import { TableView } from "./table-view.tsx";

interface AddedProps {
  readonly county: County;
  readonly collection: Collection;
  readonly rollup: Rollup;
  readonly made: string;
}

/** 增值 of every school with its interval, as the report has it; nothing where no school sent earlier marks. */
export function Added({ county, collection, rollup, made }: AddedProps) {
  const spoken = useSpoken();
  const [open, setOpen] = useState(false);
  const table = useMemo(
    () => addedTable({ region: county, rollup, collection, schools: county.schools, made }, shipped),
    [county, collection, rollup, made],
  );
  if (!table) return null;
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <strong>{spoken(table.title)}</strong>
      </summary>
      {open && <TableView table={table} />}
    </details>
  );
}
