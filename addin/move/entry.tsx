import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import type { Connection } from "../pane/connection.ts";
import type { MoveInProps } from "./section.tsx";
import { useMoveWords } from "./words.ts";

/** The way in for a bureau that worked without a server; the rest is fetched when somebody takes it. */
export function MoveEntry({ connection, say }: { readonly connection: Connection; say(text: string): void }) {
  const w = useMoveWords();
  const [MoveIn, setMoveIn] = useState<ComponentType<MoveInProps> | null>(null);
  const { api, overview, reload } = connection;
  if (!api || !overview) return null;
  const open = () => import("./section.tsx").then(({ MoveIn: loaded }) => setMoveIn(() => loaded));
  return (
    <section aria-labelledby="q-move">
      <h2 id="q-move">{w.title}</h2>
      <p class="q-hint">{w.hint}</p>
      {MoveIn ? (
        <MoveIn api={api} overview={overview} moved={reload} say={say} />
      ) : (
        <button type="button" onClick={() => void open()}>
          {w.open}
        </button>
      )}
    </section>
  );
}
