import type { Pupil } from "./pupils.ts";

/** Where the pupils of each class stand among all; those without a class are in none. */
export function byClass(pupils: readonly Pupil[]): ReadonlyMap<string, readonly number[]> {
  const classes = new Map<string, number[]>();
  for (const [at, { class: name }] of pupils.entries()) {
    if (name === null) continue;
    const own = classes.get(name);
    if (own) own.push(at);
    else classes.set(name, [at]);
  }
  return classes;
}
