/** A paper's own lines go before the region's choice of percentages: whoever prints what a rate rests on says so, per subject where they differ. */
import type { Paper } from "../contract.ts";
import type { Lines } from "../exam.ts";
import type { Words } from "../refusal.ts";

type Asked = Pick<Paper, "grade" | "subject" | "full" | "lines">;

const NAMES: Readonly<Record<string, { readonly line: keyof Lines; readonly zh: string; readonly en: string }>> = {
  "excellent-line": { line: "excellent", zh: "优秀线", en: "excellent line" },
  "low-line": { line: "low", zh: "低分线", en: "low line" },
};

/** What a reading `excellent-line:85` is in an exam that sets lines itself: `text` for it; `null` where no paper does. */
export function ownLines(
  { id, zh, en }: Words & { readonly id: string },
  papers: readonly Asked[],
): { readonly text: Words; readonly all: boolean } | null {
  const named = NAMES[id.split(":")[0] ?? ""];
  if (!named) return null;
  const own = papers.filter(({ lines }) => lines[named.line] !== null);
  if (own.length === 0) return null;
  const grades = new Set(papers.map(({ grade }) => grade)).size;
  const alike = new Map<string, { mark: number; full: number; zh: string[]; en: string[] }>();
  for (const { grade, subject, full, lines } of own) {
    const mark = lines[named.line] as number;
    const one = alike.get(`${mark} ${full}`) ?? { mark, full, zh: [], en: [] };
    one.zh.push(grades > 1 ? `${grade} 年级${subject}` : subject);
    one.en.push(grades > 1 ? `grade ${grade} ${subject}` : subject);
    alike.set(`${mark} ${full}`, one);
  }
  const all = own.length === papers.length;
  const lists = [...alike.values()];
  const each = {
    zh: lists.map((one) => `${one.zh.join("、")} ${one.mark} 分（满分 ${one.full}）`).join("，"),
    en: lists.map((one) => `${one.en.join(", ")} ${one.mark} of ${one.full}`).join("; "),
  };
  return {
    all,
    text: {
      zh: `${named.zh}用本次考试自己定的：${each.zh}${all ? "" : `；其余学科：${zh}`}`,
      en: `the ${named.en} is the exam's own: ${each.en}${all ? "" : `; in the other subjects: ${en}`}`,
    },
  };
}
