/** 本校通报表 in 核对: closed until somebody wants one, and not loaded before. */
import { useState } from "preact/hooks";
import type { OwnProps } from "../bulletins/own-section.tsx";
import { lazily } from "../pane/lazily.tsx";
import { useCheckWords } from "./words.ts";

const Section = lazily(async () => (await import("../bulletins/own-section.tsx")).OwnSection);

/** Nothing where no class was sent on its own. */
export function OwnBulletins(props: OwnProps) {
  const c = useCheckWords();
  const [open, setOpen] = useState(false);
  if (props.collection.form !== "exam" || !props.body.slices.some((one) => one.class !== null && one.scores)) return null;
  return (
    <details class="q-bulletins" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <strong>{c.bulletins}</strong>
      </summary>
      {open && <Section {...props} />}
    </details>
  );
}
