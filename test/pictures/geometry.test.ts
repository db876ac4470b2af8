/** Laws of pictures: bars are all pupils, lines stay on the grid, what is told is what is there, nothing sticks out. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributionPicture } from "../../shared/pictures/distribution.ts";
import { type DistributionData, distributionTable, readDistribution } from "../../shared/pictures/distribution-data.ts";
import { type Line, type Move, movedBy, nearestMark } from "../../shared/pictures/lines.ts";
import { cutTo, textWidth, ticks } from "../../shared/pictures/measure.ts";
import { pictureSvg } from "../../shared/pictures/svg.ts";

const scales = fc.record({
  grid: fc.constantFrom(1, 2, 10),
  full: fc.constantFrom(5, 10, 50, 60, 75, 100, 120, 150, 300, 750),
});

/** A distribution with each pupil's mark beside it, so that it can be counted the naive way. */
const given = scales.chain(({ grid, full }) =>
  fc.record({
    grid: fc.constant(grid),
    full: fc.constant(full),
    pupils: fc.array(fc.integer({ min: 0, max: full * grid }), { maxLength: 400 }),
    line: fc.integer({ min: 0, max: full * grid }),
    from: fc.integer({ min: 0, max: full * grid }),
  }),
);

function countsOf(pupils: readonly number[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const mark of pupils) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [...counts];
}

const lineAt = (mark: number, more: Partial<Line> = {}): Line => ({ id: "pass", name: "及格", side: "reached", mark, ...more });

function dataOf({
  grid,
  full,
  pupils,
  line,
  from,
}: {
  grid: number;
  full: number;
  pupils: number[];
  line: number;
  from: number;
}): DistributionData {
  const low: Line = { id: "low", name: "低分", side: "below", mark: from / grid };
  return { title: "九年级 数学", grid, full, counts: countsOf(pupils), lines: [lineAt(line / grid, { from: from / grid }), low] };
}

describe("a distribution", () => {
  test("its bars add up to all pupils, and so do the numbers of the table", () => {
    fc.assert(
      fc.property(given, (one) => {
        const data = dataOf(one);
        const { bands, sat } = readDistribution(data);
        expect(bands.reduce((sum, { pupils }) => sum + pupils, 0)).toBe(one.pupils.length);
        expect(sat).toBe(one.pupils.length);
        const table = distributionTable(data, "zh");
        expect(table.rows.reduce((sum, [, pupils]) => sum + Number(pupils), 0)).toBe(one.pupils.length);
      }),
    );
  });

  test("each band of the table holds the pupils whose marks lie in it, both ends included, and every mark lies in one", () => {
    fc.assert(
      fc.property(given, (one) => {
        const { rows } = distributionTable(dataOf(one), "en");
        const ends = rows.map(([name = ""]) => name.split("–").map(Number));
        for (const [at, [low = Number.NaN, high = low]] of ends.entries()) {
          const inside = one.pupils.map((mark) => mark / one.grid).filter((mark) => mark >= low && mark <= high);
          expect(rows[at]?.[1]).toBe(String(inside.length));
          // From the top down: the next band ends one step of the grid below.
          const [, below = ends[at + 1]?.[0]] = ends[at + 1] ?? [];
          if (below !== undefined) expect(Math.round(low * one.grid) - Math.round(below * one.grid)).toBe(1);
        }
        expect([ends[0]?.at(-1), ends.at(-1)?.[0]]).toEqual([one.full, 0]);
      }),
    );
  });

  test("a line counts those at or above it, a low line those strictly below, and what it counted before it was moved", () => {
    fc.assert(
      fc.property(given, (one) => {
        const [pass, low] = readDistribution(dataOf(one)).lines;
        expect(pass?.now.pupils).toBe(one.pupils.filter((mark) => mark >= one.line).length);
        expect(low?.now.pupils).toBe(one.pupils.filter((mark) => mark < one.from).length);
        expect(pass?.was?.pupils ?? null).toBe(one.line === one.from ? null : one.pupils.filter((mark) => mark >= one.from).length);
      }),
    );
  });

  test("places across are true: a mark's place leads back to the mark, and all shapes lie in the picture", () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 288, max: 900 }), fc.boolean(), (one, width, heading) => {
        const data = dataOf(one);
        const picture = distributionPicture(data, { width, tongue: "zh", heading });
        expect(nearestMark(picture.markAt(picture.xOf(one.line / one.grid)), data)).toBe(one.line / one.grid);
        for (const shape of picture.shapes) {
          if (shape.shape !== "text") continue;
          const wide = textWidth(shape.text, shape.size);
          const start = shape.anchor === "end" ? shape.x - wide : shape.anchor === "middle" ? shape.x - wide / 2 : shape.x;
          expect(start).toBeGreaterThanOrEqual(-1);
          expect(start + wide).toBeLessThanOrEqual(width + 1);
          expect(shape.y).toBeLessThanOrEqual(picture.height);
        }
      }),
    );
  });

  test("the shares told never say all or none of a part", () => {
    const counts: [number, number][] = [
      [100, 1],
      [200, 99_999],
    ];
    const { rows, caption } = distributionTable({ title: "数学", grid: 2, full: 100, counts, lines: [lineAt(60)] }, "zh");
    expect(caption).toContain("99.999 %");
    expect(rows[0]?.[2]).toBe("99.999 %");
    expect(distributionTable({ title: "数学", grid: 2, full: 100, counts: [], lines: [lineAt(60)] }, "zh").rows[0]?.[2]).toBe("—");
  });
});

describe("a line that is moved", () => {
  const moves: Move[] = ["up", "down", "far-up", "far-down", "first", "last"];

  test("lies on the grid between 0 and the full mark, wherever it is dragged to and whatever keys are pressed", () => {
    fc.assert(
      fc.property(scales, fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.array(fc.constantFrom(...moves)), (scale, place, keys) => {
        let mark = nearestMark(place, scale);
        for (const key of [null, ...keys]) {
          if (key) mark = movedBy(mark, key, scale);
          expect(Number.isInteger(Math.round(mark * scale.grid)) && Math.round(mark * scale.grid) / scale.grid).toBe(mark);
          expect(mark).toBeGreaterThanOrEqual(0);
          expect(mark).toBeLessThanOrEqual(scale.full);
        }
      }),
    );
  });

  test("an arrow moves it by one mark of the grid and back; from between two marks to the neighbour; by five; to the ends", () => {
    const scale = { grid: 2, full: 75 };
    expect([movedBy(60, "up", scale), movedBy(60.5, "down", scale)]).toEqual([60.5, 60]);
    expect([movedBy(63.75, "up", scale), movedBy(63.75, "down", scale)]).toEqual([64, 63.5]);
    expect([movedBy(60, "far-up", scale), movedBy(60, "far-down", scale)]).toEqual([65, 55]);
    expect([movedBy(72.5, "far-up", scale), movedBy(3, "far-down", scale)]).toEqual([75, 0]);
    expect([movedBy(60, "first", scale), movedBy(60, "last", scale)]).toEqual([0, 75]);
    expect([movedBy(0, "down", scale), movedBy(75, "up", scale)]).toEqual([0, 75]);
  });
});

describe("a picture as a file", () => {
  const signs = fc.string({ unit: "binary" });

  test("is one svg without a style, script or reference, whatever stands in its texts", () => {
    fc.assert(
      fc.property(signs, (title) => {
        const svg = pictureSvg(
          distributionPicture(
            { title, grid: 2, full: 100, counts: [[120, 3]], lines: [lineAt(60)] },
            { width: 640, tongue: "zh", heading: true },
          ),
        );
        expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^<>]*>/);
        expect(svg).not.toMatch(/<style|<script|style=|href|url\(|var\(/);
        const tags = [...svg.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
        expect(tags.every((tag) => /^<\/?(svg|title|rect|line|path|circle|text)\b/.test(tag))).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML has no place for
        expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
    );
  });
});

describe("measures", () => {
  test("a text that is cut fits, and one that fits is not cut", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 12, max: 300 }), (text, room) => {
        const cut = cutTo(text, room);
        expect(textWidth(cut)).toBeLessThanOrEqual(Math.max(room, textWidth("…")));
        if (textWidth(text) <= room) expect(cut).toBe(text);
      }),
    );
  });

  test("ticks are round, rise, and lie within; there are never more than asked for", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (low, span, most) => {
          const found = ticks(low, low + span, most);
          expect(found.length).toBeLessThanOrEqual(most);
          const slack = 1e-9 * (Math.abs(low) + span);
          for (const tick of found) expect(tick >= low - slack && tick <= low + span + slack).toBe(true);
          expect([...found].sort((a, b) => a - b)).toEqual(found);
        },
      ),
    );
  });
});
