/** Resources of a county that has nothing of before to hold them against. */
import { describe, expect, test } from "vitest";
import { codes, res, SCHOOLS, type Sent, storeOf, words } from "./asked-store.ts";

describe("resources that nobody handed in before", () => {
  // 2,800 … 3,300 yuan for each of 500 pupils: median 3,000, MAD 100, so 3,000 ± 3 × 1.4826 × 100 is 2,555 … 3,445.
  const yuan = [2800, 2900, 3000, 3100, 3300];
  const sent = (pupils: number, before: Sent[] = []) =>
    storeOf([...before, ...yuan.map((each, at): Sent => ["res", SCHOOLS[at] ?? "", res(at === 2 ? pupils : 500, each * 500)])]);

  test("are held against each other, so that a digit too many shows", () => {
    const found = words(sent(5000), "res");
    expect(found.map(({ zh }) => zh).join()).toContain("与这次各校相比偏离较大：");
    // Two sources ask for it per pupil, one of them of 初中 by itself: told once.
    expect(found.map(({ zh }) => zh.split("生均教学仪器设备值").length - 1)).toEqual([1]);
    expect(codes(sent(5000), "res")).toEqual(["S03 outside-usual-range"]);
    expect(codes(sent(500), "res")).toEqual([]);
  });

  test("and what is usual is not shown below 0, where nobody is", () => {
    // 100, 100, 200, 400, 500 yuan and 9,000: median 300, MAD 200, so 300 ± 889.
    const each = [100, 100, 200, 400, 500, 9000];
    const store = storeOf(each.map((yuan, at): Sent => ["res", SCHOOLS[at] ?? "", res(500, yuan * 500)]));
    const found = words(store, "res").map(({ zh }) => zh);
    expect(found.some((zh) => /各校中位数 300 元\/生，通常 0 元\/生 到 1189\.56 元\/生/.test(zh))).toBe(true);
  });

  test("and against last time's alone where there are any", () => {
    expect(codes(sent(5000, [["res-last", "S01", res(500, 1_400_000)]]), "res")).toEqual([]);
  });
});
