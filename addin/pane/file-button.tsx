import { useRef } from "preact/hooks";

interface FileButtonProps {
  readonly name: string;
  readonly pressed?: boolean;
  /** Endings of the files that are offered; those of lists of marks by default. */
  readonly accept?: string;
  choose(file: File): void;
}

/** A button that asks for one file. The same file can be chosen again. */
export function FileButton({ name, pressed, accept = ".xlsx,.csv,.txt", choose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" aria-pressed={pressed} onClick={() => input.current?.click()}>
        {name}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) choose(file);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
