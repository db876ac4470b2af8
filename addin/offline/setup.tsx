import { useState } from "preact/hooks";
import type { Collection } from "../../shared/contract.ts";
import { instant } from "../../shared/moment.ts";
import { useSpoken } from "../pane/say.ts";
import { CollectionForm } from "./collection-form.tsx";
import { type Draft, draftOf, newDraft } from "./draft.ts";
import type { Office } from "./office.ts";
import { RegionForm } from "./region-form.tsx";
import { OfflineChoices } from "./rules/choices.tsx";
import { Targets } from "./rules/targets.tsx";
import { SchoolsForm } from "./schools-form.tsx";
import { useOfflineWords } from "./words.ts";

/** 设置: the region, its schools, and what is collected. */
export function Setup({ office, go }: { readonly office: Office; go(tab: string): void }) {
  const w = useOfflineWords();
  const { county } = office;
  const [draft, setDraft] = useState<Draft | null>(null);
  const ready = county !== null && county.schools.length > 0 && county.collections.length > 0;
  return (
    <>
      <RegionForm office={office} />
      {county && <SchoolsForm office={office} county={county} />}
      {county && county.schools.length > 0 && (
        <section aria-labelledby="o-collections">
          <h2 id="o-collections">{w.setup.collections}</h2>
          {county.collections.length === 0 && !draft && <p class="q-hint">{w.setup.noCollections}</p>}
          <ul class="o-rows">
            {county.collections.map((collection) => (
              <CollectionRow
                key={collection.collection}
                collection={collection}
                office={office}
                edit={() => setDraft(draftOf(collection))}
              />
            ))}
          </ul>
          {draft ? (
            <CollectionForm key={draft.collection} first={draft} office={office} county={county} close={() => setDraft(null)} />
          ) : (
            <div class="o-choices">
              {(["exam", "resources", "indicators"] as const).map((form) => (
                <button key={form} type="button" onClick={() => setDraft(newDraft(form, instant(Date.now())))}>
                  <strong>＋ {w.setup.forms[form]}</strong>
                  <small>{w.setup.formHints[form]}</small>
                </button>
              ))}
            </div>
          )}
        </section>
      )}
      {ready && (
        <>
          <Targets office={office} county={county} />
          <OfflineChoices office={office} county={county} />
        </>
      )}
      {ready && !draft && (
        <p class="o-next">
          <button type="button" class="q-primary" onClick={() => go("templates")}>
            {w.next(w.tabs.templates)}
          </button>
        </p>
      )}
    </>
  );
}

interface CollectionRowProps {
  readonly collection: Collection;
  readonly office: Office;
  edit(): void;
}

function CollectionRow({ collection, office, edit }: CollectionRowProps) {
  const w = useOfflineWords();
  const spoken = useSpoken();
  const [sure, setSure] = useState(false);
  const { county } = office;
  const taken = office.held.filter((one) => one.collection === collection.collection).length;
  const remove = () =>
    county &&
    office.attempt(() =>
      office.setCounty({ ...county, collections: county.collections.filter((one) => one.collection !== collection.collection) }),
    );
  const grades = new Set(collection.exam?.papers.map(({ grade }) => grade));
  const about = [
    w.setup.forms[collection.form],
    collection.period,
    ...(collection.exam
      ? [spoken({ zh: `${grades.size} 个年级 ${collection.exam.papers.length} 张卷`, en: `${collection.exam.papers.length} papers` })]
      : []),
    ...(collection.indicators ? [w.collection.chosen(collection.indicators.length)] : []),
    ...(taken > 0 ? [w.setup.heldHere(taken)] : []),
  ].join(" · ");
  return (
    <li class="o-row">
      <span>
        <strong>{collection.name}</strong> <small>{about}</small>
      </span>
      {sure ? (
        <span class="q-buttons">
          {w.setup.removeSure(collection.name)}
          <button type="button" class="q-danger" onClick={() => void remove()}>
            {w.setup.remove}
          </button>
          <button type="button" onClick={() => setSure(false)}>
            {w.setup.removeNo}
          </button>
        </span>
      ) : (
        <span class="q-buttons">
          <button type="button" onClick={edit}>
            {w.setup.edit}
          </button>
          <button type="button" disabled={taken > 0} title={taken > 0 ? w.setup.cannotRemove : undefined} onClick={() => setSure(true)}>
            {w.setup.remove}
          </button>
        </span>
      )}
    </li>
  );
}
