import type { ComponentChildren } from "preact";
import type { ApiRefusal } from "../api.ts";
import { useSpoken, useWords } from "./say.ts";

/** One line at the foot that says what has just happened; screen readers read it out. */
export function StatusLine({ text }: { readonly text: string }) {
  return (
    <p class="q-status" role="status">
      {text}
    </p>
  );
}

export type Tone = "plain" | "good" | "bad" | "warn";

/** A message in its place: what is the matter, and what can be done about it. */
export function Note({
  tone = "plain",
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={`q-note q-note-${tone}`} role={tone === "bad" ? "alert" : undefined}>
      {title && <strong>{title}</strong>}
      {children}
    </div>
  );
}

/** A refused call: what was said, each place the server named, and how to go on. */
export function RefusalNote({
  refusal,
  children,
}: {
  readonly refusal: Pick<ApiRefusal, "cause" | "words" | "errors">;
  readonly children?: ComponentChildren;
}) {
  const w = useWords();
  const spoken = useSpoken();
  return (
    <Note tone={refusal.cause === "cancelled" ? "plain" : "bad"} title={w.refusals[refusal.cause]}>
      <p>{spoken(refusal.words)}</p>
      {refusal.errors.length > 0 && (
        <ul class="q-plain">
          {refusal.errors.slice(0, 10).map(({ at, message }) => (
            <li key={at + message}>
              <code>{at}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {children}
    </Note>
  );
}
