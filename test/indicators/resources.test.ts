import { describe, expect, test } from "vitest";
import { readRollup } from "../../shared/rollup.ts";
import { collection, member, rollupInput } from "./county.ts";

describe("差异系数 of a resource collection", () => {
  const resources = collection({ form: "resources", exam: null, period: "2025" });
  const school = (pupils: number, rooms: number | undefined, area = 0) => ({
    definitions: "test",
    slices: [
      {
        stage: "primary" as const,
        grade: null,
        subject: null,
        class: null,
        resources: { pupils, amounts: { "area.sports": area, ...(rooms === undefined ? {} : { "rooms.multimedia": rooms }) } },
      },
    ],
  });
  const rollupOf = (bodies: ReturnType<typeof school>[]) => {
    return readRollup(
      rollupInput(
        bodies.map((body, at) => member(body, at, ["primary"])),
        { collection: resources },
      ),
    );
  };
  const books = [school(45, 279), school(37, 137), school(89, 935), school(76, 160), school(55, 402)];

  test("is the published 0.5153, over the primary limit of 0.50", () => {
    const { figures, verdicts } = rollupOf(books);
    const figure = figures.find(({ indicator, resource }) => indicator === "eq.cv" && resource === "rooms.multimedia");
    expect(figure?.value?.toFixed(4)).toBe("0.5153");
    expect(figure?.readings).toEqual(["cv-weighting:enrolment"]);
    expect(verdicts.find(({ indicator, resource }) => indicator === "eq.cv" && resource === "rooms.multimedia")).toMatchObject({
      verdict: "missed",
      limit: 0.5,
      origin: "default",
    });
  });

  test("leaves out a school that did not report the resource, but not one that reported 0", () => {
    const value = (bodies: ReturnType<typeof school>[]) =>
      rollupOf(bodies).figures.find(({ indicator, resource }) => indicator === "eq.cv" && resource === "rooms.multimedia")?.value;
    expect(value([...books, school(50, undefined)])).toBe(value(books));
    expect(value([...books, school(50, 0)])).not.toBe(value(books));
  });

  test("of a resource nobody has is no number", () => {
    expect(rollupOf(books).figures.find(({ indicator, resource }) => indicator === "eq.cv" && resource === "area.sports")).toMatchObject({
      value: null,
      why: { en: "the amounts add up to 0" },
    });
  });
});
