/** One line being written: where it holds, what is asked, by when and from which document. */
import type { Finding } from "../../shared/exam.ts";
import { type Definition, STAGES, type Unit } from "../../shared/indicators/definition.ts";
import { editedWords } from "../../shared/statement/edited.ts";
import { fractionTyped } from "../../shared/statement/fraction-typed.ts";
import { sourceWords } from "../../shared/statement/source.ts";
import { editedTyped, type TypedLine } from "../../shared/statement/typed.ts";
import type { Operator } from "../../shared/target.ts";
import { useSpoken } from "../pane/say.ts";
import { Field, TextField } from "./field.tsx";
import { useStatementWords } from "./words.ts";

interface LineEditorProps {
  readonly at: number;
  readonly line: TypedLine;
  readonly definition: Definition | undefined;
  readonly stages: readonly TypedLine["stage"][];
  readonly faults: readonly Finding[];
  write(next: Partial<TypedLine>, field: string): void;
  remove(): void;
}

const OPERATORS: readonly (readonly [Operator, string])[] = [
  [">=", "≥"],
  [">", ">"],
  ["<=", "≤"],
  ["<", "<"],
  ["=", "="],
  ["between", "—"],
];

/** What stands behind the number in the field. */
function unitSign(unit: Unit | undefined, measure: string): string {
  return unit === "rate" || unit === "points" ? "%" : measure;
}

export function LineEditor({ at, line, definition, stages, faults, write, remove }: LineEditorProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const field = (name: string) => `lines[${at}].${name}`;
  const own = faults.filter((fault) => fault.at.startsWith(`lines[${at}].`));
  const text = (name: "grade" | "subject" | "value" | "upTo" | "period" | "source", label: string, max: number, hint?: string) => (
    <TextField
      {...{ at: field(name), name: label, faults: own, value: line[name], max, ...(hint && { hint }), long: name === "source" }}
      write={(value) => write({ [name]: value }, field(name))}
    />
  );
  const edited = definition ? editedTyped(line, definition) : null;
  const fraction = fractionTyped(line.value, definition?.unit);
  const from = definition?.reads.from;
  const parts = from === "paper" || from === "pairs" || from === "stage";
  const sign = unitSign(definition?.unit, definition?.measure ? spoken(definition.measure) : "");
  const about = own.filter((fault) => ["indicator", "version", "id"].some((name) => fault.at === field(name)));
  return (
    <div class="q-fields q-line-editor">
      {about.map(({ at: place, words }) => (
        <p key={place} class="q-wrong">
          {spoken(words)}
        </p>
      ))}
      {stages.length > 1 && (
        <Field at={field("stage")} name={w.edit.stage} faults={own}>
          {(ties) => (
            <select
              {...ties}
              value={line.stage}
              onChange={({ currentTarget }) => write({ stage: currentTarget.value as TypedLine["stage"] }, field("stage"))}
            >
              {stages.map((stage) => (
                <option key={stage} value={stage}>
                  {spoken(STAGES[stage])}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {(parts || from === "grade" || line.grade !== "") && text("grade", w.edit.grade, 2, w.edit.gradeHint)}
      {(parts || line.subject !== "") && text("subject", w.edit.subject, 32, w.edit.subjectHint)}
      <Field at={field("operator")} name={w.edit.asked} faults={own}>
        {(ties) => (
          <select
            {...ties}
            value={line.operator}
            onChange={({ currentTarget }) => write({ operator: currentTarget.value as Operator | "" }, field("operator"))}
          >
            <option value="">{w.edit.noNumber}</option>
            {OPERATORS.map(([operator, shown]) => (
              <option key={operator} value={operator}>
                {shown} {w.edit.means[operator]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {line.operator !== "" && text("value", sign === "" ? w.edit.value : w.edit.valueIn(sign), 20)}
      {line.operator !== "" && fraction && (
        <p class="q-edited" role="status">
          {spoken(fraction)}
        </p>
      )}
      {line.operator === "between" && text("upTo", w.edit.upTo, 20)}
      {edited && (
        <p class="q-edited" role="status">
          {spoken(editedWords(edited, sourceWords(line.source.trim(), definition)))}
          <br />
          {w.edit.editedHint}
        </p>
      )}
      {text("period", w.one.period, 20, "2025")}
      <Field at={field("deadline")} name={w.one.deadline} faults={own}>
        {(ties) => (
          <input
            {...ties}
            type="date"
            value={line.deadline}
            onInput={({ currentTarget }) => write({ deadline: currentTarget.value }, field("deadline"))}
          />
        )}
      </Field>
      {text("source", w.one.source, 200)}
      <p class="q-actions">
        <button type="button" onClick={remove}>
          {w.edit.remove}
        </button>
      </p>
    </div>
  );
}
