/** Resources of a county that has nothing of before to hold them against. */
import { describe, expect, test } from "vitest";
import { codes, ofStage, res, SCHOOLS, type Sent, storeOf, words } from "./asked-store.ts";

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

  test("but in a small school, where all there is falls to few, only beyond as many times the range as it is smaller than 200 pupils", () => {
    // 2,800, 2,900, 3,100, 3,300 yuan and many: median 3,100, MAD 200, so up to 3,990; of 50 pupils up to four times as much, 15,958.
    const small = (amount: number) => {
      const others = [2800, 2900, 3100, 3300].map((each, at): Sent => ["res", SCHOOLS[at] ?? "", res(500, each * 500)]);
      return codes(storeOf([...others, ["res", "S05", res(50, amount)]]), "res");
    };
    expect([small(795_000), small(800_000)]).toEqual([[], ["S05 outside-usual-range"]]);
  });

  test("nor is what a playground for twelve comes to ten times the standard", () => {
    // The standard asks 2,500 yuan: 200 ÷ 12 times as much are 41,667, and of 20 pupils and more ten times, 25,000.
    const alone = (pupils: number, each: number) => codes(storeOf([["res", "S01", res(pupils, each * pupils)]]), "res");
    expect([alone(12, 41_600), alone(12, 41_700)]).toEqual([[], ["S01 equipment-unlikely"]]);
    expect([alone(28, 25_000), alone(28, 25_100)]).toEqual([[], ["S01 equipment-unlikely"]]);
  });

  test("and many amounts beyond it are one question, of the pupils", () => {
    const amounts = { "teachers.overqualified": 38, "teachers.backbone": 8, "area.teaching": 392_000 };
    const of = (pupils: number) => words(storeOf([["res", "S01", ofStage({ resources: { pupils, amounts } })]]), "res");
    expect(of(560)).toEqual([]);
    // 38, 8 and 3,920 ㎡ for 56 pupils: 67.9 and 14.3 per 100, 70 ㎡ each, where 5.3, 1 and 5.8 are asked.
    expect(of(56).map(({ zh }) => zh)).toEqual([
      "初中 高于规定学历教师数合 67.857 人/百生，国家标准是 5.3 人/百生 起；初中 县级以上骨干教师数合 14.286 人/百生，国家标准是 1 人/百生 起；初中 教学及辅助用房面积合 70 ㎡/生，国家标准是 5.8 ㎡/生 起：3 项都相差 10 倍以上。请先核对学生数（56 人），再看单位（金额是元，面积是平方米）；确实如此请说明。",
    ]);
  });

  test("and against last time's alone where there are any", () => {
    expect(codes(sent(5000, [["res-last", "S01", res(500, 1_400_000)]]), "res")).toEqual([]);
  });
});
