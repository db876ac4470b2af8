/** Dates by hand, and which formats are those of dates. */
import { describe, expect, test } from "vitest";
import { isDateFormat } from "../../../addin/files/date-format.ts";
import { dateText, serialOf } from "../../../shared/handin/dates.ts";

/** ECMA-376 part 1, 18.17.4.1: 1 is 1 January 1900, 60 the 29 February that never was, 2958465 the last day of 9999. */
const days: readonly (readonly [number, string])[] = [
  [1, "1900-01-01"],
  [59, "1900-02-28"],
  [61, "1900-03-01"],
  [1462, "1904-01-01"],
  [25569, "1970-01-01"], // 70 years of 365 days, 17 leap days, the day that never was, and one for counting from 1
  [46266, "2026-09-01"],
  [2958465, "9999-12-31"],
];

test.each(days)("%d is %s, and back", (serial, text) => {
  expect(dateText(serial)).toBe(text);
  expect(serialOf(text)).toBe(serial);
});

test.each([
  [60, "1900-02-29"],
  [46266.5, "2026-09-01 12:00"],
  [46266 + 30_630 / 86_400, "2026-09-01 08:30:30"],
  [0.75, "18:00"],
  [0, "00:00"],
  [46266.999999999, "2026-09-02"],
  [-1, "-1"],
  [2958466, "2958466"],
  [1e300, "1e+300"],
])("%d is shown as %s", (serial, text) => {
  expect(dateText(serial)).toBe(text);
});

test.each([
  ["2026-09-01T18:00:00", 46266.75],
  ["18:00", 0.75],
  ["1900-01-01T00:00:00.000Z", 1],
  ["2026-02-29", undefined],
  ["2026-9-1", undefined],
  ["", undefined],
  ["T", undefined],
  ["1899-12-31", undefined],
  ["24:00", undefined],
])("%j is the number %s", (text, serial) => {
  expect(serialOf(text)).toBe(serial);
});

describe("formats", () => {
  test.each([14, 22, 27, 31, 36, 45, 50, 57, 58])("number %d is one of dates, in a Chinese Excel at least", (id) => {
    expect(isDateFormat(id, undefined)).toBe(true);
  });

  test.each([0, 1, 2, 9, 10, 12, 37, 48, 49, 59, 62, 176, Number.NaN])("number %d is none", (id) => {
    expect(isDateFormat(id, undefined)).toBe(false);
  });

  test.each([
    "yyyy/m/d;@",
    'yyyy"年"m"月"d"日";@',
    "[$-804]aaaa;@",
    "h:mm AM/PM",
    "[h]:mm",
    "mm:ss.0",
    '[DBNum1][$-804]yyyy"年"',
    "m/d/yy h:mm",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
  ])("%s is one of dates", (code) => {
    expect(isDateFormat(176, code)).toBe(true);
  });

  test.each([
    "General",
    "0.00_ ",
    "0%",
    '0"分"',
    "#,##0;[Red]-#,##0",
    "@",
    "0.00E+00",
    "G/通用格式",
    '[>=60]"及格 (passed)";"不及格"',
    "0\\d",
    "[红色]0",
    '"¥"#,##0.00',
    "_-* #,##0_-",
    "",
  ])("%j is none", (code) => {
    expect(isDateFormat(176, code)).toBe(false);
  });

  test("what the file says of a number comes before what everybody knows", () => {
    expect(isDateFormat(14, "0.00")).toBe(false);
    expect(isDateFormat(2, "yyyy")).toBe(true);
  });
});
