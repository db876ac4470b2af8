import type { ComponentChildren } from "preact";
import type { Coverage as Covered, School } from "../../shared/contract.ts";
import { useWords } from "./say.ts";

interface CoverageProps {
  readonly coverage: Covered;
  /** Schools that submitted without being asked. */
  readonly beyond: number;
  readonly schools: readonly School[];
  readonly children: ComponentChildren;
}

/** How many of the schools asked have submitted, and who has not. */
export function Coverage({ coverage: { required, submitted, missing }, beyond, schools, children }: CoverageProps) {
  const w = useWords();
  const name = (code: string) => schools.find(({ school }) => school === code)?.name ?? code;
  return (
    <section class="q-coverage" aria-labelledby="q-coverage">
      <div class="q-heading">
        <h2 id="q-coverage">{w.county.coverage}</h2>
        {children}
      </div>
      <label>
        <span>{w.county.submitted(submitted, required)}</span>
        <progress max={Math.max(required, 1)} value={submitted} />
      </label>
      {beyond > 0 && <p class="q-hint">{w.county.beyond(beyond)}</p>}
      {missing.length > 0 && (
        <details>
          <summary>{w.county.missing(missing.length)}</summary>
          <ul class="q-plain q-columns">
            {missing.map((code) => (
              <li key={code}>{name(code)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
