/** A new statement has a title of its own: two of one school and period are told apart wherever they are listed or saved. */
import { expect, test } from "vitest";
import { newTyped } from "../../addin/statements/making.ts";

const school = { school: "S02", name: "第二中学", stages: ["junior"] } as unknown as Parameters<typeof newTyped>[0]["school"];
const asked = { level: "school", school, region: "任城区", period: "2026", group: "", teacher: "" } as const;
const titled = (...titles: [school: string, title: string][]) =>
  newTyped(
    asked,
    [],
    titles.map(([school, title]) => ({ school, title })),
  ).title;

test("a second statement of a school for the same period is numbered; another school's title is no reason", () => {
  const usual = "2026年第二中学目标责任书";
  expect(titled()).toBe(usual);
  expect(titled(["S01", usual])).toBe(usual);
  expect(titled(["S02", usual])).toBe(`${usual}（2）`);
  expect(titled(["S02", usual], ["S02", `${usual}（2）`])).toBe(`${usual}（3）`);
});

test("the number stays within the longest title that is allowed", () => {
  const long = { ...asked, school: { ...school, name: "长".repeat(120) } };
  const first = newTyped(long, [], []).title;
  expect(first.length).toBe(100);
  const second = newTyped(long, [], [{ school: "S02", title: first }]).title;
  expect(second.length).toBe(100);
  expect(second).toMatch(/（2）$/);
});
