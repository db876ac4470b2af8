/** What a school's own pictures are drawn from: what is checked now, and what it sent in earlier collections. */
import { useMemo } from "preact/hooks";
import type { School } from "../../shared/contract.ts";
import type { Checked } from "../pane/check.ts";
import type { Desk } from "../pane/desk.ts";
import { type Ground, remembered } from "../pictures/ground.ts";

type Now = Pick<Checked, "definitions" | "figures">;

export function useOwnGround(
  { connection, workbook, say }: Pick<Desk, "connection" | "workbook" | "say">,
  collection: string | null,
  school: School | null,
  now: Now | null,
): Ground | null {
  const { api, overview, run } = connection;
  const past = useMemo(
    () =>
      api && overview && school
        ? remembered(async (id) => {
            const { ofSchool, sentBefore } = await import("./own-past.ts");
            const then = overview.collections.find((one) => one.collection === id);
            if (!then) throw new Error(`no collection ${id}`);
            return overview.role === "school"
              ? run(sentBefore(api, overview, then, school))
              : ofSchool(await run(api.rollup(id)), school.school);
          })
        : null,
    [api, overview, run, school],
  );
  return useMemo(
    () =>
      past && overview && now
        ? {
            ...{ workbook, say, collections: overview.collections },
            read: async (id) => (id === collection ? now : past(id)),
          }
        : null,
    [past, overview, now, collection, workbook, say],
  );
}
