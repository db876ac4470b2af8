/** What the offline page asks for at once or twice: setting up in two windows, and a press that comes twice. */
import { expect, test } from "vitest";
import { officeTasks } from "../../addin/offline/office-tasks.ts";
import { county } from "./bodies.ts";

const now = "2025-07-01T12:00:00.000Z";

test("what was set up already is no fault when it comes again, and what another window has changed is not written over", async () => {
  const office = officeTasks();
  await office.setCounty({ county, was: null, now });
  const renamed = { ...county, name: "任城区教育局" };
  await office.setCounty({ county: renamed, was: county, now });
  await office.setCounty({ county: renamed, was: county, now });
  await expect(office.setCounty({ county: { ...county, name: "别的" }, was: county, now })).rejects.toThrow(/另一个窗口/);
  expect((await office.open({ again: true })).county?.name).toBe("任城区教育局");
});
