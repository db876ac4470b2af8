import { useState } from "preact/hooks";
import { placeName } from "./choice.ts";
import type { Desk } from "./desk.ts";
import { EarlierList, SheetOfFile } from "./earlier-list.tsx";
import { FileButton } from "./file-button.tsx";
import { formatGrade } from "./format.ts";
import { Mapping } from "./mapping.tsx";
import { useLanguage, useSpoken, useWords } from "./say.ts";
import { useTemplateWords } from "./template/words.ts";
import { SheetsApart, SheetsTogether } from "./together/offer.tsx";
import { useUnread } from "./together/unread.ts";
import { useTogetherWords } from "./together/words.ts";

type SourceProps = Pick<Desk, "workbook" | "connection" | "reading" | "together" | "choice" | "earlier" | "work" | "say">;

/** Where the figures come from: collection, school, grade, cells, columns. One line while all is clear, open while something is not. */
export function Source({ workbook, connection, reading, together, choice, earlier, work, say }: SourceProps) {
  const w = useWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const own = useTemplateWords();
  const several = useTogetherWords();
  const unread = useUnread(workbook, reading, choice);
  const { collection, school, place } = choice;
  const exams = choice.collections.filter(({ form }) => form === "exam");
  const unclear = reading.sheet !== null && (!work || work.tabulated.preview.unmapped.length > 0 || work.tabulated.preview.pupils === 0);
  // What opened because something was unclear stays open while it is being put right.
  const [opened, setOpened] = useState(false);
  const read = async (source: "used" | "selection") => {
    const sheet = await reading.read(source);
    if (sheet) say(w.source.readDone(`${sheet.name}!${sheet.address}`));
  };
  const readFile = async (file: File) => {
    const read = await reading.readFile(file);
    if (!read) return;
    setOpened(read.template === null);
    say(w.source.readDone(file.name));
  };
  const preview = work?.tabulated.preview;
  const missing = reading.sheet?.cells.length === 0 ? w.source.empty : w.source.incomplete;
  const where =
    preview && place
      ? [
          school?.name ?? "",
          formatGrade(place.stage, place.grade, language),
          w.source.pupils(preview.pupils),
          ...(reading.file ? [reading.file.name] : []),
          together.taken.length > 0 && reading.sheet
            ? several.names([reading.sheet.name, ...together.taken])
            : `${work.sheet.name}!${preview.address}`,
        ]
      : [missing];
  return (
    <>
      <p class="q-actions">
        <FileButton name={own.choose} pressed={reading.source === "file"} choose={(file) => void readFile(file)} />
      </p>
      {reading.file?.template && (
        <p class="q-hint">
          {own.file(reading.file.name)} {own.goThere}
        </p>
      )}
      <details class="q-source" open={opened || unclear} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
        <summary>
          <span class="q-source-title">{collection?.name ?? w.source.title}</span>
          <span class="q-source-where">
            {where.map((part, at) => (
              <span key={part}>{at < where.length - 1 ? `${part} · ` : part}</span>
            ))}
          </span>
        </summary>
        <div class="q-fields">
          <label>
            <span>{w.source.collection}</span>
            <select value={collection?.collection} onChange={(event) => choice.choose({ collection: event.currentTarget.value })}>
              {exams.map((one) => (
                <option key={one.collection} value={one.collection}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          {connection.overview?.role !== "school" && (
            <label>
              <span>{w.source.school}</span>
              <select value={school?.school} onChange={(event) => choice.choose({ school: event.currentTarget.value })}>
                {choice.schools.map((one) => (
                  <option key={one.school} value={one.school}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
          )}
          {choice.places.length > 1 && (
            <label>
              <span>{w.source.grade}</span>
              <select value={place ? placeName(place) : ""} onChange={(event) => choice.choose({ place: event.currentTarget.value })}>
                {!place && <option value="">{w.source.chooseGrade}</option>}
                {choice.places.map((one) => (
                  <option key={placeName(one)} value={placeName(one)}>
                    {formatGrade(one.stage, one.grade, language)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <div class="q-field">
            <span>{w.source.cells}</span>
            <span class="q-buttons">
              <button type="button" aria-pressed={reading.source === "used"} onClick={() => void read("used")}>
                {w.source.readSheet}
              </button>
              <button type="button" aria-pressed={reading.source === "selection"} onClick={() => void read("selection")}>
                {w.source.readSelection}
              </button>
            </span>
          </div>
          {reading.file && !reading.file.template && <p class="q-hint">{w.source.inFile(reading.file.name)}</p>}
          {reading.file && !reading.file.template && reading.file.sheets.length > 1 && (
            <SheetOfFile label={w.source.sheet} sheets={reading.file.sheets} chosen={reading.sheet?.name ?? ""} turnTo={reading.turnTo} />
          )}
        </div>
        {reading.sheet && <SheetsTogether together={together} lead={reading.sheet.name} />}
        {work && collection?.exam && <Mapping work={work} exam={collection.exam} earlier={earlier.earlier} />}
        {work && <EarlierList earlier={earlier} choice={choice} />}
      </details>
      <SheetsApart together={together} />
      {unread.length > 0 && <p class="q-warn">{several.unread(unread)}</p>}
      {reading.trouble && <p class="q-warn">{spoken(reading.trouble)}</p>}
      {reading.stale && <p class="q-warn">{w.source.stale}</p>}
      {exams.length === 0 && <p class="q-warn">{w.source.noExam}</p>}
      {choice.places.length > 1 && !place && <p class="q-warn">{w.source.gradeNeeded}</p>}
    </>
  );
}
