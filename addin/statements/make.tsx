/** 新建责任书: for whom, for which period, and which of the sources' own targets it begins with. */
import { useMemo, useState } from "preact/hooks";
import { TEACHER_CODE } from "../../shared/collecting/teaching.ts";
import type { StatementHead, StatementLevel } from "../../shared/contract.ts";
import { FAMILIES, type Family, LEVELS } from "../../shared/indicators/definition.ts";
import { periodFault } from "../../shared/indicators/limit-faults.ts";
import { dayOf } from "../../shared/moment.ts";
import { periodAfter } from "../../shared/period.ts";
import { alongside } from "../../shared/statement/before-signing.ts";
import { propose } from "../../shared/statement/propose.ts";
import { standingWords } from "../../shared/statement/standing-words.ts";
import { typedLine } from "../../shared/statement/typed.ts";
import { inForce } from "../all-definitions.ts";
import { useSpoken } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import { begin } from "./editing.ts";
import { TextField } from "./field.tsx";
import type { Kept } from "./kept.ts";
import { newId, newTyped, numberedAgain } from "./making.ts";
import type { Desk } from "./screen.tsx";
import { useStatementWords } from "./words.ts";

interface MakeProps extends Desk {
  readonly heads: readonly StatementHead[];
  readonly collection: string | null;
  change(next: Partial<Kept>): void;
}

export function Make({ overview, heads, collection, change, say }: MakeProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const here = inForce();
  // What a school signs with the bureau, the bureau writes; what it agrees inside itself is the school's.
  const levels: readonly StatementLevel[] = overview.role === "school" ? ["group", "teacher"] : ["school", "group", "teacher"];
  const asked = overview.collections.find((one) => one.collection === collection);
  const [level, setLevel] = useState<StatementLevel>(levels[0] ?? "school");
  const [code, setCode] = useState(overview.schools[0]?.school ?? "");
  const [group, setGroup] = useState("");
  const [teacher, setTeacher] = useState("");
  const [period, setPeriod] = useState(() => {
    const today = dayOf(new Date().toISOString());
    return asked ? periodAfter(asked.period, today) : today.slice(0, 4);
  });
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const school = overview.schools.find((one) => one.school === code);
  const wrong = periodFault(period.trim());
  const faults = [
    ...(wrong ? [{ at: "period", words: wrong }] : []),
    ...(level === "group" && group.trim() === "" ? [{ at: "group", words: w.make.groupMissing }] : []),
    ...(level === "teacher" && !TEACHER_CODE.test(teacher.trim()) ? [{ at: "teacher", words: w.make.teacherMissing }] : []),
  ];
  const [tried, setTried] = useState(false);
  const whose = {
    ...{ school: code, level, statement: "" },
    group: level === "school" ? null : group.trim() || null,
    teacher: level === "teacher" ? teacher.trim() : null,
  };
  const others = wrong ? [] : alongside({ ...whose, periods: [period.trim()] }, heads);
  const proposal = useMemo(
    () =>
      school && !wrong
        ? propose(here.catalogue, { level, stages: school.stages, period: period.trim(), release: here.release })
        : { lines: [], restricted: [] },
    [here, level, school, period, wrong],
  );
  const familyOf = (indicator: string) => here.catalogue.find(indicator)?.family;
  const families = (Object.keys(FAMILIES) as Family[])
    .map((family) => ({ family, count: proposal.lines.filter(({ indicator }) => familyOf(indicator) === family).length }))
    .filter(({ count }) => count > 0);
  const chosen = [
    ...proposal.lines.filter(({ indicator }) => !without.has(familyOf(indicator) ?? "")),
    ...proposal.restricted.filter(({ line }) => taken.has(line.indicator)).map(({ line }) => line),
  ];
  const toggle = (set: ReadonlySet<string>, one: string) =>
    new Set(set.has(one) ? [...set].filter((other) => other !== one) : [...set, one]);

  const go = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!school || faults.length > 0) return say(w.edit.toCorrect(faults.length));
    const asking = { level, school, region: overview.name, period: period.trim(), group: group.trim(), teacher: teacher.trim() };
    const typed = newTyped(
      asking,
      numberedAgain(chosen).map((line) => typedLine(line, here.catalogue)),
      heads,
    );
    const which = { school: school.school, statement: newId(asking, heads) };
    change({ making: false, editing: begin({ which, after: 0, amending: false, period: asking.period }, typed) });
    return undefined;
  };

  return (
    <form onSubmit={go}>
      <h2>{w.make.title}</h2>
      <div class="q-fields">
        <label>
          <span>{w.list.level}</span>
          <select value={level} onChange={({ currentTarget }) => setLevel(currentTarget.value as StatementLevel)}>
            {levels.map((one) => (
              <option key={one} value={one}>
                {spoken(LEVELS[one])}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{w.make.school}</span>
          <select value={code} disabled={overview.role === "school"} onChange={({ currentTarget }) => setCode(currentTarget.value)}>
            {overview.schools.map((one) => (
              <option key={one.school} value={one.school}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        {level !== "school" && (
          <TextField
            {...{
              at: "group",
              name: w.make.group,
              faults: tried ? faults : [],
              value: group,
              max: 16,
              hint: w.make.groupHint,
              write: setGroup,
            }}
          />
        )}
        {level === "teacher" && (
          <TextField
            {...{
              at: "teacher",
              name: w.make.teacher,
              faults: tried ? faults : [],
              value: teacher,
              max: 16,
              hint: "T07",
              write: setTeacher,
            }}
          />
        )}
        <TextField {...{ at: "period", name: w.one.period, faults, value: period, max: 20, write: setPeriod }} />
      </div>
      {others.length > 0 && (
        <Note tone="warn">
          <p>{w.sign.alongside(others.map((one) => w.sign.titled(one.title, spoken(standingWords(one)))))}</p>
        </Note>
      )}
      <fieldset class="q-proposal">
        <legend>{w.make.begins(chosen.length)}</legend>
        <p class="q-hint">{level === "school" ? w.make.how : w.make.howParts}</p>
        {families.map(({ family, count }) => (
          <label key={family} class="q-tick">
            <input type="checkbox" checked={!without.has(family)} onChange={() => setWithout(toggle(without, family))} />
            <span>
              {spoken(FAMILIES[family])} <small>{w.list.lines(count)}</small>
            </span>
          </label>
        ))}
        {proposal.restricted.map(({ line, policy }) => (
          <label key={line.indicator + line.stage} class="q-tick">
            <input type="checkbox" checked={taken.has(line.indicator)} onChange={() => setTaken(toggle(taken, line.indicator))} />
            <span>
              {spoken(here.catalogue.find(line.indicator)?.names ?? { zh: line.indicator, en: line.indicator })}{" "}
              <small class="q-warn">{spoken(policy)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="q-actions">
        <button type="submit" class="q-primary">
          {w.make.go}
        </button>
        <button type="button" onClick={() => change({ making: false })}>
          {w.edit.leave}
        </button>
      </p>
    </form>
  );
}
