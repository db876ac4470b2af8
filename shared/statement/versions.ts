/**
 * The life of a statement: a draft is edited, two parties sign, an amendment is a new version. What anybody has signed never changes.
 * Pure: who and when are passed in, and every step gives a new list of versions or refuses by a reason that has a name.
 */
import type { PartyName, Signature, StatementBody, StatementState } from "../contract.ts";
import { Refusal, type Words } from "../refusal.ts";

/** One version as it is kept. */
export interface Version {
  readonly version: number;
  /** How often the statement had been written when this was: 1, 2, 3 over all its versions. */
  readonly revision: number;
  readonly why: string | null;
  readonly by: string;
  readonly at: string;
  /** Of the canonical body: what a signature binds. */
  readonly sha256: string;
  readonly body: StatementBody;
  readonly signatures: readonly Signature[];
}

export type Written = Pick<Version, "body" | "by" | "at" | "sha256">;

/** Why a step cannot be taken. */
export const STEP_REFUSALS = {
  "statement-signed": {
    zh: "已有一方签字，这一版不能再改；请用修订另出一版。",
    en: "One party has signed: this version no longer changes. Amend it: that makes a new version.",
  },
  "statement-unsigned": {
    zh: "还没有人签字：直接改草稿即可，不需要修订。",
    en: "Nobody has signed yet: edit the draft, there is nothing to amend.",
  },
  "statement-moved": {
    zh: "读取之后这份责任书又有改动，请重新读取，看清后再保存或签字。",
    en: "The statement has changed since it was read: read it again before you save or sign.",
  },
  "statement-signed-already": { zh: "这一方已经签过字。", en: "This party has signed already." },
} as const satisfies Record<string, Words>;
export type StepRefusal = keyof typeof STEP_REFUSALS;

type Versions = readonly Version[];

/** All that the state of a version follows from. */
export interface Standing {
  readonly version: number;
  readonly signatures: readonly unknown[];
}

/** Where a version stands among all there are. */
export function stateOf({ version, signatures }: Standing, versions: readonly Standing[]): StatementState {
  const later = versions.filter((one) => one.version > version);
  if (later.some(isSigned)) return "superseded";
  if (later.length > 0) return isSigned({ signatures }) ? "amended" : "superseded";
  if (isSigned({ signatures })) return "signed";
  return signatures.length > 0 ? "offered" : "draft";
}

/** The last version that both parties have signed. */
export function inForce<One extends Standing>(versions: readonly One[]): One | undefined {
  return versions.filter(isSigned).at(-1);
}

function isSigned({ signatures }: Pick<Standing, "signatures">): boolean {
  return signatures.length === 2;
}

export function whyNotDraft(versions: Versions): StepRefusal | null {
  return (versions.at(-1)?.signatures.length ?? 0) > 0 ? "statement-signed" : null;
}

export function whyNotAmend(versions: Versions): StepRefusal | null {
  return whyNotDraft(versions) === null ? "statement-unsigned" : null;
}

/** Only the last version is signed, only as it was read, and by each party once. */
export function whyNotSign(versions: Versions, signing: Pick<Version, "version" | "sha256"> & { party: PartyName }): StepRefusal | null {
  const last = versions.at(-1);
  if (last?.version !== signing.version || last.sha256 !== signing.sha256) return "statement-moved";
  return last.signatures.some(({ party }) => party === signing.party) ? "statement-signed-already" : null;
}

/** The first version, or the draft written anew. */
export function drafted(versions: Versions, written: Written): Version[] {
  unless(whyNotDraft(versions));
  const last = versions.at(-1);
  const next: Version = {
    ...written,
    version: last?.version ?? 1,
    revision: revisionAfter(versions),
    why: last?.why ?? null,
    signatures: [],
  };
  return [...versions.slice(0, -1), next];
}

/** A new version beside those there are. */
export function amended(versions: Versions, written: Written & { readonly why: string }): Version[] {
  unless(whyNotAmend(versions));
  return [...versions, { ...written, version: (versions.at(-1)?.version ?? 0) + 1, revision: revisionAfter(versions), signatures: [] }];
}

/** The last version with one signature more. */
export function signed(versions: Versions, signing: Pick<Version, "version" | "sha256"> & Signature): Version[] {
  unless(whyNotSign(versions, signing));
  const { party, office, role, at } = signing;
  return versions.map((one) =>
    one.version === signing.version ? { ...one, signatures: [...one.signatures, { party, office, role, at }] } : one,
  );
}

function revisionAfter(versions: Versions): number {
  return (versions.at(-1)?.revision ?? 0) + 1;
}

function unless(refusal: StepRefusal | null): void {
  if (refusal) throw new Refusal("invalid", STEP_REFUSALS[refusal]);
}
