/** Around every picture: its title, the table behind it, and how it leaves (copied, into the workbook, as a file). */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { PictureTable, Scene } from "../../shared/pictures/scene.ts";
import { pictureSvg } from "../../shared/pictures/svg.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Workbook } from "../host.ts";
import { saveFile } from "../pane/save.ts";
import { useSpoken } from "../pane/say.ts";
import { pngOf } from "./image.ts";
import "./pictures.css";
import { usePictureWords } from "./words.ts";

/** Where a picture can go, and where what became of it is said. */
export interface Carry {
  /** Takes images where it says how (Excel does). */
  readonly workbook?: Pick<Workbook, "insertImage"> | undefined;
  readonly say?: ((text: string) => void) | undefined;
}

interface FrameProps extends Carry {
  readonly title: string;
  readonly table: PictureTable;
  /** The picture for a width, with its heading: what leaves looks the same however wide the pane is. */
  compose(width: number): Scene;
  readonly children: ComponentChildren;
}

/** Pixels across of a picture that leaves: half a page of A4 at its texts' size. */
const LEAVING = 640;

export function Frame({ title, table, compose, workbook, say, children }: FrameProps) {
  const w = usePictureWords();
  return (
    <figure class="q-figure">
      <figcaption>{title}</figcaption>
      {children}
      <div class="q-figure-under">
        <details>
          <summary>{w.table}</summary>
          <TableBehind {...table} />
        </details>
        <Leaving title={title} compose={() => compose(LEAVING)} workbook={workbook} say={say} />
      </div>
    </figure>
  );
}

function TableBehind({ caption, heads, rows }: PictureTable) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section class="q-table-behind" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={heads[at + 1]}>{together(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A number stays on one line with its sign, and a count with what it is of. */
function together(cell: string): string {
  return cell.replaceAll(/(\d) (%|\/ )/g, (_, digit, sign) => `${digit}\u00a0${sign.replace(" ", "\u00a0")}`);
}

interface LeavingProps extends Carry {
  readonly title: string;
  compose(): Scene;
}

function Leaving({ title, compose, workbook, say }: LeavingProps) {
  const w = usePictureWords();
  const spoken = useSpoken();
  const [told, setTold] = useState("");
  const tell = (text: string) => {
    setTold(text);
    say?.(text);
  };
  const attempt = (act: () => Promise<string>) => () =>
    void act().then(tell, (error: unknown) => tell(error instanceof Refusal ? spoken(error.words) : w.failed));
  const file = (kind: string) => `${title.replaceAll(/[\\/:*?"<>|\s\p{Cc}]+/gu, "-")}.${kind}`;
  const save = (content: BlobPart, kind: string, type: string) => {
    saveFile(file(kind), content, type);
    return w.saved(file(kind));
  };
  return (
    <details>
      <summary>{w.actions}</summary>
      <div class="q-buttons">
        {workbook?.insertImage && (
          <button type="button" onClick={attempt(() => insert(workbook, compose()).then(w.inserted))}>
            {w.insert}
          </button>
        )}
        {canCopy() && (
          <button type="button" onClick={attempt(() => copy(compose()).then(() => w.copied))}>
            {w.copy}
          </button>
        )}
        <button type="button" onClick={attempt(async () => save(await pngOf(compose()), "png", "image/png"))}>
          {w.png}
        </button>
        <button type="button" onClick={attempt(async () => save(pictureSvg(compose()), "svg", "image/svg+xml"))}>
          {w.svg}
        </button>
      </div>
      {told !== "" && (
        <p class="q-hint" role={say ? undefined : "status"}>
          {told}
        </p>
      )}
    </details>
  );
}

async function insert({ insertImage }: NonNullable<Carry["workbook"]>, scene: Scene): Promise<string> {
  if (!insertImage) throw new Error("this workbook takes no images");
  const bytes = new Uint8Array(await (await pngOf(scene)).arrayBuffer());
  return insertImage(bytes, scene);
}

/** Pages on plain http have no clipboard for images, nor has Firefox before 127. */
function canCopy(): boolean {
  return typeof ClipboardItem !== "undefined" && navigator.clipboard?.write !== undefined;
}

/** The image is promised at once, while the press still counts as one. */
async function copy(scene: Scene): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ "image/png": pngOf(scene) })]);
}
