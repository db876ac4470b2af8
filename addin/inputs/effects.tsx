/** 会怎样: every verdict that turns, of whatever unit, before and after. */
import { useMemo } from "preact/hooks";
import { placeWords } from "../../shared/handin/place-words.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import type { RollupInput, readRollup } from "../../shared/rollup.ts";
import { formatLimit, formatValue } from "../pane/format.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { VerdictMark } from "../pane/verdict.tsx";
import { type Turn, turnedTo, turnsIn } from "./turns.ts";
import { useInputsWords } from "./words.ts";

interface EffectsProps {
  readonly input: RollupInput;
  readonly real: ReturnType<typeof readRollup>;
  readonly now: ReturnType<typeof readRollup>;
  /** The one school there is: of the region nothing is shown. */
  readonly alone: string | null;
}

export function Effects({ input, real, now, alone }: EffectsProps) {
  const w = useInputsWords();
  const spoken = useSpoken();
  const turns = useMemo(() => turnsIn(input, real, now, alone), [input, real, now, alone]);
  const definitionOf = (id: string) => input.rules.definitions.find((one) => one.id === id);
  return (
    <section aria-labelledby="i-effects">
      <h2 id="i-effects">{w.effects}</h2>
      {turns.length === 0 ? (
        <p class="q-hint">{w.nothing}</p>
      ) : (
        <>
          <p class="w-sentence" role="status">
            {w.flips(turnedTo(turns, "met"), turnedTo(turns, "missed"))}
          </p>
          <ul class="q-plain i-list">
            {turns.map((turn) => {
              const definition = definitionOf(turn.indicator);
              return (
                definition && (
                  <li key={[turn.unit, turn.indicator, turn.stage, turn.grade, turn.subject, turn.resource].join()}>
                    <strong>
                      {turn.unit === input.region ? w.region : turn.name} {spoken(definition.names)}{" "}
                      <small>{spoken(placeWords(turn))}</small>
                    </strong>
                    <Turned {...{ turn, definition }} />
                  </li>
                )
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}

/** One limit stands beside the values; of several each stands under them with its own verdicts. */
function Turned({ turn: { before, after, limits }, definition }: { readonly turn: Turn; readonly definition: Definition }) {
  const language = useLanguage();
  const all = limits.flatMap(({ limit, upTo }) => [limit, upTo ?? limit]);
  const shown = (value: number | null) => (value === null ? "—" : formatValue(value, definition, language, all));
  const [only, ...others] = limits;
  if (only && others.length === 0)
    return (
      <p>
        {shown(before)} <Outcome of={only.before} /> → {shown(after)} <Outcome of={only.after} />
      </p>
    );
  return (
    <>
      <p>
        {shown(before)} → {shown(after)}
      </p>
      {limits.map(({ operator, limit, upTo, before: was, after: is }) => (
        <p key={[operator, limit, upTo].join()}>
          {formatLimit(operator, limit, upTo, definition, language)} <Outcome of={was} /> → <Outcome of={is} />
        </p>
      ))}
    </>
  );
}

/** Not held against a limit is another thing than undecided. */
function Outcome({ of }: { readonly of: Turn["limits"][number]["before"] }) {
  const w = useInputsWords();
  return of === null ? <span class="q-hint">{w.noLimit}</span> : <VerdictMark outcome={of} />;
}
