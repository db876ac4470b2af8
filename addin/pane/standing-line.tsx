import type { Attempt } from "./attempt.ts";
import type { Place } from "./choice.ts";
import { formatGrade, formatMoment } from "./format.ts";
import { useLanguage, useWords } from "./say.ts";
import { keptSlices } from "./standing.ts";

interface StandingProps {
  readonly attempt: Pick<Attempt, "current">;
  /** The grade that is sent; left out where the whole school is. */
  readonly place?: Place | null;
}

/** What stands on the server, and what of it a new submission leaves as it is. */
export function Standing({ attempt: { current }, place }: StandingProps) {
  const w = useWords();
  const language = useLanguage();
  if (current === undefined) return <p>{w.submit.unknown}</p>;
  if (current === null) return <p>{w.submit.nothing}</p>;
  const { revision, received, withdrawn } = current.receipt;
  const when = formatMoment(received, language);
  const others = place === undefined ? [] : keptSlices(current, place);
  const kept = [...new Set(others.map(({ stage, grade }) => formatGrade(stage, grade, language)))];
  return (
    <p>
      {withdrawn ? w.submit.withdrawn(revision, when) : w.submit.standing(revision, when)}
      {kept.length > 0 && ` ${w.submit.kept(kept.join(w.preview.comma))}`}
    </p>
  );
}
