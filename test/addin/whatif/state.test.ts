/** What is asked in 推演, changed and taken back. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AskedHistory, begun, isReal, type Scenario, START, stepped, withMove } from "../../../addin/whatif/state.ts";
import type { LineMove } from "../../../shared/whatif/lines.ts";

const pass = (subject: string, mark: number): LineMove => ({ stage: "junior", grade: 9, subject, line: "pass", mark });
const change = (history: AskedHistory, next: Partial<Scenario>, dragging = false) => stepped(history, { step: "change", next, dragging });
const undo = (history: AskedHistory) => stepped(history, { step: "undo" });
const redo = (history: AskedHistory) => stepped(history, { step: "redo" });

const anything: fc.Arbitrary<Partial<Scenario>> = fc.oneof(
  fc.record({ schools: fc.option(fc.integer({ min: 1, max: 9 })) }),
  fc.record({ pupils: fc.option(fc.integer({ min: 0, max: 9 })) }),
  fc.record({ moves: fc.array(fc.constantFrom(pass("数学", 61), pass("数学", 62), pass("语文", 70)), { maxLength: 2 }) }),
  fc.record({ limit: fc.option(fc.constantFrom({ operator: ">=" as const, value: 0.9 }, { operator: "<=" as const, value: 0.1 })) }),
  fc.record({ unit: fc.option(fc.constantFrom("S01", "S02")) }),
);

describe("every change can be taken back", () => {
  test("whatever was changed, undone as often as there is something to undo it is the beginning, and redone it is the end", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anything, fc.boolean()), { maxLength: 12 }), (steps) => {
        const end = steps.reduce((history, [next, dragging]) => change(history, next, dragging), begun("county"));
        let back = end;
        for (const _ of end.past) back = undo(back);
        expect(back.now).toEqual(START);
        expect(undo(back)).toBe(back);
        let forth = back;
        for (const _ of end.past) forth = redo(forth);
        expect(forth.now).toEqual(end.now);
        expect(redo(forth)).toBe(forth);
      }),
    );
  });

  test("a line that is dragged is one change, however many places it passes", () => {
    const places = [61, 62, 63, 64].map((mark) => ({ moves: [pass("数学", mark)] }));
    const dragged = places.reduce((history, next, at) => change(history, next, at < 3), begun("county"));
    expect(dragged.now.moves).toEqual([pass("数学", 64)]);
    expect(undo(dragged).now).toEqual(START);
    // The next drag is another change.
    const again = change(change(dragged, { moves: [pass("数学", 70)] }, true), { moves: [pass("数学", 71)] });
    expect(undo(again).now.moves).toEqual([pass("数学", 64)]);
  });

  test("what is as it was is no change", () => {
    const asked = change(begun("county"), { schools: 5 });
    expect(change(asked, { schools: 5 })).toBe(asked);
  });
});

describe("what is supposed", () => {
  test("a moved line or another target is; where one looks and what a plan keeps to is not", () => {
    expect([START, { ...START, unit: "S01", schools: 5, share: 0.1 }].map(isReal)).toEqual([true, true]);
    expect(isReal({ ...START, moves: [pass("数学", 61)] })).toBe(false);
    expect(isReal({ ...START, limit: { operator: ">=", value: 0.9 } })).toBe(false);
  });

  test("恢复 goes back to what is real and keeps what is asked; it can be undone itself", () => {
    const supposed = change(change(begun("county"), { schools: 5, unit: "S01" }), {
      moves: [pass("数学", 61)],
      limit: { operator: ">=", value: 0.9 },
    });
    const restored = stepped(supposed, { step: "restore" });
    expect(restored.now).toEqual({ ...START, schools: 5, unit: "S01" });
    expect(undo(restored).now).toEqual(supposed.now);
    expect(stepped(restored, { step: "restore" })).toBe(restored);
  });

  test("a line put back where the exam has it is no longer moved, and moves of one line replace each other", () => {
    const moves = withMove(withMove([pass("语文", 70)], pass("数学", 61), 60), pass("数学", 62), 60);
    expect(moves).toEqual([pass("语文", 70), pass("数学", 62)]);
    expect(withMove(moves, pass("数学", 60), 60)).toEqual([pass("语文", 70)]);
  });
});
