/** 通报表 of one school: its classes side by side, from what it sent or from the open sheet; nothing is asked of anybody. */
import { useMemo, useState } from "preact/hooks";
import type { Collection, School, SubmissionBody } from "../../shared/contract.ts";
import { RANK_CUTS } from "../../shared/handin/rank-table.ts";
import type { Desk } from "../pane/desk.ts";
import { useSpoken } from "../pane/say.ts";
import { KindField, PaperFields, RanksHint } from "./fields.tsx";
import { Making } from "./making.tsx";
import { type Asked, type Kind, type Own, ownTable } from "./tables.ts";
import { useBulletinWords } from "./words.ts";

export interface OwnProps extends Pick<Desk, "workbook" | "say"> {
  readonly overview: Own["overview"];
  readonly collection: Collection;
  readonly school: School;
  readonly body: SubmissionBody;
}

const OWN: readonly Kind[] = ["classes", "bands", "ranks"];

export function OwnSection({ overview, collection, school, body, workbook, say }: OwnProps) {
  const w = useBulletinWords();
  const spoken = useSpoken();
  const papers = useMemo(
    () =>
      (collection.exam?.papers ?? [])
        .map((paper, at) => [at, paper] as const)
        .filter(([, { stage, grade, subject }]) =>
          body.slices.some((one) => one.scores && one.stage === stage && one.grade === grade && one.subject === subject),
        ),
    [collection, body],
  );
  const [asked, setAsked] = useState<Asked>({
    ...{ kind: "classes", school: school.school, width: 10 },
    ...{ paper: papers[0]?.[0] ?? 0, cuts: RANK_CUTS.slice(0, 3).join("、") },
  });
  const change = (next: Partial<Asked>) => setAsked((now) => ({ ...now, ...next }));
  const found = useMemo(() => ownTable(asked, { overview, collection, school, body }), [asked, overview, collection, school, body]);
  return (
    <>
      <p class="q-hint">{w.ownHint}</p>
      <div class="q-fields">
        <KindField kinds={OWN} asked={asked} change={change} />
        <PaperFields asked={asked} papers={papers} change={change} />
      </div>
      <RanksHint asked={asked} />
      {"rows" in found ? (
        <Making table={found} hint={asked.kind === "classes" ? spoken(found.note) : ""} {...{ workbook, say }} />
      ) : (
        <p class="q-warn">{spoken(found)}</p>
      )}
    </>
  );
}
