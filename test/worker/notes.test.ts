/** What a school says beside its figures: explanations of queries, and who teaches which class. */
import { describe, expect, it } from "vitest";
import type { Submission, SubmissionBody } from "../../shared/contract.ts";
import { ask, type County, county, marks, must, placeOf, rollup, submit } from "./county.ts";

const note = { code: "class-without-teacher", sheet: "任课表", cell: "B5", text: "3 班本学期由\n教研组轮流上课" };

/** Twenty pupils of grade 9, twelve of them in class 1. */
function withClass(changes: object = {}): SubmissionBody {
  const whole = marks({ 2: 8, 8: 12 });
  const [slice] = marks({ 8: 12 }).slices;
  return { ...whole, slices: [...whole.slices, { ...slice, class: "1" }], ...changes } as SubmissionBody;
}
const teaches = { stage: "junior", grade: 9, class: "1", subject: "chemistry", teacher: "T01" };

const sent = async (where: County) => (await must<Submission>("GET", placeOf(where, "S01"), { token: where.tokens.S01 })).body.body;

describe("notes", () => {
  it("are kept and given back with the submission, and stand beside the school's figures for the bureau, not for a viewer", async () => {
    const where = await county();
    const body = withClass({ notes: [note] });
    expect((await submit(where, "S01", "k1", body)).status).toBe(201);
    await submit(where, "S02", "k1", marks({ 8: 20 }));
    expect(await sent(where)).toEqual(body);
    const notesFor = async (token: string) => (await rollup(where, token)).schools.map(({ school, notes }) => [school, notes]);
    expect(await notesFor(where.tokens.bureau)).toEqual([
      ["S01", [note]],
      ["S02", []],
    ]);
    expect(await notesFor(where.tokens.viewer)).toEqual([
      ["S01", []],
      ["S02", []],
    ]);
  });

  it("belong to the content: another note is another checksum, and under a used key another request", async () => {
    const where = await county();
    const first = await submit(where, "S01", "k1", withClass({ notes: [note] }));
    const again = await submit(where, "S01", "k1", withClass({ notes: [{ ...note, text: "另一句" }] }));
    const other = await submit(where, "S01", "k2", withClass({ notes: [{ ...note, text: "另一句" }] }));
    expect([again.status, again.body]).toEqual([409, expect.objectContaining({ reason: "idempotency-key-reused" })]);
    expect(other.body.sha256).not.toBe(first.body.sha256);
  });

  const refused: [string, object, string][] = [
    ["without a text", { ...note, text: " " }, "notes[0].text"],
    ["of 301 characters", { ...note, text: "字".repeat(301) }, "notes[0].text"],
    ["with a control character", { ...note, text: "a\u0007b" }, "notes[0].text"],
    ["with a telephone number", { ...note, text: "问王老师 138-1234-5678" }, "notes[0].text"],
    ["with an identity card's number", { ...note, text: "37081119680101123X 休学" }, "notes[0].text"],
    ["with a pupil's number", { ...note, text: "学籍号G370811200901011234" }, "notes[0].text"],
    ["about a code that is none", { ...note, code: "Z!" }, "notes[0].code"],
    ["about a cell that is none", { ...note, cell: "5B" }, "notes[0].cell"],
    ["with a field of its own", { ...note, pupil: "张三" }, "notes[0].pupil"],
  ];
  it.each(refused)("%s are refused", async (_, wrong, at) => {
    const where = await county();
    const got = await ask("PUT", placeOf(where, "S01"), { token: where.tokens.S01, key: "k1", body: withClass({ notes: [wrong] }) });
    expect([got.status, got.body.errors?.[0]?.at]).toEqual([422, at]);
  });
});

describe("who teaches what", () => {
  it("is kept under codes, and given back", async () => {
    const where = await county();
    await submit(where, "S01", "k1", withClass({ teaching: [teaches] }));
    expect((await sent(where))?.teaching).toEqual([teaches]);
  });

  it("a class too small to be sent on its own is listed too", async () => {
    const where = await county();
    const small = { ...teaches, class: "2" };
    await submit(where, "S01", "k1", withClass({ teaching: [teaches, small] }));
    expect((await sent(where))?.teaching).toEqual([teaches, small]);
  });

  const refused: [string, object[], string][] = [
    ["a name", [{ ...teaches, teacher: "王老师" }], "teaching[0].teacher"],
    ["a mobile number", [{ ...teaches, teacher: "13812345678" }], "teaching[0].teacher"],
    ["a grade that is not sent", [{ ...teaches, grade: 8 }], "teaching[0]"],
    ["a subject without a paper", [{ ...teaches, subject: "physics" }], "teaching[0]"],
    ["a class given twice", [teaches, { ...teaches, teacher: "T02" }], "teaching[1]"],
    ["nobody at all", [], "teaching"],
  ];
  it.each(refused)("%s is refused", async (_, teaching, at) => {
    const where = await county();
    const got = await ask("PUT", placeOf(where, "S01"), { token: where.tokens.S01, key: "k1", body: withClass({ teaching }) });
    expect([got.status, got.body.errors?.map((error) => error.at)]).toEqual([422, [at]]);
  });

  it("is asked of exams only", async () => {
    const where = await county();
    const { home, tokens } = where;
    await must("PUT", `${home}/collections/means`, {
      token: tokens.bureau,
      body: { name: "Means", form: "resources", period: "2025" },
    });
    const slice = { stage: "junior", grade: null, subject: null, class: null, resources: { pupils: 100, amounts: {} } };
    const got = await ask("PUT", placeOf(where, "S01", "means"), {
      ...{ token: tokens.S01, key: "k1" },
      body: { definitions: withClass().definitions, slices: [slice], teaching: [teaches] },
    });
    expect([got.status, got.body.errors?.map((error) => error.at)]).toEqual([422, ["teaching"]]);
  });
});
