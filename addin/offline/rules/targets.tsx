import { useMemo, useState } from "preact/hooks";
import type { Target, TargetBody } from "../../../shared/contract.ts";
import { shownLimit } from "../../../shared/display.ts";
import type { County } from "../../../shared/handin/county.ts";
import { STAGES } from "../../../shared/indicators/definition.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { instant } from "../../../shared/moment.ts";
import { newTarget, setTargets, type TypedTarget, typedTarget } from "../../../shared/targets.ts";
import { found } from "../../pane/insert/find.ts";
import { useSpoken } from "../../pane/say.ts";
import type { Office } from "../office.ts";
import { TargetForm } from "./target-form.tsx";
import { useRuleWords } from "./words.ts";

interface TargetsProps {
  readonly office: Office;
  readonly county: County;
}

/** Which target is written: one as it stood in the list, or a new one. */
interface Writing {
  readonly was: Target | null;
  readonly typed: TypedTarget;
}

const OFFERED = 8;

/** 目标: the region's own, each with its source. */
export function Targets({ office, county }: TargetsProps) {
  const w = useRuleWords();
  const spoken = useSpoken();
  const { targets, schools } = county;
  const [text, setText] = useState("");
  const [writing, setWriting] = useState<Writing | null>(null);
  const [gone, setGone] = useState<{ target: Target; at: number } | null>(null);
  const judged = useMemo(
    () => shipped.inForce(office.release).filter(({ judged, kind }) => judged !== "open" && kind.kind !== "event"),
    [office.release],
  );
  const hits = text.trim() === "" ? [] : found(judged, { q: text });
  const nameOf = (id: string) => {
    const definition = shipped.versionsOf(id).at(-1);
    return definition ? spoken(definition.names) : id;
  };
  // A change is built on the list as it stands, so the next waits until that is read again.
  const [busy, setBusy] = useState(false);
  const put = async (next: readonly TargetBody[], say: string, before: readonly Target[] = targets) => {
    setBusy(true);
    const done = await office.attempt(async () => {
      const by = { by: county.name, at: instant(Date.now()) };
      await office.setCounty({ ...county, targets: setTargets(before, next, by) });
      office.say(say);
      return true;
    });
    setBusy(false);
    return done;
  };
  const remove = async (target: Target, at: number) => {
    if (
      await put(
        targets.filter((_, own) => own !== at),
        w.removed(nameOf(target.indicator)),
      )
    )
      setGone({ target, at });
  };
  const restore = async () => {
    if (!gone) return;
    const { target, at } = gone;
    // Whoever set it first is who set it.
    const before = [...targets, target];
    if (await put([...targets.slice(0, at), target, ...targets.slice(at)], w.restored(nameOf(target.indicator)), before)) setGone(null);
  };
  const whom = (unit: string | null) =>
    unit === null
      ? w.everyone
      : unit === county.region
        ? w.region(county.name)
        : (schools.find(({ school }) => school === unit)?.name ?? unit);
  const about = ({ indicator, stage, operator, value, upTo, period, unit, source }: Target) => {
    const definition = shipped.versionsOf(indicator).at(-1);
    const limit = definition ? spoken(shownLimit(operator, value, upTo, definition)) : `${operator} ${value}`;
    return [limit, stage ? spoken(STAGES[stage]) : w.everyStage, period, whom(unit), source].join(" · ");
  };
  return (
    <section aria-labelledby="o-targets">
      <h2 id="o-targets">{w.targets}</h2>
      <p class="q-hint">{w.hint}</p>
      {targets.length === 0 && <p>{w.none}</p>}
      <ul class="o-rows">
        {targets.map((target, at) => (
          <li class="o-row" key={JSON.stringify(target)}>
            <span>
              <strong>{nameOf(target.indicator)}</strong> <small>{about(target)}</small>
            </span>
            <span class="q-buttons">
              <button
                type="button"
                aria-label={w.editNamed(nameOf(target.indicator))}
                disabled={writing !== null || busy}
                onClick={() => setWriting({ was: target, typed: typedTarget(target) })}
              >
                {w.edit}
              </button>
              <button
                type="button"
                aria-label={w.removeNamed(nameOf(target.indicator))}
                disabled={writing !== null || busy}
                onClick={() => void remove(target, at)}
              >
                {w.remove}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {gone && (
        <p>
          {w.removed(nameOf(gone.target.indicator))}{" "}
          <button type="button" disabled={busy} onClick={() => void restore()}>
            {w.undo}
          </button>
        </p>
      )}
      {writing ? (
        <TargetForm
          key={`${JSON.stringify(writing.was)} ${writing.typed.indicator}`}
          first={writing.typed}
          fresh={writing.was === null}
          county={county}
          others={targets.filter((one) => JSON.stringify(one) !== JSON.stringify(writing.was))}
          close={() => setWriting(null)}
          save={async (target) => {
            const at = placeOf(writing.was, targets);
            if (at === null) return office.say(w.lost);
            if (await put([...targets.slice(0, at), target, ...targets.slice(at + 1)], w.saved(nameOf(target.indicator)))) {
              setWriting(null);
              setGone(null);
            }
          }}
        />
      ) : (
        <>
          <label class="o-field">
            <span>{w.add}</span>
            <input
              type="search"
              autocomplete="off"
              placeholder={w.example}
              value={text}
              onInput={({ currentTarget }) => setText(currentTarget.value)}
            />
          </label>
          <p class="q-hint" role="status">
            {text.trim() === "" ? "" : w.found(hits.length, OFFERED)}
          </p>
          <ul class="q-plain o-offered">
            {hits.slice(0, OFFERED).map((definition) => (
              <li key={definition.id}>
                <button
                  type="button"
                  onClick={() => {
                    setText("");
                    setWriting({ was: null, typed: newTarget(definition, periodOf(county)) });
                  }}
                >
                  ＋ {spoken(definition.names)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Where a target stands, or the end for a new one; null where another window has changed or removed it meanwhile. */
function placeOf(was: Target | null, targets: readonly Target[]): number | null {
  if (!was) return targets.length;
  const at = targets.findIndex((one) => JSON.stringify(one) === JSON.stringify(was));
  return at < 0 ? null : at;
}

/** The period asked about last. */
function periodOf({ targets, collections }: County): string {
  return targets.at(-1)?.period ?? collections.at(-1)?.period ?? "";
}
