/** Papers with other lines: any mark of a paper's grid; a line off the grid is refused, never moved onto it. */
import type { Paper } from "../contract.ts";
import { checkLine, type Lines } from "../exam.ts";
import { onGrid } from "../kernel/decimal.ts";
import { invalid } from "../refusal.ts";

export interface LineMove {
  readonly stage: Paper["stage"];
  readonly grade: number;
  readonly subject: string;
  readonly line: keyof Lines;
  /** In marks of the paper. */
  readonly mark: number;
}

/** The papers with the moves made, later ones over earlier ones; a paper without a move is the same object. */
export function movedPapers(papers: readonly Paper[], moves: readonly LineMove[]): Paper[] {
  for (const move of moves) if (!papers.some((paper) => isOf(move, paper))) throw noPaper(move);
  return papers.map((paper) => {
    const own = moves.filter((move) => isOf(move, paper));
    return own.length === 0 ? paper : own.reduce(movedPaper, paper);
  });
}

function isOf({ stage, grade, subject }: LineMove, paper: Paper): boolean {
  return paper.stage === stage && paper.grade === grade && paper.subject === subject;
}

function movedPaper(paper: Paper, { line, mark }: LineMove): Paper {
  checkLine(line, mark, paper.full);
  if (onGrid(mark, paper.grid) === undefined) {
    const step = 1 / paper.grid;
    throw invalid(
      `${paper.subject}的线 ${mark} 分不在分数格上：请写 ${step} 分的整数倍。`,
      `the line ${mark} of ${paper.subject} is off the grid: write a multiple of ${step} mark`,
    );
  }
  return { ...paper, lines: { ...paper.lines, [line]: mark } };
}

function noPaper({ grade, subject }: LineMove) {
  return invalid(`这次考试没有${grade}年级${subject}的试卷。`, `the exam has no paper of ${subject} in grade ${grade}`);
}
