/** What a submission is about, in numbers of pupils, for a person to see whether it is the right one. */
import type { Slice, SubmissionBody } from "../contract.ts";
import { expected } from "../marks/states.ts";
import type { Handed } from "./handed.ts";
import { placeWords } from "./place-words.ts";

/** The pupils of each grade that sat or should have, else of each stage: the most that any of its slices has. */
export function previewOf({ slices }: SubmissionBody): Handed["counts"] {
  const most = new Map<string, Handed["counts"][number]>();
  for (const [slice, pupils] of sizesIn(slices)) {
    const { stage, grade } = slice;
    const key = `${stage} ${grade}`;
    if (pupils > (most.get(key)?.pupils ?? -1)) most.set(key, { about: placeWords({ stage, grade }), pupils });
  }
  return [...most.values()];
}

/** Each subject's pupils: of the whole grade where it is sent, else of its classes together. */
export function sizesIn(slices: readonly Slice[]): [slice: Slice, pupils: number][] {
  const whole = new Map<string, [Slice, number]>();
  const classes = new Map<string, [Slice, number]>();
  for (const slice of slices) {
    const pupils = pupilsIn(slice);
    if (pupils === null) continue;
    const key = `${slice.stage} ${slice.grade} ${slice.subject}`;
    if (slice.class === null) whole.set(key, [slice, pupils]);
    else classes.set(key, [slice, (classes.get(key)?.[1] ?? 0) + pupils]);
  }
  return [...new Map([...classes, ...whole]).values()];
}

function pupilsIn({ scores, joint, resources }: Slice): number | null {
  if (scores) return expected(scores.states);
  return joint?.pupils ?? resources?.pupils ?? null;
}
