import { useRef, useState } from "preact/hooks";
import { Refusal } from "../../shared/refusal.ts";
import { useSpoken } from "../pane/say.ts";
import { chosenFiles, type Dropped, droppedFiles, type Found } from "./dropped.ts";
import { useImportWords } from "./words.ts";

interface DropZoneProps {
  readonly busy: boolean;
  add(files: readonly Dropped[]): void;
}

/** Where files are dropped, or chosen by who uses the keyboard. */
export function DropZone({ busy, add }: DropZoneProps) {
  const w = useImportWords();
  const spoken = useSpoken();
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  const take = (found: Found) => {
    setSkipped(found.skipped);
    add(found.files);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    setRefusal(null);
    if (busy || !event.dataTransfer) return;
    try {
      take(await droppedFiles(event.dataTransfer));
    } catch (error) {
      if (error instanceof Refusal) setRefusal(error);
      else throw error;
    }
  };
  const chosen = (input: HTMLInputElement) => {
    setRefusal(null);
    take(chosenFiles(input.files ?? []));
    // The same file chosen again, corrected in between, is another choice.
    input.value = "";
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same for the keyboard
    <div
      class={`q-drop${over ? " q-drop-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!busy);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <p class="q-drop-title">{w.drop}</p>
      <p class="q-buttons">
        <button type="button" class="q-primary" disabled={busy} onClick={() => folder.current?.click()}>
          {w.chooseFolder}
        </button>
        <button type="button" disabled={busy} onClick={() => files.current?.click()}>
          {w.chooseFiles}
        </button>
      </p>
      <p class="q-hint">{w.kinds}</p>
      <p class="q-hint">{w.privacy}</p>
      {skipped.length > 0 && (
        <p class="q-hint" role="status">
          {w.skipped(skipped)}
        </p>
      )}
      {refusal && (
        <p class="q-bad" role="alert">
          {spoken(refusal.words)}
        </p>
      )}
      <input ref={files} hidden type="file" multiple aria-label={w.chooseFiles} onChange={({ currentTarget }) => chosen(currentTarget)} />
      <input
        ref={folder}
        hidden
        type="file"
        aria-label={w.chooseFolder}
        {...{ webkitdirectory: true }}
        onChange={({ currentTarget }) => chosen(currentTarget)}
      />
    </div>
  );
}
