/** What a row opens to: the sentence with the numbers in it, the clause, the version, what it rests on, the submissions behind it. */
import { useContext } from "preact/hooks";
import { formatMoment, formatSource } from "../pane/format.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { PictureGround } from "../pictures/ground.ts";
import { PicturesBehind } from "../pictures/lazy.ts";
import { BySchool } from "./by-school.tsx";
import { explained } from "./explained.ts";
import { Fact } from "./fact.tsx";
import type { RowProps } from "./row.tsx";
import { useCheckWords } from "./words.ts";

export function Opened({ row, readings, definitions, about, schools, covered, openSchool }: RowProps) {
  const c = useCheckWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const { indicator } = row;
  const ground = useContext(PictureGround);
  return (
    <div class="q-inside">
      <p class="q-sentence">{spoken(explained(row, readings, about))}</p>
      <dl class="q-facts">
        <Fact name={c.source}>{formatSource(indicator, language)}</Fact>
        <Fact name={c.definition}>{c.version(definitions, `${indicator.id}@${indicator.version}`)}</Fact>
        {covered ? (
          <Fact name={c.coverage}>{c.covered(covered.has, covered.of)}</Fact>
        ) : (
          <Fact name={c.behind}>
            {about.lineage.length === 0
              ? c.openSheet
              : about.lineage.map(({ revision, received }) => c.revision(revision, formatMoment(received, language))).join(c.stop)}
          </Fact>
        )}
      </dl>
      {(covered || ground) && <PicturesBehind row={row} about={about} schools={schools} />}
      {covered && <BySchool row={row} about={about} schools={schools} openSchool={openSchool} />}
    </div>
  );
}
