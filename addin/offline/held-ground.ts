/** What the files that are held were made of, as a what-if and what schools lack are read from it. */
import { useEffect, useState } from "preact/hooks";
import { instant } from "../../shared/moment.ts";
import type { Member } from "../../shared/rollup.ts";
import type { Ground } from "../../shared/whatif/input.ts";
import type { Office } from "./office.ts";

/** `null` while it is read, and of no collection; schools arrive in pieces, so that the page stays awake while hundreds are handed over. */
export function useHeldGround({ helper, held, county, attempt }: Office, collection: string | null): Ground | null {
  const [ground, setGround] = useState<{ readonly of: string; readonly read: Ground } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever something else is held or set up
  useEffect(() => {
    let wanted = true;
    const members: Member[] = [];
    setGround(null);
    if (collection === null) return;
    const given = { collection, now: instant(Date.now()) };
    void attempt(() => helper.ask("ground", given, (some: readonly Member[]) => void members.push(...some))).then((read) => {
      if (wanted && read) setGround({ of: collection, read: { ...read, input: { ...read.input, members } } });
    });
    return () => {
      wanted = false;
    };
  }, [helper, held, county, collection]);
  // What was read of another collection is none of this one.
  return ground?.of === collection ? ground.read : null;
}
