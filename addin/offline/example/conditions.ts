/** What the example's schools have; the last has not handed it in yet. */
import type { ResourceName, SubmissionBody } from "../../../shared/contract.ts";
import { RESOURCE_UNITS } from "../../../shared/indicators/resources.ts";

const NAMES = Object.keys(RESOURCE_UNITS) as ResourceName[];

/** Pupils; then teachers above the required degree, backbone, PE and arts, square metres of teaching and of sports, yuan, rooms. */
const ROWS: readonly (readonly number[])[] = [
  [630, 45, 9, 7, 3654, 6489.5, 1890000, 16],
  [504, 33, 7, 6, 3100, 5300, 1386000, 13],
  [504, 31, 5, 5, 2880, 5040.25, 1310000, 13],
  [378, 23, 4, 4, 2570, 4460, 1096200, 10],
  [252, 13, 2, 2, 1638, 3024, 604800, 7],
  [378, 19, 4, 3, 2304, 4914, 907200, 10],
  [252, 14, 3, 3, 1512, 3276, 655200, 7],
];

/** Of one school by its place in the list; `null` where nothing has come. */
export function exampleConditions(at: number, definitions: string): SubmissionBody | null {
  const row = ROWS[at];
  if (!row) return null;
  const [pupils = 0, ...amounts] = row;
  const parts = NAMES.map((name, of) => [name, Math.round((amounts[of] ?? 0) * RESOURCE_UNITS[name].parts)] as const);
  const place = { stage: "junior", grade: null, subject: null, class: null } as const;
  return { definitions, slices: [{ ...place, resources: { pupils, amounts: Object.fromEntries(parts) } }] };
}
