/** 撤销 重做 恢复: the way back from what is supposed, by buttons and by the keys of every other program. */
import type { ComponentProps, Ref } from "preact";
import type { History } from "./history.ts";
import { useWhatIfWords } from "./words.ts";

export type WayBack = "undo" | "redo" | "restore";

interface StepsBarProps {
  readonly history: Pick<History<unknown>, "past" | "future">;
  /** Nothing is supposed: there is nothing to restore. */
  readonly real: boolean;
  readonly undoButton?: Ref<HTMLButtonElement>;
  take(step: WayBack): void;
}

export function StepsBar({ history: { past, future }, real, undoButton, take }: StepsBarProps) {
  const w = useWhatIfWords();
  const button = (step: WayBack, text: string, off: boolean, more: ComponentProps<"button">) => (
    // A button that is switched off with its press would keep the focus and swallow the keys: it stays, and says that it does nothing.
    <button type="button" aria-disabled={off} onClick={() => off || take(step)} {...more}>
      {text}
    </button>
  );
  const keyed = (step: "undo" | "redo", keys: string) => ({ "aria-label": w[step], title: w[step], "aria-keyshortcuts": keys });
  return (
    <div role="toolbar" aria-label={w.toolbar} class="w-steps">
      {button("undo", "↶", past.length === 0, { ...keyed("undo", "Control+Z"), ...(undoButton && { ref: undoButton }) })}
      {button("redo", "↷", future.length === 0, keyed("redo", "Control+Y"))}
      {button("restore", w.restore, real, { title: w.restoreHint })}
    </div>
  );
}

/** Takes the steps that are pressed as keys, in a part whose buttons they are. */
export function stepKeys(take: (step: "undo" | "redo") => void): (event: KeyboardEvent) => void {
  return (event) => {
    const step = stepOf(event);
    if (!step) return;
    event.preventDefault();
    take(step);
  };
}

function stepOf({ key, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): "undo" | "redo" | null {
  // In a field the browser takes back what was typed.
  if (!(ctrlKey || metaKey) || (target instanceof HTMLInputElement && target.type === "text")) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" ? "redo" : null;
}
