/** Subjects under their Chinese and English names. A header or a paper may use either. */
const NAMES: readonly (readonly [zh: string, ...others: string[]])[] = [
  ["语文", "chinese"],
  ["数学", "mathematics", "math", "maths"],
  ["英语", "english", "外语"],
  ["物理", "physics"],
  ["化学", "chemistry"],
  ["生物", "biology", "生物学"],
  ["历史", "history"],
  ["地理", "geography"],
  ["道德与法治", "politics", "政治", "道法", "思想品德", "思品", "morality"],
  ["科学", "science"],
  ["体育", "pe", "体育与健康"],
  ["音乐", "music"],
  ["美术", "art"],
  ["信息技术", "it", "信息科技"],
];

const FIRST = new Map(NAMES.flatMap(([zh, ...others]) => [zh, ...others].map((name) => [name, zh] as const)));

/** One name for a subject however it is written; a name not listed stands for itself. */
export function subjectName(written: string): string {
  const plain = written.normalize("NFKC").trim().toLowerCase();
  return FIRST.get(plain) ?? plain;
}

/** Is it a name of a subject that schools have? */
export function isSubject(written: string): boolean {
  return PLACE.has(subjectName(written));
}

const PLACE = new Map(NAMES.map(([zh], at) => [zh, at]));

/** The order people list subjects in: that of an exam's papers, then the usual one; what is in neither comes last, by its name. */
export function bySubjects(papers: readonly { readonly subject: string }[]): (a: string | null, b: string | null) => number {
  const own = new Map(papers.map(({ subject }, at) => [subjectName(subject), at] as const).reverse());
  const rank = (name: string) => own.get(name) ?? papers.length + (PLACE.get(name) ?? NAMES.length);
  return (a, b) => {
    if (a === null || b === null) return Number(a !== null) - Number(b !== null);
    const [one, two] = [subjectName(a), subjectName(b)];
    return rank(one) - rank(two) || (one < two ? -1 : one > two ? 1 : 0);
  };
}

/** Do two lists name the same subjects, in any order? */
export function sameSubjects(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one, other].map((names) => [...new Set(names.map(subjectName))].sort());
  return JSON.stringify(a) === JSON.stringify(b);
}
