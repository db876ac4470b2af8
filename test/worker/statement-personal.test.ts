/** What is signed is printed and never changed: it holds posts and codes, and no number by which somebody can be reached. */
import { expect, it } from "vitest";
import type { StatementReceipt } from "../../shared/contract.ts";
import { ask, county, must } from "./county.ts";

it("no telephone number is signed as a post, nor stands in a title", async () => {
  const where = await county();
  const place = `${where.home}/schools/S01/statements/2025`;
  const token = where.tokens.bureau;
  const line = {
    ...{ id: "L1", indicator: "exam.pass", version: 1, stage: "junior", grade: 9, subject: "chemistry" },
    ...{ operator: ">=", value: 0.5, period: "2024-2025", source: "2025年目标责任书" },
  };
  const body = { level: "school", title: "责任书", first: "区教育局", second: "第一中学", lines: [line] };
  const titled = await ask("PUT", place, { token, key: "k1", body: { ...body, title: "责任书 13800138000" } });
  expect([titled.status, (JSON.parse(titled.text) as { reason: string }).reason]).toEqual([422, "statement-invalid"]);
  const { version, sha256 } = (await must<StatementReceipt>("PUT", place, { token, key: "k2", body })).body;
  const signing = { version, sha256, party: "first", role: "局长张三 138-0013-8000" };
  const refused = await ask("POST", `${place}/sign`, { token, key: "k3", body: signing });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("请删去");
  expect(refused.text).not.toContain("8000");
  expect((await ask("POST", `${place}/sign`, { token, key: "k4", body: { ...signing, role: "局长" } })).status).toBe(201);
});
