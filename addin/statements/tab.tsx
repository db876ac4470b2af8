/** The door of the room of statements: what stands behind it is loaded when somebody goes there. */
import { useEffect, useState } from "preact/hooks";
import type { Desk } from "../pane/desk.ts";
import { useWords } from "../pane/say.ts";
import type { Screen } from "./screen.tsx";

export type Room = Pick<Desk, "connection" | "choice" | "say">;

let loaded: typeof Screen | null = null;

export function StatementsTab(room: Room) {
  const w = useWords();
  const [screen, setScreen] = useState(() => loaded);
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    import("./screen.tsx").then(
      (found) => {
        loaded = found.Screen;
        setScreen(() => found.Screen);
      },
      () => setFailed(true),
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (!screen) load();
  }, []);
  const Shown = screen;
  if (Shown) return <Shown {...room} />;
  if (!failed) return <p class="q-hint">{w.county.reading}</p>;
  return (
    <p class="q-warn" role="alert">
      {w.refusals.offline}{" "}
      <button type="button" onClick={load}>
        {w.settings.tryAgain}
      </button>
    </p>
  );
}
