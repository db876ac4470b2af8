import { useEffect } from "preact/hooks";
import type { Import } from "../handin/import.ts";
import { Importer } from "../handin/importer.tsx";
import type { Line } from "../handin/lines.ts";
import { FileActions } from "./file-actions.tsx";
import type { Office } from "./office.ts";
import { Unready } from "./templates-page.tsx";
import { useOfflineWords } from "./words.ts";

interface FilesPageProps {
  readonly office: Office;
  readonly work: Import;
  go(tab: string): void;
}

/** 收文件: what schools sent back, read and taken. */
export function FilesPage({ office, work, go }: FilesPageProps) {
  const w = useOfflineWords();
  const { county } = office;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was taken may have been explained in the results since
  useEffect(() => void work.recall(), []);
  if (!county || county.schools.length === 0 || county.collections.length === 0) return <Unready go={go} />;
  const taken = work.lines.some(({ state }) => state === "taken");
  return (
    <>
      <Importer work={work} county={county} actions={(line: Line) => <FileActions line={line} office={office} />} />
      {taken && !work.running && (
        <p class="o-next">
          <button type="button" class="q-primary" onClick={() => go("results")}>
            {w.next(w.tabs.results)}
          </button>
        </p>
      )}
    </>
  );
}
