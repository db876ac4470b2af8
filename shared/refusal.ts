/**
 * A refusal: the one error of the pure core. It says, in Chinese and in English, what is wrong, where, and what to do.
 *
 * - `invalid`: the input is not what the argument asks for (#VALUE! in a cell, 422 on the wire)
 * - `nobody`: there is nobody, or nothing, to divide by (#DIV/0!)
 * - `undecided`: there is nothing to judge, or the figure is not available (#N/A)
 * - `late`: time ran out, perhaps because the computer is busy: the same once more may do (never in a cell; as #N/A)
 */
type RefusalKind = "invalid" | "nobody" | "undecided" | "late";

/** A text in the two languages of the product. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly words: Words;

  constructor(kind: RefusalKind, words: Words) {
    super(`${words.zh} ${words.en}`);
    this.name = "Refusal";
    this.kind = kind;
    this.words = words;
  }
}

/** Runs what may refuse, and heads the refusal with where it arose. */
export function under<Value>({ zh, en }: Words, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.kind, { zh: `${zh}：${error.words.zh}`, en: `${en}: ${error.words.en}` });
  }
}

/** Refuses input that is not what the argument asks for. */
export function invalid(zh: string, en: string): Refusal {
  return new Refusal("invalid", { zh, en });
}

/** Refuses to divide by nobody. */
export function nobody(zh: string, en: string): Refusal {
  return new Refusal("nobody", { zh, en });
}

/** Gives up what takes too long. */
export function late(zh: string, en: string): Refusal {
  return new Refusal("late", { zh, en });
}

/** Refuses to judge what is not there. */
export function undecided(zh: string, en: string): Refusal {
  return new Refusal("undecided", { zh, en });
}
