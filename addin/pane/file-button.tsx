import { useRef } from "preact/hooks";

interface FileButtonProps {
  readonly name: string;
  readonly pressed?: boolean;
  choose(file: File): void;
}

/** A button that asks for one list file. The same file can be chosen again. */
export function FileButton({ name, pressed, choose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" aria-pressed={pressed} onClick={() => input.current?.click()}>
        {name}
      </button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,.txt"
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
