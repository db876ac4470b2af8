/** Comments of a sheet as a workbook keeps them: their texts in one part, and the boxes they are shown in (VML) in another. */
import { columnOf, keyOfPlace, rowOf } from "../files/places.ts";
import { appended, attributeIn, type Edit, escaped, outlineOf, type Place, prefixOf, spliced } from "../files/splice.ts";

/** By whom they are: comments of this name are replaced when a workbook is checked again. */
const AUTHOR = "QUALITY 校验";
const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export const NO_COMMENTS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<comments xmlns="${SPREADSHEET}"><authors/><commentList/></comments>`;

export const NO_BOXES =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>';

export interface Commented {
  readonly xml: string;
  /** The cells of ours that were there and have none now, and those that have one now and had none. */
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
}

/** Takes our earlier comments out and puts new ones in; where somebody else's stands already, the text goes below it. */
export function withComments(xml: string, texts: ReadonlyMap<string, string>): Commented {
  const { children } = outlineOf(xml);
  const [authors, list] = [children.find(({ name }) => name === "authors"), children.find(({ name }) => name === "commentList")] as [
    Place,
    Place,
  ];
  const names = inside(xml, authors).map(({ begins, ends }) => xml.slice(begins, ends));
  const prefix = prefixOf(list);
  const known = names.indexOf(escaped(AUTHOR));
  const edits: Edit[] = [];
  if (known < 0) edits.push(appended(authors, `<${prefix}author>${escaped(AUTHOR)}</${prefix}author>`));
  const author = known < 0 ? names.length : known;
  const [ours, others] = [new Set<string>(), new Map<string, Place>()];
  for (const comment of inside(xml, list)) {
    const cell = attributeIn(comment.tag, "ref") ?? "";
    if (Number(attributeIn(comment.tag, "authorId")) !== known) others.set(cell, comment);
    else {
      ours.add(cell);
      edits.push({ from: comment.from, to: comment.to, text: "" });
    }
  }
  const added: string[] = [];
  for (const [cell, text] of texts) {
    const run = `<${prefix}r><${prefix}t xml:space="preserve">`;
    const other = others.get(cell);
    if (other) edits.push(...below(xml, other, `${run}${escaped(`\n${text}`)}</${prefix}t></${prefix}r>`));
    else
      added.push(
        `<${prefix}comment ref="${cell}" authorId="${author}"><${prefix}text>${run}${escaped(text)}</${prefix}t></${prefix}r></${prefix}text></${prefix}comment>`,
      );
  }
  if (added.length > 0) edits.push(appended(list, added.join("")));
  const wanted = [...texts.keys()].filter((cell) => !others.has(cell));
  return { xml: spliced(xml, edits), gone: [...ours].filter((cell) => !texts.has(cell)), fresh: wanted.filter((cell) => !ours.has(cell)) };
}

/** The elements right inside an element of a part, placed in the part. */
function inside(xml: string, { from, to }: Place): Place[] {
  return outlineOf(xml.slice(from, to)).children.map((one) => ({
    ...one,
    ...{ from: one.from + from, to: one.to + from, begins: one.begins + from, ends: one.ends + from },
  }));
}

/** A run behind the text of a comment; a text that has no runs becomes one. */
function below(xml: string, comment: Place, run: string): Edit[] {
  const text = inside(xml, comment).find(({ name }) => name === "text");
  if (!text) return [appended(comment, `<${prefixOf(comment)}text>${run}</${prefixOf(comment)}text>`)];
  const plain = inside(xml, text).find(({ name }) => name === "t");
  const wrapped = `<${prefixOf(text)}r>`;
  const opened = plain
    ? [plain.from, plain.to].map((at, end) => ({ from: at, to: at, text: end ? `${wrapped.replace("<", "</")}${run}` : wrapped }))
    : [];
  return plain ? opened : [appended(text, run)];
}

export interface BoxSize {
  /** How many lines a cell's comment has. */
  lines(cell: string): number;
  /** How wide a column is, in pixels. */
  width(column: number): number;
}

/** Takes boxes away and puts new ones in, hidden until the cell is pointed at. */
export function withBoxes(vml: string, gone: readonly string[], fresh: readonly string[], size: BoxSize): string {
  const lost = new Set(gone.map(keyOfPlace));
  const kept = vml.replaceAll(/<(?:\w+:)?shape\s[\s\S]*?<\/(?:\w+:)?shape>/g, (shape) => {
    const of = (name: string) => Number(new RegExp(`<(?:\\w+:)?${name}>\\s*(\\d+)\\s*<`).exec(shape)?.[1] ?? Number.NaN);
    const cell = [...lost].some((key) => rowOf(key) === of("Row") && columnOf(key) === of("Column"));
    return cell && /ObjectType="Note"/.test(shape) ? "" : shape;
  });
  if (fresh.length === 0) return kept;
  const ids = [...kept.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id));
  const first = Math.max(1024, ...ids) + 1;
  const type = kept.includes('id="_x0000_t202"') ? "" : BOX_TYPE;
  const shapes = fresh.map((cell, at) => boxAt(cell, first + at, size));
  const end = kept.lastIndexOf("</");
  return kept.slice(0, end) + type + shapes.join("") + kept.slice(end);
}

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';

const BOX_TYPE = `<v:shapetype ${NAMESPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

/** Pixels of a box, about 34 Latin letters or 17 Chinese characters. */
const WIDE = 260;
const INDENT = 12;

/** A note's box beside its cell, as tall as its text. The anchor is column, offset, row, offset, twice. */
function boxAt(cell: string, id: number, { lines, width }: BoxSize): string {
  const [row, column] = [rowOf(keyOfPlace(cell)), columnOf(keyOfPlace(cell))];
  let [right, rest] = [column + 1, INDENT + WIDE];
  for (; rest > width(right) && right < column + 40; right++) rest -= width(right);
  const top = Math.max(0, row - 1);
  const anchor = [column + 1, INDENT, top, 8, right, rest, top + lines(cell) + 1, 4].join(", ");
  return (
    `<v:shape ${NAMESPACES} id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;z-index:${id};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
