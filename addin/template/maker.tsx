import { useMemo, useState } from "preact/hooks";
import { type County, countyOf } from "../../shared/handin/county.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { askedIn } from "../../shared/template/asked.ts";
import { ChooseCollection } from "../pane/choose-collection.tsx";
import { mostPressing } from "../pane/pressing.ts";
import { useSpoken } from "../pane/say.ts";
import { useMaker } from "./making.ts";
import { Outcome } from "./outcome.tsx";
import { SchoolList } from "./school-list.tsx";
import { useTemplateWords } from "./words.ts";

interface TemplateMakerProps {
  /** With at least one collection. */
  readonly county: County;
  /** The code of the one school it is for; `null` for a bureau. */
  readonly own: string | null;
  /** The day of today, 2026-11-28. */
  today(): string;
  /** Starts a worker that answers `TemplateTasks`. */
  spawn(): Worker;
}

/** So many schools without a template are named at once; the list below has all. */
const IDLE = 5;

/** One workbook for each school that a collection asks: all in one archive, or any of them alone. */
export function TemplateMaker({ county, own, today, spawn }: TemplateMakerProps) {
  const w = useTemplateWords();
  const spoken = useSpoken();
  const [chosen, setChosen] = useState<string | null>(null);
  const maker = useMaker(spawn);
  const collection = county.collections.find((one) => one.collection === chosen) ?? mostPressing(county.collections);
  const asked = useMemo(
    () => (collection ? askedIn(county, collection, shipped).filter(({ filler }) => own === null || filler.school === own) : []),
    [county, collection, own],
  );
  if (!collection) return null;
  const waited = asked.filter(({ required, nothing }) => required && nothing === null).map(({ filler }) => filler);
  const idle = asked.filter(({ required, nothing }) => !required || nothing !== null);
  const busy = maker.making.state === "running";
  const make = (schools: readonly string[]) =>
    void maker.make({ county: countyOf(county), collection: collection.collection, schools, made: today() });
  const choose = (id: string) => {
    maker.forget();
    setChosen(id);
  };
  return (
    <>
      <ChooseCollection collections={county.collections} chosen={collection.collection} busy={busy} choose={choose} />
      {waited.length === 0 && <p class="q-warn">{w.none}</p>}
      {waited.length > 0 && (
        <p>
          <button type="button" class="q-primary q-big" disabled={busy} onClick={() => make(waited.map(({ school }) => school))}>
            {waited.length === 1 ? w.only(waited[0]?.name ?? "") : w.all(waited.length)}
          </button>
        </p>
      )}
      {waited.length > 0 && idle.length > 0 && (
        <p class="q-hint">
          {w.idle(idle.length)}
          {idle
            .slice(0, IDLE)
            .map(({ filler, nothing }) => `${filler.name}（${nothing ? spoken(nothing) : w.unasked}）`)
            .join("、")}
          {idle.length > IDLE && w.andMore}
        </p>
      )}
      <Outcome maker={maker} />
      {(asked.length > 1 || waited.length === 0) && (
        <SchoolList asked={asked} region={county.region} busy={busy} make={(code) => make([code])} />
      )}
    </>
  );
}
