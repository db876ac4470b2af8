/** Inputs that are supposed otherwise, changed and taken back: the same way back as of lines. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { begun, type Inputs, type InputsHistory, merged, stepped } from "../../../addin/inputs/supposed.ts";
import { changed } from "../../../addin/whatif/history.ts";
import type { InputChange } from "../../../shared/whatif/inputs.ts";

const teachers = (by: number, unit = "S01"): InputChange => ({ unit, stage: "junior", indicator: null, name: "teachers.backbone", by });
const change = (history: InputsHistory, next: Partial<Inputs>) => changed(history, { ...history.now, ...next });
const add = (history: InputsHistory, more: InputChange) => change(history, { changes: merged(history.now.changes, [more]) });
const total = ({ now: { changes } }: InputsHistory, unit: string) =>
  changes.filter((one) => one.unit === unit).reduce((sum, { by }) => sum + by, 0);

const step = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom("S01", "S02"));

test("whatever was tried, undone it is what is real, and redone it is the sum of all that was tried, counted by hand", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const end = steps.reduce((history, [by, unit]) => add(history, teachers(by, unit)), begun("county"));
      for (const unit of ["S01", "S02"])
        expect(total(end, unit)).toBe(steps.filter(([, own]) => own === unit).reduce((sum, [by]) => sum + by, 0));
      let history = end;
      for (const _ of end.past) history = stepped(history, "undo");
      expect(history.now).toEqual({ unit: null, changes: [] });
      expect(stepped(history, "undo")).toBe(history);
      for (const _ of end.past) history = stepped(history, "redo");
      expect(history.now).toEqual(end.now);
      expect(stepped(history, "redo")).toBe(history);
    }),
  );
});

test("恢复 keeps the unit that is looked at, and can be undone; where nothing is supposed there is nothing to restore", () => {
  const tried = add(change(begun("county"), { unit: "S02" }), teachers(3, "S02"));
  const restored = stepped(tried, "restore");
  expect(restored.now).toEqual({ unit: "S02", changes: [] });
  expect(stepped(restored, "undo").now).toEqual(tried.now);
  expect(stepped(restored, "restore")).toBe(restored);
});

test("a change after an undo leaves nothing to redo", () => {
  const back = stepped(add(begun("county"), teachers(3)), "undo");
  const anew = add(back, teachers(1));
  expect(total(anew, "S01")).toBe(1);
  expect(stepped(anew, "redo")).toBe(anew);
});
