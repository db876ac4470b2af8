/** Who a statement is between, what it is about, and who answers for a line: units, offices and codes, never persons. */
import type { LineCheck, PartyName, StatementBody, StatementLine, StatementState } from "../contract.ts";
import type { Words } from "../refusal.ts";

export const STATES = {
  draft: { zh: "草稿", en: "draft" },
  offered: { zh: "待对方签字", en: "awaiting the other party" },
  signed: { zh: "已签", en: "signed" },
  amended: { zh: "已签，修订中", en: "signed, being amended" },
  superseded: { zh: "已被新版取代", en: "superseded" },
} as const satisfies Record<StatementState, Words>;

export const PARTIES = {
  first: { zh: "甲方", en: "First party" },
  second: { zh: "乙方", en: "Second party" },
} as const satisfies Record<PartyName, Words>;

export interface Party {
  /** The code of the region or school that signs. */
  readonly unit: string;
  readonly office: string;
}

/** The bureau signs with a school; with its groups and teachers the school signs itself, on both sides. */
export function partiesOf(body: StatementBody, { region, school }: { region: string; school: string }): Record<PartyName, Party> {
  return {
    first: { unit: body.level === "school" ? region : school, office: body.first },
    second: { unit: school, office: body.second },
  };
}

export function ownerOf({ level, group, teacher }: StatementBody, school: string): LineCheck["owner"] {
  return { level, unit: school, group, teacher };
}

/** What a line is about: a place inside the school, and whose. */
function scopeOf({ group, teacher }: StatementBody, { stage, grade, subject }: StatementLine, school: string) {
  return { unit: school, stage, grade, subject, group, teacher };
}
export type Scope = ReturnType<typeof scopeOf>;
