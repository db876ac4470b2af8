/** One statement in the list. */
import type { PartyName, StatementHead } from "../../shared/contract.ts";
import { LEVELS } from "../../shared/indicators/definition.ts";
import { dayOf } from "../../shared/moment.ts";
import { PARTIES } from "../../shared/statement/parties.ts";
import { standings } from "../../shared/statement/standing-words.ts";
import { useSpoken } from "../pane/say.ts";
import { OUTCOMES, VerdictMark } from "../pane/verdict.tsx";
import { useStatementWords } from "./words.ts";

interface HeadProps {
  readonly head: StatementHead;
  /** Its name. */
  readonly school: string;
  open(): void;
}

const SIDES: readonly PartyName[] = ["first", "second"];

export function Head({ head, school, open }: HeadProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const { level, group, teacher, version, signatures, lines, outcome } = head;
  const stands = standings(head);
  const whose = [
    school,
    ...(level === "school" ? [] : [group === null ? [] : w.list.group(group), teacher === null ? [] : w.list.teacher(teacher)].flat()),
  ].join(" · ");
  const signed = SIDES.map((party) => {
    const one = signatures.find((signature) => signature.party === party);
    return `${spoken(PARTIES[party])}${w.one.colon}${one ? w.list.signed(one.role, dayOf(one.at)) : w.list.unsigned}`;
  });
  return (
    <li>
      <button type="button" class="q-statement" onClick={open}>
        <span class="q-statement-top">
          <strong>{whose}</strong>
          {stands.map(({ state, words }) => (
            <span key={state} class={`q-state q-state-${state}`}>
              {spoken(words)}
            </span>
          ))}
        </span>
        <span>{head.title}</span>
        <small>{[spoken(LEVELS[level]), w.list.version(version), w.list.lines(lines)].join(" · ")}</small>
        <small>
          {stands.length > 1 && `${w.list.version(version)}${w.one.colon}`}
          {signed.join(w.one.comma)}
        </small>
        {outcome && (
          <span class="q-statement-outcome">
            {OUTCOMES.filter((one) => outcome[one] > 0).map((one) => (
              <span key={one}>
                <VerdictMark outcome={one} /> {outcome[one]}
              </span>
            ))}
          </span>
        )}
      </button>
    </li>
  );
}
