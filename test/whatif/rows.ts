/** Schools from rows, with what every pupil reaches in every subject, so that all-subject passes can be told at other lines. */
import type { Slice, SubmissionBody } from "../../shared/contract.ts";
import type { Member } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { bodySent, type Pupil } from "../indicators/county.ts";

/** The whole per cent a pupil reaches in every subject; `null` of who was away in one. */
export function lowestOf({ chinese, maths }: Pupil): number | null {
  const whole = (mark: number, full: number) => Math.floor((100 * mark) / full);
  const own = [
    chinese === "exempt" ? [] : [typeof chinese === "number" ? whole(chinese, 240) : null],
    maths === "exempt" ? [] : [typeof maths === "number" ? whole(maths, 200) : null],
  ].flat();
  return own.includes(null) || own.length === 0 ? null : Math.min(...(own as number[]));
}

/** Passes counted at so many per cent of the full marks. */
export function bodyOf(pupils: readonly Pupil[], percent = 60): SubmissionBody {
  const body = bodySent(pupils);
  const judged = pupils.filter(
    ({ chinese, maths }) => chinese !== "left" && maths !== "left" && !(chinese === "exempt" && maths === "exempt"),
  );
  const counts = new Map<number, number>();
  for (const one of judged) {
    const own = lowestOf(one);
    if (own !== null) counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  const passed = judged.filter((one) => (lowestOf(one) ?? -1) >= percent).length;
  const lowest = [...counts].sort(([a], [b]) => a - b);
  return {
    ...body,
    slices: body.slices.map((slice): Slice => (slice.joint ? { ...slice, joint: { ...slice.joint, passed, lowest } } : slice)),
  };
}

export function memberOf(pupils: readonly Pupil[], at: number, percent = 60): Member {
  return { school: `S${at}`, name: `第${at}中学`, stages: ["junior"], tallies: talliesOf(bodyOf(pupils, percent)) };
}
