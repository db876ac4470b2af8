import { TemplateMaker } from "../template/maker.tsx";
import type { Office } from "./office.ts";
import { useOfflineWords } from "./words.ts";

/** 发模板: one workbook for each school that a collection asks. */
export function TemplatesPage({ office, go }: { readonly office: Office; go(tab: string): void }) {
  const w = useOfflineWords();
  const { county, today, spawn } = office;
  if (!county || county.schools.length === 0 || county.collections.length === 0) return <Unready go={go} />;
  return (
    <>
      <h2>{w.templates.title}</h2>
      <p class="q-hint">{w.templates.hint}</p>
      <TemplateMaker county={county} own={null} today={today} spawn={spawn} />
      <p class="o-next">
        <button type="button" onClick={() => go("files")}>
          {w.next(w.tabs.files)}
        </button>
      </p>
    </>
  );
}

/** A page that waits for the set-up says so and leads there. */
export function Unready({ go }: { go(tab: string): void }) {
  const w = useOfflineWords();
  return (
    <>
      <p>{w.files.need}</p>
      <p>
        <button type="button" class="q-primary" onClick={() => go("setup")}>
          {w.next(w.tabs.setup)}
        </button>
      </p>
    </>
  );
}
