/** Templates in the making: in a worker of their own, so the page never waits and stopping is ending it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Refusal, type Words } from "../../shared/refusal.ts";
import { type Helper, helperIn } from "../handin/ask.ts";
import { saveFile } from "../pane/save.ts";
import type { Made, TemplatesGiven, TemplateTasks } from "./make.ts";

/** `idle`: nothing was made yet; `failed` with the reason, or none where it is a fault of ours. */
export type Making =
  | { readonly state: "idle" }
  | { readonly state: "stopped" }
  | { readonly state: "running"; readonly done: number; readonly all: number }
  | { readonly state: "done"; readonly made: Omit<Made, "content"> }
  | { readonly state: "failed"; readonly why: Words | null };

export interface Maker {
  readonly making: Making;
  /** Makes them and saves the file. */
  make(given: TemplatesGiven): Promise<void>;
  stop(): void;
  forget(): void;
}

/** `spawn` starts a worker that answers `TemplateTasks`. */
export function useMaker(spawn: () => Worker): Maker {
  const [making, setMaking] = useState<Making>({ state: "idle" });
  const helper = useRef<Helper<TemplateTasks> | null>(null);
  const end = () => {
    helper.current?.end();
    helper.current = null;
  };
  useEffect(() => () => helper.current?.end(), []);
  const make = async (given: TemplatesGiven) => {
    end();
    const all = given.schools.length;
    setMaking({ state: "running", done: 0, all });
    const own = helperIn<TemplateTasks>(spawn());
    helper.current = own;
    try {
      const { content, ...made } = await own.ask("templates", given, (done: number) => setMaking({ state: "running", done, all }));
      if (made.file) saveFile(made.file, content, content.type);
      setMaking({ state: "done", made });
    } catch (error) {
      setMaking({ state: "failed", why: error instanceof Refusal ? error.words : null });
    }
    end();
  };
  const stop = () => {
    end();
    setMaking({ state: "stopped" });
  };
  return { making, make, stop, forget: () => setMaking({ state: "idle" }) };
}
