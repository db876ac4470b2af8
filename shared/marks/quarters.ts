/** Quarters of a group by some value: letters in place of ranks. The quarters are a convention of ours, and whoever shows them says so. */

/** The share of schools in A, and in C. */
export const OUTER = 0.25;
/** Fewer schools are not put into bands. */
export const FEWEST = 4;

/** A: fewer than a quarter stand above; C: fewer than a quarter below. Equal values get equal letters. `null` where there is no value. */
export function bandsOf(values: readonly (number | null)[]): ("A" | "B" | "C" | null)[] {
  const known = values.filter((value) => value !== null);
  const part = known.length * OUTER;
  return values.map((value) => {
    if (value === null || known.length < FEWEST) return null;
    const above = known.filter((other) => other > value).length;
    const below = known.filter((other) => other < value).length;
    if (above < part && below >= part) return "A";
    return below < part && above >= part ? "C" : "B";
  });
}
