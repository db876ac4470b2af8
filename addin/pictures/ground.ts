/** What pictures deep inside a report need from the page: where they may go, and the region's figures of earlier collections. */
import { createContext } from "preact";
import type { Collection, Figure } from "../../shared/contract.ts";
import type { Carry } from "./frame.tsx";

export interface Then {
  readonly definitions: string;
  readonly figures: readonly Figure[];
}

export interface Ground extends Carry {
  /** All of the region. */
  readonly collections: readonly Collection[];
  /** The rollup of one; refuses where it cannot be read. */
  read(collection: string): Promise<Then>;
  /** A school's own figures in the rollup of one, as far as they are shown to who asks. */
  readSchool?(collection: string, school: string): Promise<Then>;
}

export const PictureGround = createContext<Ground | null>(null);

/** The same question is asked once, until `read` itself is another; what failed is asked again. */
export function remembered<Answer>(read: (collection: string) => Promise<Answer>): (collection: string) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (collection) => {
    const answer = known.get(collection) ?? read(collection);
    known.set(collection, answer);
    answer.catch(() => known.delete(collection));
    return answer;
  };
}
