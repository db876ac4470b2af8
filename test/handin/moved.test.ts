/** A file saved again by another program, or with its rows in another order, is what was taken; an explanation goes with its question. */
import { describe, expect, test } from "vitest";
import { openKept } from "../../addin/offline/kept.ts";
import { heldIn, keeperOf } from "../../addin/offline/store.ts";
import { askedOf } from "../../shared/handin/asked.ts";
import type { FileFinding } from "../../shared/handin/finding.ts";
import type { Held } from "../../shared/handin/held.ts";
import { newStore } from "../../shared/handin/store.ts";
import { fill } from "../tools/fill.ts";
import { emptyTemplate, handIn, exam as templateExam } from "../tools/templates.ts";
import { chinese, county, exam } from "./bodies.ts";
import { explainAs, takeOne } from "./take-one.ts";

const now = "2025-07-02T08:00:00.000Z";
const place = { school: "S01", collection: exam.collection };
const [sixty, seventy] = [chinese([[60, 20]]), chinese([[70, 20]])];
const query = { level: "query", code: "class-large", sheet: "成绩 九年级" } as const;

describe("a template saved again, its questions at other cells", () => {
  const asks = (cell: string, zh = "请核对班额"): FileFinding => ({ ...query, cell, words: { zh, en: zh } });
  const note = (cell: string | null, text: string) => ({ code: query.code, sheet: query.sheet, cell, text });
  const at = (...cells: string[]) => cells.map((cell) => asks(cell));

  async function office(findings: readonly FileFinding[], first = sixty) {
    const keeper = await keeperOf(await openKept());
    await keeper.update(() => newStore(county, now));
    let batch = 0;
    const take = (again: readonly FileFinding[], body = sixty) =>
      takeOne(keeper, new Map(), {
        read: { kind: "template", handed: { ...place, body, findings: again, counts: [] } },
        path: `${batch}.xlsx`,
        ...{ batch: batch++, decided: false, now: `2025-07-02T08:00:0${batch}.000Z` },
      });
    await take(findings, first);
    const explain = (...own: readonly FileFinding[]) => keeper.update((store) => store && explainAs(store, place, own, now));
    const stands = () => heldIn(keeper.store() as never)[0] as Held;
    return { take, explain, stands };
  }
  const texts = ({ findings = [] }: { readonly findings?: readonly FileFinding[] }) => findings.map(({ cell, note }) => [cell, note]);

  test("is the same as what was taken, and the explanation goes with its question", async () => {
    const { take, explain, stands } = await office([asks("A6", "1班 70 人"), asks("A80", "2班 66 人")]);
    await explain({ ...asks("A6", "1班 70 人"), note: "合班" }, asks("A80", "2班 66 人"));
    const before = stands();
    // The classes in the other order: each stands where the other stood.
    const again = await take([asks("A6", "2班 66 人"), asks("A73", "1班 70 人")]);
    expect(again.words.zh).toBe("内容与已收的相同。");
    expect(texts(again)).toEqual([
      ["A6", undefined],
      ["A73", "合班"],
    ]);
    expect(stands()).toEqual(before);
    // What is explained under that line goes with the question it was typed for.
    await explain({ ...asks("A6", "2班 66 人"), note: "转入" }, { ...asks("A73", "1班 70 人"), note: "合班" });
    expect(askedOf(stands()).map(({ words, note }) => [words.zh, note])).toEqual([
      ["1班 70 人", "合班"],
      ["2班 66 人", "转入"],
    ]);
  });

  test("that says the same of several cells, of which one is explained, is not guessed at: the explanation stays, on no other's cell", async () => {
    const { take, explain, stands } = await office(at("D7", "D9"));
    await explain({ ...asks("D7"), note: "转学" }, asks("D9"));
    const taken = await take(at("D20", "D30"));
    expect(taken.words.zh).toBe("已收，更正为第 3 版：数没有变，说明或请核对的内容有变化。");
    expect(texts(taken)).toEqual([
      ["D20", undefined],
      ["D30", undefined],
    ]);
    expect(stands().body.notes).toEqual([note("D7", "转学")]);
  });

  test("leaves no explanation beside another question that has come to stand on its cell", async () => {
    const { take, explain, stands } = await office([...at("D7", "D9"), asks("D11", "另一个问题")]);
    await explain({ ...asks("D7"), note: "转学" }, asks("D9"), asks("D11", "另一个问题"));
    const taken = await take([asks("D7", "另一个问题"), ...at("D20", "D30")]);
    expect(texts(taken).map(([, text]) => text)).toEqual([undefined, undefined, undefined]);
    expect(stands().body.notes).toEqual([note(null, "转学")]);
    expect(askedOf(stands()).map((one) => one.note)).toEqual([undefined, undefined, undefined, "转学"]);
  });

  test("with every one of them unexplained, or explained alike, is the same", async () => {
    const { take, explain } = await office(at("D7", "D9"));
    expect((await take(at("D20", "D30"))).words.zh).toBe("内容与已收的相同。");
    await explain(...at("D7", "D9").map((one) => ({ ...one, note: "转学" })));
    const again = await take(at("D20", "D30"));
    expect(again.words.zh).toBe("内容与已收的相同。");
    expect(texts(again).map(([, text]) => text)).toEqual(["转学", "转学"]);
  });

  test("that asks more, less or something else is a new revision, as are other counts", async () => {
    const { take } = await office(at("D7"));
    for (const [again, body] of [[at("D7", "D9")], [at("D9")], [[asks("D9", "别的")]], [[asks("D9", "别的")], seventy]] as const)
      expect((await take(again, body)).words.zh).toMatch(/更正为第/);
  });

  test("a real one, its rows in the other order, is the same", async () => {
    const marks = [...Array(70).keys()].map((at) => ({ A: at < 65 ? "1班" : "2班", D: 40 + (at % 50), E: 41 + (at % 50) }));
    const filled = async (rows: readonly (typeof marks)[number][]) => {
      const cells = rows.flatMap(({ A, D, E }, at) => [
        [`A${at + 6}`, A],
        ...[..."DFGH"].map((c) => [`${c}${at + 6}`, D]),
        [`E${at + 6}`, E],
      ]);
      return handIn(fill(await emptyTemplate(templateExam, "S03"), { "成绩 九年级": Object.fromEntries(cells) }));
    };
    const [one, other] = [await filled(marks), await filled([...marks].reverse())];
    expect(one.findings.map(({ cell }) => cell)).not.toEqual(other.findings.map(({ cell }) => cell));
    const { take } = await office([], one.body ?? sixty);
    const given = { ...one, ...place };
    expect((await take(given.findings, given.body ?? sixty)).words.zh).toMatch(/更正为第/);
    expect((await take(other.findings, other.body ?? sixty)).words.zh).toBe("内容与已收的相同。");
  });
});
