/** What was signed is judged as it was signed: a region that chooses otherwise later changes no verdict on it. */
import { expect, it } from "vitest";
import type { Statement, StatementReceipt } from "../../shared/contract.ts";
import { county, marks, must, submit } from "./county.ts";

it("a signed line keeps the excellent line of its day; an amendment is by the new one, and says so", async () => {
  const where = await county();
  const place = `${where.home}/schools/S01/statements/2025`;
  let keys = 0;
  const send = async (method: string, path: string, token: string, body: unknown) =>
    (await must<StatementReceipt>(method, path, { token, key: `k${keys++}`, body })).body;
  const sign = async ({ version, sha256 }: StatementReceipt) => {
    await send("POST", `${place}/sign`, where.tokens.bureau, { version, sha256, party: "first", role: "局长" });
    await send("POST", `${place}/sign`, where.tokens.S01, { version, sha256, party: "second", role: "校长" });
  };
  const read = async () => (await must<Statement>("GET", `${place}?collection=final`, { token: where.tokens.bureau })).body;
  // Of 4 pupils one has 9 of 10 and one has 8: at 85 % of the full mark one is excellent, at 80 % two are.
  await submit(where, "S01", "s1", marks({ 5: 2, 8: 1, 9: 1 }));
  const line = {
    ...{ id: "L1", indicator: "exam.excellent", version: 1, stage: "junior", grade: 9, subject: "chemistry" },
    ...{ operator: ">=", value: 0.5, period: "2024-2025", source: "2025年目标责任书" },
  };
  // Choices that a caller sends are not taken: the region's are.
  const choices = [{ option: "excellent-line", choice: "90" }];
  const body = { level: "school", title: "责任书", first: "区教育局", second: "第一中学", lines: [line] };
  await sign(await send("PUT", place, where.tokens.bureau, { ...body, choices }));
  const before = await read();
  expect(before.versions[0]?.body.choices).toContainEqual({ option: "excellent-line", choice: "85" });
  expect(before.check?.lines[0]).toMatchObject({ verdict: "missed", counts: { numerator: 1, denominator: 4 } });

  await must("PUT", `${where.home}/choices`, {
    token: where.tokens.bureau,
    body: { choices: [{ option: "excellent-line", choice: "80", why: "局长办公会" }] },
  });
  const after = await read();
  expect(after.check?.lines).toEqual(before.check?.lines);

  await sign(await send("POST", `${place}/amend`, where.tokens.bureau, { why: "口径改为 80 %", statement: body }));
  const amended = await read();
  expect(amended.check?.lines[0]).toMatchObject({ verdict: "met", counts: { numerator: 2, denominator: 4 } });
  expect(amended.versions[1]?.changes.map(({ line, field }) => [line, field])).toEqual([[null, "choices"]]);
});
