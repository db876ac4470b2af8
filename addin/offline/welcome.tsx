import { useRef } from "preact/hooks";
import type { Office } from "./office.ts";
import { useOfflineWords } from "./words.ts";

/** The first screen: three lines, and one button. */
export function Welcome({ office, begin }: { readonly office: Office; begin(): void }) {
  const w = useOfflineWords();
  const file = useRef<HTMLInputElement>(null);
  const open = async (input: HTMLInputElement) => {
    const [chosen] = input.files ?? [];
    input.value = "";
    if (!chosen) return;
    await office.attempt(() => office.helper.ask("openFile", { file: chosen, now: new Date().toISOString() }));
    await office.refresh();
  };
  const look = async () => {
    await office.attempt(() => office.helper.ask("example", { definitions: office.release, now: new Date().toISOString() }));
    await office.refresh();
  };
  return (
    <section class="o-welcome" aria-labelledby="o-welcome">
      <h2 id="o-welcome">{w.welcome.title}</h2>
      <ol>
        <li>{w.welcome.one}</li>
        <li>{w.welcome.two}</li>
        <li>{w.welcome.three}</li>
      </ol>
      <p>
        <button type="button" class="q-primary q-big" onClick={begin}>
          {w.welcome.start}
        </button>
      </p>
      <div class="o-else">
        <button type="button" onClick={() => file.current?.click()}>
          {w.welcome.open}
        </button>
        <small>{w.welcome.openHint}</small>
        <button type="button" onClick={() => void look()}>
          {w.welcome.example}
        </button>
        <small>{w.welcome.exampleHint}</small>
      </div>
      <input
        ref={file}
        hidden
        type="file"
        accept=".json"
        aria-label={w.welcome.open}
        onChange={({ currentTarget }) => void open(currentTarget)}
      />
    </section>
  );
}
