/**
 * A document as a Word file: A4, Chinese official sizes, table heads repeated, page numbers. The only file that knows docx; whoever needs it
 * imports it when it is asked for, so nothing of it is in the pane's first load.
 */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  LineRuleType,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { type Block, type DocumentData, PICTURE_WIDTH, type Tongue } from "../../shared/documents/document.ts";
import type { Scene } from "../../shared/pictures/scene.ts";
import { BODY, clean, font, SIZES, TEXT_WIDTH, TITLE } from "./look.ts";
import { signatures, table } from "./word-table.ts";

/** A4 and the margins of GB/T 9704, in twentieths of a point. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1587, right: 1474, header: 1000, footer: 1000 },
};

const PLAIN = { run: { color: "000000", bold: false, italics: false } };

/** The bytes of a .docx. */
export async function wordOf(data: DocumentData, paint: Paint = async () => null): Promise<Uint8Array<ArrayBuffer>> {
  const painted = new Map<Scene, Uint8Array>();
  for (const block of data.blocks) {
    const bytes = block.kind === "picture" ? await paint(block.scene) : null;
    if (block.kind === "picture" && bytes) painted.set(block.scene, bytes);
  }
  const small = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]) =>
    new TextRun({ children, size: SIZES.running, font: font(BODY) });
  const document = new Document({
    title: clean(data.title),
    creator: "QUALITY",
    lastModifiedBy: "QUALITY",
    styles: {
      default: {
        document: {
          run: {
            font: font(BODY),
            size: SIZES.body,
            language: data.tongue === "zh" ? { value: "en-US", eastAsia: "zh-CN" } : { value: "en-US" },
          },
        },
        // Word's own headings are blue and slanted.
        ...{ title: PLAIN, heading1: PLAIN, heading2: PLAIN },
      },
    },
    sections: [
      {
        properties: { page: { ...PAGE, pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } } },
        headers: { default: new Header({ children: [centred([small([clean(data.running)])])] }) },
        footers: { default: new Footer({ children: [centred(footer(data.tongue, small))] }) },
        children: data.blocks.flatMap((block, at) => blockOf(block, painted, data.blocks, at)),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

type Small = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]) => TextRun;

function footer(tongue: Tongue, small: Small): TextRun[] {
  const [before, between, after] = tongue === "zh" ? ["第 ", " 页　共 ", " 页"] : ["Page ", " of ", ""];
  return [small([before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after])];
}

function centred(children: TextRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children });
}

/** The image of a scene, a PNG; null where it cannot be made. */
export type Paint = (scene: Scene) => Promise<Uint8Array | null>;

/** Whether what is said before a block stays on its page. A table's own caption does that for it: a long paragraph kept too would take both to the next. */
function keepsAbove(block: Block | undefined): boolean {
  if (block?.kind === "table") return block.caption === undefined;
  return block?.kind === "picture" || block?.kind === "signatures";
}

function blockOf(block: Block, painted: ReadonlyMap<Scene, Uint8Array>, blocks: readonly Block[], at: number) {
  const [before, after] = [blocks[at - 1], blocks[at + 1]];
  switch (block.kind) {
    case "picture": {
      // Of several pictures in a row neither the first nor the last stands alone.
      const end = before?.kind !== "picture" || blocks[at + 2]?.kind !== "picture";
      return picture(block.scene, painted.get(block.scene), after?.kind === "table" || (after?.kind === "picture" && end));
    }
    case "table": {
      const { bars, ...plain } = block;
      // Under the picture of the same numbers bars would only say them again.
      const drawn = before?.kind === "picture" && painted.has(before.scene);
      return table(drawn || bars === undefined ? plain : block, TEXT_WIDTH);
    }
    case "room":
      // In one piece, under its heading; and who signs does not stand alone on a page.
      return Array.from({ length: block.lines }, (_, line) =>
        paragraph({ kind: "paragraph", text: "" }, line < block.lines - 1 || after?.kind === "signatures"),
      );
    case "signatures":
      return [signatures(block.sides, TEXT_WIDTH)];
    default:
      return [paragraph(block, keepsAbove(after))];
  }
}

/** As wide as the text; what it says is its alternative text. */
function picture({ width, height, alt }: Scene, data: Uint8Array | undefined, keepNext: boolean): Paragraph[] {
  if (!data) return [];
  const scale = PICTURE_WIDTH / width;
  const transformation = { width: PICTURE_WIDTH, height: Math.round(height * scale) };
  const altText = { name: clean(alt).slice(0, 60), title: clean(alt).slice(0, 60), description: clean(alt) };
  const image = new ImageRun({ type: "png", data, transformation, altText });
  return [new Paragraph({ alignment: AlignmentType.CENTER, keepNext, spacing: { before: 120, after: 60 }, children: [image] })];
}

function paragraph({ kind, text }: Extract<Block, { text: string }>, keepNext: boolean): Paragraph {
  const run = (size: number, face: string = BODY, bold = false) => [new TextRun({ text: clean(text), size, bold, font: font(face) })];
  switch (kind) {
    case "title":
      return new Paragraph({
        heading: "Title",
        alignment: AlignmentType.CENTER,
        spacing: { before: 240, after: 120, line: 700, lineRule: LineRuleType.AT_LEAST },
        children: run(SIZES.title, TITLE),
      });
    case "subtitle":
      return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 320 }, children: run(SIZES.subtitle) });
    case "heading":
      return new Paragraph({ heading: "Heading1", keepNext: true, spacing: { before: 280, after: 120 }, children: run(SIZES.body, TITLE) });
    case "subheading":
      return new Paragraph({
        heading: "Heading2",
        keepNext: true,
        spacing: { before: 200, after: 100 },
        children: run(SIZES.subtitle, TITLE),
      });
    case "note":
      return new Paragraph({ keepNext, spacing: { before: 80, after: 120 }, children: run(SIZES.note) });
    case "paragraph":
      return new Paragraph({
        alignment: AlignmentType.BOTH,
        indent: { firstLine: SIZES.body * 10 * 2 },
        keepNext,
        spacing: { line: 560, lineRule: LineRuleType.AT_LEAST, after: keepNext ? 120 : 0 },
        children: run(SIZES.body),
      });
  }
}
