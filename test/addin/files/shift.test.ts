/** A formula moved from where it stands, as filling down and across does it in a spreadsheet program. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { columnName, keyOfPlace, placeKey, placeName, rangeOf } from "../../../addin/files/places.ts";
import { shifted } from "../../../addin/files/shift.ts";

test.each([
  ["A1", "B3"],
  ["$A1+A$1+$A$1", "$A3+B$1+$A$1"],
  ["SUM(B2:C9)", "SUM(C4:D11)"],
  ["SUM(A:C)+SUM($A:$C)+SUM(1:2)+SUM($1:$2)", "SUM(B:D)+SUM($A:$C)+SUM(3:4)+SUM($1:$2)"],
  ["成绩!A1+'一 (1)班'!B2+'AB12'!C3", "成绩!B3+'一 (1)班'!C4+'AB12'!D5"],
  ['IF(A1="A1",LOG10(B2),"B2""C3")', 'IF(B3="A1",LOG10(C4),"B2""C3")'],
  ["AB1!A1+T1.x+_a1+总分1+1E5+Q1A", "AB1!B3+T1.x+_a1+总分1+1E5+Q1A"],
  ["XFD1+A1048576+A1048570", "#REF!+#REF!+B1048572"],
  ["a1", "B3"],
  ["A1#", "B3#"],
  ["{1,2;3,4}", "{1,2;3,4}"],
])("%s, two down and one across, is %s", (text, moved) => {
  expect(shifted({ text, row: 0, column: 0 }, 2, 1)).toBe(moved);
});

test("it may be moved up, too, but not off the sheet", () => {
  expect(shifted({ text: "B5+A1", row: 4, column: 1 }, 2, 1)).toBe("B3+#REF!");
});

test("moved back it is the same", () => {
  const place = fc.record({ row: fc.nat(5000), column: fc.nat(300) });
  fc.assert(
    fc.property(place, place, place, (at, from, to) => {
      const text = `SUM(${placeName(at.row + 5001, at.column + 301)}:$B$2)`;
      const there = shifted({ text, ...from }, to.row, to.column);
      return shifted({ text: there, ...to }, from.row, from.column) === text;
    }),
  );
});

test.each([
  ["A1", 0, 0],
  ["Z9", 8, 25],
  ["AA10", 9, 26],
  ["IV65536", 65_535, 255],
  ["XFD1048576", 1_048_575, 16_383],
])("%s is a place", (name, row, column) => {
  expect(keyOfPlace(name)).toBe(placeKey(row, column));
  expect(placeName(row, column)).toBe(name);
});

test.each(["", "A", "1", "A0", "A01", "XFE1", "A1048577", "AAAA1", "A1B", "$A$1", "A-1", " A1", "A1 ", "A99999999"])(
  "%j is none",
  (name) => {
    expect(keyOfPlace(name)).toBe(-1);
  },
);

test("every place has a name of its own, and a name one place", () => {
  fc.assert(fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => keyOfPlace(placeName(row, column)) === placeKey(row, column)));
  expect(columnName(701)).toBe("ZZ");
  expect(columnName(702)).toBe("AAA");
});

test("a range has its corners in any order", () => {
  expect(rangeOf("C9:A2")).toEqual({ top: 1, left: 0, bottom: 8, right: 2 });
  expect(rangeOf("B2")).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
  expect(["", "A1:", "A1:B2:C3", "x"].map(rangeOf)).toEqual([undefined, undefined, undefined, undefined]);
});
