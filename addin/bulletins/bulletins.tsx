/** 通报表 in 汇总: closed until somebody wants one, and not loaded before. */
import { useState } from "preact/hooks";
import { lazily } from "../pane/lazily.tsx";
import type { BulletinSection } from "./section.tsx";
import { useBulletinWords } from "./words.ts";

const Section = lazily(async () => (await import("./section.tsx")).BulletinSection);

export function Bulletins(props: Parameters<typeof BulletinSection>[0]) {
  const w = useBulletinWords();
  const [open, setOpen] = useState(false);
  return (
    <details class="q-bulletins" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <strong>{w.title}</strong>
      </summary>
      {open && <Section {...props} />}
    </details>
  );
}
