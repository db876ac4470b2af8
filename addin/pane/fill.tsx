import { STATE_WORDS, STATES, type State } from "../../shared/marks/states.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Workbook } from "../host.ts";
import type { FindingGroup } from "./grouping.ts";
import { useLanguage, useSpoken, useWords } from "./say.ts";

interface FillProps {
  readonly group: FindingGroup;
  readonly workbook: Workbook;
  say(text: string): void;
}

const WRITTEN = STATES.filter((state) => state !== "sat");

/** Writes a state into blank cells: the sheet itself says then what became of the pupil. Filled cells are never overwritten. */
export function Fill({ group: { range, cells }, workbook, say }: FillProps) {
  const w = useWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const fill = async (state: State) => {
    const word = STATE_WORDS[state][language === "en" ? "en" : "zh"];
    try {
      await workbook.select(range);
      await workbook.insert(Array.from({ length: cells }, () => [word]));
      say(w.findings.filled(range, word));
    } catch (error) {
      say(error instanceof Refusal ? spoken(error.words) : w.findings.lost(range));
    }
  };
  return (
    <select aria-label={w.findings.fillLabel(range)} value="" onChange={({ currentTarget }) => void fill(currentTarget.value as State)}>
      <option value="">{w.findings.fill}</option>
      {WRITTEN.map((state) => (
        <option key={state} value={state}>
          {w.states[state]}
        </option>
      ))}
    </select>
  );
}
