/**
 * 推演: where a county or a school stands against its targets, and what it would take. The real figures, until a line is moved or another
 * target is set; then it says that something is supposed.
 */
import type { ComponentChildren } from "preact";
import type { Ground } from "../../shared/whatif/input.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import { ScenariosInTab } from "../scenarios/in-tab.tsx";
import type { Lent } from "../scenarios/section.tsx";
import { type Answers, useAnswers, usePrepared } from "./answers.ts";
import { OtherChoices } from "./choices.tsx";
import type { Way } from "./leave.tsx";
import { MovableLines } from "./lines.tsx";
import { PlanSection } from "./plan.tsx";
import { sentenceOf } from "./say.ts";
import { Schools } from "./schools.tsx";
import { type Held, isReal, useScenario } from "./state.ts";
import { stepKeys } from "./steps-bar.tsx";
import { TargetChoice } from "./targets.tsx";
import { Toolbar, unitName } from "./toolbar.tsx";
import "./whatif.css";
import { useWhatIfWords } from "./words.ts";

export interface WhatIfProps {
  readonly ground: Ground;
  readonly held: Held;
  /** Whose figures, and of which collection: another one begins anew. */
  readonly of: string;
  readonly way: Way;
  /** Where scenarios are kept, and what can be made of them. Without it there are none. */
  readonly lent?: Lent;
  /** Above all else: which collection, which figures. */
  readonly children?: ComponentChildren;
}

export function WhatIf(props: WhatIfProps) {
  const w = useWhatIfWords();
  const prepared = usePrepared(props.ground);
  const { input, alone } = props.ground;
  return (
    <div class="w-whatif">
      {props.children}
      {input.members.length === 0 ? (
        <p class="q-hint">{!input.collection.exam ? w.noExam : alone === null ? w.nobody : w.nobodyAlone}</p>
      ) : prepared === null ? (
        <p class="q-hint">{w.reading}</p>
      ) : (
        <Supposing {...props} prepared={prepared} />
      )}
    </div>
  );
}

function Supposing({ ground, held, of, way, lent, prepared }: WhatIfProps & { readonly prepared: Answers["prepared"] }) {
  const w = useWhatIfWords();
  const spoken = useSpoken();
  const scenarios = useScenario(held, of);
  const answers = useAnswers(ground, prepared, scenarios.history);
  const { current, caveats, moved } = answers;
  if (!current) return <p class="q-hint">{w.nothingAsked}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcuts of the buttons in it
    <div class={isReal(scenarios.now) ? "w-body" : "w-body w-other"} onKeyDown={stepKeys((step) => scenarios.take({ step }))}>
      <Toolbar answers={answers} scenarios={scenarios} alone={ground.alone !== null} />
      {caveats.length > 0 && <p class="q-warn">{[...caveats.map(spoken), w.bySubmitted].join(w.semicolon)}</p>}
      <TargetChoice answers={answers} scenarios={scenarios} />
      <section aria-labelledby="w-lines">
        <h2 id="w-lines">{w.lines}</h2>
        <MovableLines answers={answers} scenarios={scenarios} way={way} />
        {moved.why ? <Note tone="warn">{spoken(moved.why)}</Note> : <Sentence answers={answers} say={way.say} />}
        <OtherChoices answers={answers} scenarios={scenarios} />
      </section>
      <PlanSection answers={answers} scenarios={scenarios} way={way} />
      <Schools answers={answers} scenarios={scenarios} way={way} />
      {lent && <ScenariosInTab {...{ ground, answers, scenarios, lent, say: way.say }} />}
    </div>
  );
}

/** The one sentence that matters. */
function Sentence({ answers, say }: { readonly answers: Answers; say(text: string): void }) {
  const w = useWhatIfWords();
  const language = useLanguage();
  const { current, limit, moved } = answers;
  if (!current) return null;
  const text = sentenceOf(unitName(answers, w.county), current, limit, moved, language);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say(w.copied),
      () => say(w.notCopied),
    );
  return (
    <p class="w-sentence">
      <output>{text}</output>{" "}
      <button type="button" class="w-small" onClick={() => void copy()}>
        {w.copy}
      </button>
    </p>
  );
}
