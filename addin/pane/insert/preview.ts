/** The value an indicator has of the cells that were picked, read again whenever cells change. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Stage } from "../../../shared/contract.ts";
import { type Computed, compute, numberOf, outcomeOn } from "../../../shared/indicators/compute.ts";
import type { Definition } from "../../../shared/indicators/definition.ts";
import { explain, lineUsed } from "../../../shared/indicators/explain.ts";
import { withDecisions } from "../../../shared/indicators/fields.ts";
import { limitInForce, type Ruling } from "../../../shared/indicators/limits.ts";
import { chosenIn } from "../../../shared/indicators/rules.ts";
import { Refusal, type Words } from "../../../shared/refusal.ts";
import type { Cells } from "../../../shared/scores.ts";
import type { Outcome } from "../../../shared/target.ts";
import type { InForce } from "../../catalogue.ts";
import type { Workbook } from "../../host.ts";
import { writeReference } from "../../reference.ts";
import { type Written, withoutTail } from "./written.ts";

export interface Result {
  /** `null` where there is nobody, or nothing, to divide by. */
  readonly value: number | null;
  readonly limit: Ruling | null;
  readonly outcome: Outcome;
  readonly sentence: Words;
}

export type Preview =
  | { readonly result: Result; readonly refusal?: never }
  | { readonly refusal: Words; readonly result?: never }
  /** Nothing to compute from yet. */
  | null;

const SETTLE = 250;
const UNREAD: Words = {
  zh: "读不到这些单元格：请退出单元格编辑后再试。",
  en: "these cells cannot be read: leave the cell you are editing",
};

export function usePreview(workbook: Workbook, definition: Definition, written: readonly Written[], stage: Stage | null, here: InForce) {
  const addresses = written.flatMap((one) => (one.is === "cells" ? [writeReference(one.reference)] : []));
  const read = useCells(workbook, addresses);
  const said = JSON.stringify(written);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` is what is written
  return useMemo((): Preview => {
    if (written.every(({ is }) => is === "blank")) return null;
    const wrong = written.find((one) => one.is === "wrong");
    if (wrong) return { refusal: wrong.words };
    try {
      const given = withoutTail(written).map((one) => cellsOf(one, read));
      if (given.includes(null)) return null;
      const computed = compute(definition, given as Cells[], chosenIn(here.choices));
      return { result: resultOf(computed, stage, here) };
    } catch (error) {
      if (error instanceof Refusal) return { refusal: error.words };
      throw error;
    }
  }, [said, read, definition, stage, here]);
}

/** What a computed indicator says: its value against the limit in force, and the sentence with the region's decisions. */
export function resultOf(computed: Computed, stage: Stage | null, here: InForce): Result {
  const { definition, fact } = computed;
  const { limit, why } = limitInForce(definition, stage, here);
  const said = explain(computed, limit, chosenIn(here.choices), why);
  return {
    value: fact === undefined ? null : numberOf(fact),
    limit: limit ?? null,
    outcome: outcomeOn(fact, limit),
    sentence: withDecisions(said, definition, here.choices, lineUsed(computed)?.typed ?? false),
  };
}

type Read = ReadonlyMap<string, Cells | Words>;

/** `null` while it is being read. */
function cellsOf(written: Written, read: Read): Cells | null {
  if (written.is === "constant") return [[written.value]];
  if (written.is === "each") return [[...written.values]];
  if (written.is !== "cells") return [[null]];
  const found = read.get(writeReference(written.reference));
  if (found === undefined) return null;
  if ("zh" in found) throw new Refusal("invalid", found);
  return found;
}

function useCells(workbook: Workbook, addresses: readonly string[]): Read {
  const [read, setRead] = useState<Read>(new Map());
  const wanted = JSON.stringify([...new Set(addresses)]);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async () => {
      const all = (JSON.parse(wanted) as string[]).map(async (address) => [address, await cellsAt(workbook, address)] as const);
      const next = new Map(await Promise.all(all));
      if (current) setRead(next);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void load(), SETTLE);
    };
    if (wanted === "[]") return undefined;
    void load();
    const stop = workbook.onChange(later);
    return () => {
      current = false;
      clearTimeout(timer);
      stop();
    };
  }, [workbook, wanted]);
  return read;
}

async function cellsAt(workbook: Workbook, address: string): Promise<Cells | Words> {
  try {
    return await workbook.readAt(address);
  } catch (error) {
    return error instanceof Refusal ? error.words : UNREAD;
  }
}
