/** What pictures deep inside a report need from the page: where they may go, and the region's figures of earlier collections. */
import { createContext } from "preact";
import type { Collection, Rollup } from "../../shared/contract.ts";
import type { Carry } from "./frame.tsx";

export type Then = Pick<Rollup, "definitions" | "figures">;

export interface Ground extends Carry {
  /** All of the region. */
  readonly collections: readonly Collection[];
  /** The rollup of one; refuses where it cannot be read. */
  read(collection: string): Promise<Then>;
}

export const PictureGround = createContext<Ground | null>(null);

/** The same question is asked once, until `read` itself is another; what failed is asked again. */
export function remembered(read: Ground["read"]): Ground["read"] {
  const known = new Map<string, Promise<Then>>();
  return (collection) => {
    const answer = known.get(collection) ?? read(collection);
    known.set(collection, answer);
    answer.catch(() => known.delete(collection));
    return answer;
  };
}
