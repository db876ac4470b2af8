/** One field with its name and what is wrong in it. */
import type { ComponentChildren } from "preact";
import type { Finding } from "../../shared/exam.ts";
import { useSpoken } from "../pane/say.ts";

interface FieldProps {
  /** The field as the contract names it: its id, and what findings are looked up by. */
  readonly at: string;
  readonly name: string;
  readonly faults: readonly Finding[];
  /** Draws the control with what ties it to its name and its fault. */
  readonly children: (ties: Ties) => ComponentChildren;
}

export interface Ties {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
}

export function Field({ at, name, faults, children }: FieldProps) {
  const spoken = useSpoken();
  const own = faults.filter((fault) => fault.at === at);
  const id = fieldId(at);
  return (
    <div class="q-field q-statement-field">
      <label for={id}>{name}</label>
      <span>
        {children({ id, "aria-invalid": own.length > 0, "aria-describedby": own.length > 0 ? `${id}-wrong` : undefined })}
        {own.length > 0 && (
          <span class="q-wrong" id={`${id}-wrong`}>
            {own.map(({ words }) => spoken(words)).join(" ")}
          </span>
        )}
      </span>
    </div>
  );
}

export function fieldId(at: string): string {
  return `q-f-${at.replaceAll(/[^0-9A-Za-z]+/g, "-")}`;
}

/** A field of text. */
export function TextField({
  at,
  name,
  faults,
  value,
  max,
  hint,
  long = false,
  write,
}: Omit<FieldProps, "children"> & {
  readonly value: string;
  readonly max: number;
  readonly hint?: string;
  /** A sentence is seen whole only over two lines. */
  readonly long?: boolean;
  write(text: string): void;
}) {
  const same = { maxLength: max, placeholder: hint, value };
  return (
    <Field at={at} name={name} faults={faults}>
      {(ties) =>
        long ? (
          <textarea {...ties} {...same} rows={2} onInput={({ currentTarget }) => write(currentTarget.value)} />
        ) : (
          <input {...ties} {...same} autocomplete="off" onInput={({ currentTarget }) => write(currentTarget.value)} />
        )
      }
    </Field>
  );
}
