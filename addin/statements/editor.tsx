/** Writing a statement: its head, its lines by family, one more line; saved as a draft or as an amendment. Nothing is lost by a refusal. */
import { useState } from "preact/hooks";
import type { StatementReceipt } from "../../shared/contract.ts";
import type { Finding } from "../../shared/exam.ts";
import { LEVELS } from "../../shared/indicators/definition.ts";
import { newLine, readTyped, type Typed } from "../../shared/statement/typed.ts";
import { inForce } from "../all-definitions.ts";
import { ApiRefusal } from "../api.ts";
import { useSpoken } from "../pane/say.ts";
import { RefusalNote } from "../pane/status.tsx";
import { AddLine } from "./add-line.tsx";
import { changed, type Editing, isDirty, keyed, redone, undone, withLine } from "./editing.ts";
import { fieldId, TextField } from "./field.tsx";
import type { Kept } from "./kept.ts";
import { Meanwhile } from "./meanwhile.tsx";
import type { Desk } from "./screen.tsx";
import { TypedLines } from "./typed-lines.tsx";
import { useStatementWords } from "./words.ts";

interface EditorProps extends Desk {
  readonly editing: Editing;
  change(next: Partial<Kept>): void;
}

export function Editor({ overview, api, run, editing, change, say }: EditorProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const here = inForce();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const [leaving, setLeaving] = useState(false);
  // Lines that lie open; those with something wrong are opened when somebody tries to save.
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { typed, why } = editing.now;
  const school = overview.schools.find((one) => one.school === editing.which.school);
  const { body, faults: found } = readTyped(typed, { catalogue: here.catalogue, stages: school?.stages ?? [] });
  const whyMissing: Finding[] = editing.amending && why.trim() === "" ? [{ at: "why", words: w.edit.whyMissing }] : [];
  const faults = [...found, ...whyMissing];

  const set = (next: Editing) => change({ editing: next });
  const write = (name: keyof Typed) => (value: string) => set(changed(editing, { typed: { ...typed, [name]: value } }, name));
  const onWith = (next: Editing) => {
    setRefusal(null);
    set(next);
  };
  const leave = () => change({ editing: null, making: false });
  const showFault = ({ at }: Finding) => {
    const line = typed.lines[Number(/^lines\[(\d+)\]/.exec(at)?.[1] ?? -1)];
    if (line) setOpen(new Set([...open, line.id]));
    // The line opens first.
    requestAnimationFrame(() => document.getElementById(fieldId(at))?.focus());
  };

  const save = async () => {
    const [first] = faults;
    if (first || !body) {
      if (first) showFault(first);
      return say(w.edit.toCorrect(faults.length));
    }
    const next = keyed(editing, JSON.stringify([body, why]));
    set(next);
    setBusy(true);
    setRefusal(null);
    try {
      const { key } = next.sent;
      const { school: of, statement } = editing.which;
      const receipt: StatementReceipt = await run(
        editing.amending
          ? api.amendStatement(of, statement, key, editing.after, { why: why.trim(), statement: body })
          : api.putStatement(of, statement, key, editing.after, body),
      );
      change({ editing: null, making: false, shown: editing.which });
      say(w.edit.saved(receipt.version));
    } catch (error) {
      setRefusal(error instanceof ApiRefusal ? error : null);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <h2>{editing.amending ? w.edit.amending : w.edit.writing}</h2>
      <p class="q-hint">
        {school?.name ?? editing.which.school} · {spoken(LEVELS[typed.level])}
      </p>
      {editing.amending && (
        <div class="q-fields">
          <TextField
            {...{ at: "why", name: w.edit.why, faults, value: why, max: 200, long: true, hint: w.edit.whyHint }}
            write={(value) => set(changed(editing, { why: value }, "why"))}
          />
        </div>
      )}
      <div class="q-fields">
        <TextField {...{ at: "title", name: w.edit.title, faults, value: typed.title, max: 100, long: true }} write={write("title")} />
        <TextField {...{ at: "first", name: w.edit.first, faults, value: typed.first, max: 40 }} write={write("first")} />
        <TextField {...{ at: "second", name: w.edit.second, faults, value: typed.second, max: 40 }} write={write("second")} />
      </div>
      <TypedLines
        {...{ lines: typed.lines, catalogue: here.catalogue, stages: school?.stages ?? [], faults, open, setOpen }}
        write={(id, next, field) => set(changed(editing, withLine(editing.now, id, next), field))}
        remove={(ids) => set(changed(editing, { typed: { ...typed, lines: typed.lines.filter(({ id }) => !ids.includes(id)) } }, null))}
      />
      <AddLine
        level={typed.level}
        here={here}
        add={(definition) => {
          const stage = school?.stages.find((one) => definition.stages.includes(one)) ?? school?.stages[0] ?? "junior";
          const line = newLine(definition, stage, editing.period, typed.lines);
          set(changed(editing, { typed: { ...typed, lines: [...typed.lines, line] } }, null));
          setOpen(new Set([...open, line.id]));
          say(w.edit.added(spoken(definition.names)));
        }}
      />
      {refusal && (
        <RefusalNote refusal={refusal}>
          {(refusal.reason === "statement-moved" || refusal.reason === "statement-signed") && (
            <Meanwhile {...{ api, run, editing, body, go: onWith }} />
          )}
        </RefusalNote>
      )}
      <div class="q-save">
        {faults.length > 0 && (
          <p class="q-warn" role="status">
            {w.edit.toCorrect(faults.length)}{" "}
            <button type="button" onClick={() => faults[0] && showFault(faults[0])}>
              {w.edit.showFirst}
            </button>
          </p>
        )}
        <p class="q-actions">
          <button type="button" class="q-primary" disabled={busy} onClick={() => void save()}>
            {busy ? w.edit.saving : editing.amending ? w.edit.saveAmendment : w.edit.save}
          </button>
          <button type="button" disabled={editing.past.length === 0} onClick={() => set(undone(editing))}>
            {w.edit.undo}
          </button>
          <button type="button" disabled={editing.future.length === 0} onClick={() => set(redone(editing))}>
            {w.edit.redo}
          </button>
          <button type="button" onClick={() => (isDirty(editing) ? setLeaving(true) : leave())}>
            {w.edit.leave}
          </button>
        </p>
        {leaving && (
          <span class="q-confirm" role="alertdialog" aria-labelledby="q-leaving">
            <span id="q-leaving">{w.edit.leaving}</span>
            <button type="button" class="q-danger" onClick={leave}>
              {w.edit.discard}
            </button>
            <button type="button" onClick={() => setLeaving(false)}>
              {w.edit.stay}
            </button>
          </span>
        )}
      </div>
    </>
  );
}
