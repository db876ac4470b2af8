/** A statement's life without a server: proposed from the sources, edited, signed, amended, printed; and what each step refuses. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type StatementBody, type StatementLine, signBody, statementBody } from "../../shared/contract.ts";
import { isOfCounty } from "../../shared/entered.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { changesBetween } from "../../shared/statement/changes.ts";
import { addLine, changeLine, removeLine } from "../../shared/statement/edit.ts";
import { statementFaults, type Terms } from "../../shared/statement/faults.ts";
import { inOrder } from "../../shared/statement/order.ts";
import { printed } from "../../shared/statement/print.ts";
import { propose } from "../../shared/statement/propose.ts";
import { amended, drafted, inForce, signed, stateOf, type Version } from "../../shared/statement/versions.ts";
import { root } from "../tools/root.ts";

const terms: Terms = { catalogue: shipped, stages: ["primary", "junior"] };
const pass: StatementLine = {
  ...{ id: "L1", indicator: "academic.attainment.rate.junior", version: 1, stage: "junior", grade: null, subject: null },
  ...{ operator: ">=", value: 0.9, upTo: null, period: "2025", deadline: "2025-12-20", source: "2025年目标责任书 二.1" },
};
const body: StatementBody = {
  ...{ level: "school", title: "2025年教育教学质量目标责任书", group: null, teacher: null },
  ...{ first: "任城区教育和体育局", second: "第一中学", lines: [pass] },
};
const { id: _, ...passLine } = pass;

/** The limits of the sources, typed apart from the definitions: id, stage or *, operator, value. */
const thresholds = readFileSync(join(root, "test/data/thresholds.tsv"), "utf8")
  .split("\n")
  .filter((row) => row !== "" && !row.startsWith("#"))
  .map((row) => row.split("\t"))
  // A later version of a limit is the one in force.
  .filter(([id], _, rows) => !rows.some(([other]) => other?.startsWith(`${id}@`)))
  .map(([id = "", ...rest]) => [id.replace(/@.*/, ""), ...rest]);

describe("the proposal", () => {
  test.each(["school", "group", "teacher"] as const)(
    "of a %s has every limit the sources set at its level and stage, with its number",
    (level) => {
      for (const stage of ["primary", "junior", "senior"] as const) {
        const { lines, restricted } = propose(shipped, { level, stages: [stage], period: "2025", release: latestRelease });
        const found = [...lines, ...restricted.map((one) => one.line)].filter(({ value }) => value !== null);
        const wanted = thresholds.filter(([id = "", at, operator]) => {
          const definition = shipped.find(id, latestRelease);
          if (!definition || !operator || definition.kind.kind === "event" || definition.reads.from === "members") return false;
          const asked = level === "school" ? !isOfCounty(definition) : definition.levels.includes(level);
          return asked && definition.stages.includes(stage) && (at === "*" || at === stage);
        });
        expect(found.map(({ indicator, operator, value }) => `${indicator} ${operator} ${value}`).sort()).toEqual(
          wanted.map(([id, , operator, value]) => `${id} ${operator} ${Number(value?.split("..")[0])}`).sort(),
        );
        if (level === "school" && stage === "junior") expect(found.length).toBeGreaterThan(80);
      }
    },
  );

  test("lists a direction and a cut text without a number, and holds what policy restricts apart with the note", () => {
    const { lines, restricted } = propose(shipped, { level: "school", stages: ["junior"], period: "2025", release: latestRelease });
    const open = lines.filter(({ operator }) => operator === null);
    expect(open.length).toBeGreaterThan(3);
    for (const line of open) {
      expect(["direction", "open"]).toContain(shipped.find(line.indicator)?.judged);
      expect([line.value, line.upTo]).toEqual([null, null]);
    }
    expect(restricted.map(({ line }) => line.indicator)).toContain("unittest.retest.pass.rate");
    expect(restricted.every(({ policy }) => policy.zh.length > 0)).toBe(true);
    const apart = new Set(restricted.map(({ line }) => line.indicator));
    expect(lines.filter(({ indicator }) => apart.has(indicator))).toEqual([]);
  });

  test("can be kept as it is: the wire takes it, and there is nothing wrong with it", () => {
    for (const level of ["school", "group", "teacher"] as const) {
      const { lines } = propose(shipped, { level, stages: ["primary", "junior"], period: "2025", release: latestRelease });
      const about = { group: level === "school" ? null : "数学组", teacher: level === "teacher" ? "T01" : null };
      const whole = { ...body, level, ...about, lines: [...lines] };
      expect(statementBody.parse(whole)).toEqual(whole);
      expect(statementFaults(whole, terms)).toEqual([]);
      expect(inOrder(lines, shipped)).toEqual(lines);
    }
  });
});

describe("editing", () => {
  test("adds, changes and removes a line, and leaves the draft it started from as it was", () => {
    const before = JSON.stringify(body);
    const more = addLine(body, { ...passLine, indicator: "exam.pass", grade: 9, subject: "数学" }, terms);
    expect(more.lines.map(({ id }) => id)).toEqual(["L1", "L2"]);
    expect(changeLine(more, "L2", { value: 0.95 }, terms).lines[1]?.value).toBe(0.95);
    expect(removeLine(more, "L1").lines.map(({ id }) => id)).toEqual(["L2"]);
    expect(JSON.stringify(body)).toBe(before);
    expect(() => removeLine(body, "L1")).toThrow(/至少要有一条/);
    expect(() => changeLine(body, "L9", {}, terms)).toThrow(/L9/);
  });

  test.each<[string, Partial<StatementLine>, string]>([
    ["95 for 95 %", { value: 95 }, "value"],
    ["a negative rate", { value: -0.1 }, "value"],
    ["between without its end", { operator: "between" }, "upTo"],
    ["an alias or a name nobody knows", { indicator: "academic.luck" }, "indicator"],
    ["a version there is not", { version: 7 }, "version"],
    ["a stage of another definition", { stage: "primary" }, "stage"],
    ["a period that is none", { period: "明年" }, "period"],
    ["a deadline after the period", { deadline: "2026-01-01" }, "deadline"],
    ["a deadline before the period", { deadline: "2024-12-31" }, "deadline"],
    ["a grade where there is none", { grade: 9 }, "grade"],
    ["an operator without a number", { value: null }, "value"],
    ["no number where the source has one", { operator: null, value: null }, "value"],
    ["a smallest unit held from above", { indicator: "listening.teacher", operator: "<=", value: 20 }, "operator"],
    ["an event rule", { indicator: "warning.talk", value: 0.9 }, "indicator"],
    ["a number for a text that is cut", { indicator: "teacher.new.135", value: 0.9 }, "indicator"],
  ])("%s is refused, at its field", (_, changes, field) => {
    const found = statementFaults({ ...body, lines: [{ ...pass, ...changes }] }, terms);
    expect(found.map(({ at }) => at)).toContain(`lines[0].${field}`);
    expect(() => changeLine(body, "L1", changes, terms)).toThrow();
  });

  test("a deadline after the period is refused by the name of the field that keeps it out, and what to do", () => {
    const [found] = statementFaults({ ...body, lines: [{ ...pass, deadline: "2026-06-30" }] }, terms);
    expect(found?.words.zh).toMatch(/2026-06-30 .*周期 2025 .*2025-12-31.*请在这一项的“周期”栏改写周期/);
    expect(found?.words.en).toMatch(/2026-06-30 .*period 2025 .*change the line's Period field/);
  });

  test("a stage the school does not have, the same target twice, two versions of one indicator, and a head that does not fit its level", () => {
    const places = (changed: StatementBody, own: Terms = terms) => statementFaults(changed, own).map(({ at }) => at);
    expect(places(body, { ...terms, stages: ["primary"] })).toEqual(["lines[0].stage"]);
    expect(places({ ...body, lines: [pass, { ...pass, id: "L2" }] })).toEqual(["lines[1].indicator"]);
    expect(places({ ...body, lines: [pass, { ...pass, deadline: null }] })).toEqual(["lines[1].id"]);
    expect(places({ ...body, level: "group" })).toContain("group");
    expect(places({ ...body, level: "teacher" })).toContain("teacher");
    expect(places({ ...body, group: "数学组" })).toEqual(["group"]);
  });

  test("a group's exam line names its subject; a teacher's may leave it to the 任课表", () => {
    const lines = [{ ...pass, indicator: "exam.pass" }];
    expect(statementFaults({ ...body, level: "group", group: "数学组", lines }, terms).map(({ at }) => at)).toEqual(["lines[0].subject"]);
    expect(statementFaults({ ...body, level: "teacher", teacher: "T01", lines }, terms)).toEqual([]);
  });
});

describe("signing", () => {
  const write = (one: StatementBody, sha256 = "a".repeat(64)) => ({ body: one, by: "区教育局", at: "2026-11-28T00:00:00.000Z", sha256 });
  const sign = (versions: Version[], party: "first" | "second") => {
    const last = versions.at(-1) as Version;
    return signed(versions, {
      version: last.version,
      sha256: last.sha256,
      party,
      office: "x",
      role: "局长",
      at: "2026-11-28T01:00:00.000Z",
    });
  };
  const states = (versions: readonly Version[]) => versions.map((one) => stateOf(one, versions));

  test("goes from draft over offered to signed; an amendment is a new version, in force only once both have signed", () => {
    let versions = drafted([], write(body));
    expect(states(versions)).toEqual(["draft"]);
    versions = sign(versions, "second");
    expect(states(versions)).toEqual(["offered"]);
    versions = sign(versions, "first");
    expect([states(versions), inForce(versions)?.version]).toEqual([["signed"], 1]);
    versions = amended(versions, { ...write({ ...body, title: "修订" }), why: "政策调整" });
    expect([states(versions), inForce(versions)?.version]).toEqual([["amended", "draft"], 1]);
    versions = sign(sign(versions, "first"), "second");
    expect([states(versions), inForce(versions)?.version]).toEqual([["superseded", "signed"], 2]);
  });

  test("binds what was read: a draft written anew under the same number is signed by nobody who read the old one", () => {
    const anew = drafted(drafted([], write(body)), write({ ...body, title: "改" }, "b".repeat(64)));
    const signing = { version: 1, party: "first", office: "x", role: "局长", at: "" } as const;
    expect(() => signed(anew, { ...signing, sha256: "a".repeat(64) })).toThrow(/重新读取/);
    expect(signed(anew, { ...signing, sha256: "b".repeat(64) })[0]?.signatures).toHaveLength(1);
  });

  test("an offer that is amended before the other party signs is superseded, and can no longer be signed", () => {
    const offered = sign(drafted([], write(body)), "first");
    const next = amended(offered, { ...write(body, "b".repeat(64)), why: "对方有异议" });
    expect([states(next), inForce(next)]).toEqual([["superseded", "draft"], undefined]);
    expect(() => signed(next, { version: 1, sha256: "a".repeat(64), party: "second", office: "x", role: "校长", at: "" })).toThrow(
      /重新读取/,
    );
  });

  test("whatever steps are tried in whatever order, a version that somebody signed never changes and none is lost", () => {
    const step = fc.constantFrom("draft", "amend", "first", "second");
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let versions: Version[] = [];
        steps.forEach((name, at) => {
          const written = write({ ...body, title: `${at}` }, String(at).padStart(64, "0"));
          const before = versions;
          try {
            if (name === "draft") versions = drafted(versions, written);
            else if (name === "amend") versions = amended(versions, { ...written, why: "x" });
            else if (versions.length > 0) versions = sign(versions, name);
          } catch {
            expect(versions).toBe(before);
          }
          for (const old of before.filter(({ signatures }) => signatures.length > 0)) {
            const now = versions.find(({ version }) => version === old.version);
            expect({ ...now, signatures: [] }).toEqual({ ...old, signatures: [] });
            expect(now?.signatures.slice(0, old.signatures.length)).toEqual(old.signatures);
          }
          expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
          expect(states(versions).filter((state) => state === "signed" || state === "amended").length).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  test("has a place for posts and codes, and none for a person or a pupil", () => {
    const sent = { version: 1, sha256: "a".repeat(64), party: "first", role: "局长" };
    expect(signBody.safeParse(sent).success).toBe(true);
    expect(signBody.safeParse({ ...sent, name: "张三" }).success).toBe(false);
    expect(statementBody.safeParse({ ...body, pupils: [] }).success).toBe(false);
    expect(statementBody.safeParse({ ...body, level: "teacher", teacher: "王老师" }).success).toBe(false);
  });
});

describe("what an amendment changed", () => {
  test("is told field by field, and lines that came and went as a whole", () => {
    const other = { ...pass, id: "L2", indicator: "exam.pass" };
    const third = { ...pass, id: "L3", indicator: "exam.low", operator: "<=" as const, value: 0.1 };
    const before = { ...body, lines: [pass, other] };
    const after = { ...body, title: "修订", lines: [third, { ...pass, value: 0.92, deadline: null }] };
    expect(changesBetween(before, after)).toEqual([
      { line: null, what: "changed", field: "title", before: body.title, after: "修订" },
      { line: "L2", what: "removed", field: null, before: other, after: null },
      { line: "L3", what: "added", field: null, before: null, after: third },
      { line: "L1", what: "changed", field: "value", before: 0.9, after: 0.92 },
      { line: "L1", what: "changed", field: "deadline", before: "2025-12-20", after: null },
    ]);
    expect(changesBetween(before, { ...before, lines: [other, pass] })).toEqual([]);
  });

  test("applied to the version before gives the version after", () => {
    const lines = fc.uniqueArray(fc.record({ id: fc.constantFrom("L1", "L2", "L3", "L4"), value: fc.constantFrom(0.8, 0.9) }), {
      selector: ({ id }) => id,
    });
    const statement = lines.map((some) => ({ ...body, lines: some.map((one) => ({ ...pass, ...one })) }));
    fc.assert(
      fc.property(statement, statement, (before, after) => {
        const lines = new Map<string, StatementLine>(before.lines.map((line) => [line.id, line]));
        for (const { line, what, field, after: now } of changesBetween(before, after)) {
          if (what === "removed") lines.delete(line as string);
          else if (what === "added") lines.set(line as string, now as StatementLine);
          else lines.set(line as string, { ...(lines.get(line as string) as StatementLine), [field as string]: now });
        }
        const sorted = (all: Iterable<StatementLine>) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(sorted(lines.values())).toEqual(sorted(after.lines));
      }),
    );
  });
});

describe("printed", () => {
  const where = { region: "370811", school: "S01" };

  test("has the parties with their units, the limit as people write it, the source, the deadline and the definition", () => {
    const view = printed(body, [], where, shipped);
    expect(view.parties).toEqual({ first: { unit: "370811", office: "任城区教育和体育局" }, second: { unit: "S01", office: "第一中学" } });
    expect(view.sections.map(({ family, lines }) => [family.zh, lines.length])).toEqual([["学业质量", 1]]);
    expect(view.sections[0]?.lines[0]).toMatchObject({
      names: { zh: "学业质量达标率（初中）" },
      scope: { zh: "初中", en: "junior" },
      limit: { zh: "≥ 90 %" },
      deadline: "2025-12-20",
      definition: "academic.attainment.rate.junior@1",
    });
  });

  test("a teacher's statement is between the school and the code; without a deadline the period's last day stands", () => {
    const own = { ...pass, indicator: "exam.pass", grade: 9, subject: "数学", deadline: null, period: "2024-2025-2" };
    const view = printed(
      { ...body, level: "teacher", teacher: "T07", group: "数学组", first: "第一中学", second: "数学教师", lines: [own] },
      [],
      where,
      shipped,
    );
    expect([view.parties.first.unit, view.parties.second.unit, view.about]).toEqual(["S01", "S01", { group: "数学组", teacher: "T07" }]);
    expect(view.sections[0]?.lines[0]).toMatchObject({
      scope: { zh: "初中 九年级 数学", en: "junior grade 9 数学" },
      deadline: "2025-08-31",
    });
  });

  test("families come in the catalogue's order however the lines were written, and policy notes once", () => {
    const { lines, restricted } = propose(shipped, { level: "school", stages: ["junior"], period: "2025", release: latestRelease });
    const all = [...lines, ...restricted.map(({ line }) => line)];
    const view = printed({ ...body, lines: [...all].reverse() }, [], where, shipped);
    expect(view.sections.flatMap(({ lines }) => lines.map(({ id }) => id))).toEqual(
      printed({ ...body, lines: all }, [], where, shipped).sections.flatMap(({ lines }) => lines.map(({ id }) => id)),
    );
    expect(new Set(view.policies.map(({ zh }) => zh)).size).toBe(view.policies.length);
    expect(view.policies.length).toBeGreaterThan(0);
    expect(view.sections.flatMap(({ lines }) => lines).every(({ limit }) => limit.zh !== "" && limit.en !== "")).toBe(true);
  });
});
