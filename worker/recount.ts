/** The self-check: everything is added up anew from what the schools sent, and compared with what is kept. */
import type { Recount } from "../shared/contract.ts";
import { talliesOf } from "../shared/slice.ts";
import { equal, total, zero } from "../shared/tally.ts";
import type { Act } from "./act.ts";
import { follow } from "./audit.ts";
import { sha256 } from "./canonical.ts";
import { collectionOf } from "./collections.ts";
import { bodyOf, standing } from "./standing.ts";
import { sumsOf } from "./sums.ts";

export function recount({ sql }: Act, collection: string): Recount {
  collectionOf(sql, collection);
  const members = standing(sql, collection);
  const stored = sumsOf(sql, collection);
  const counted = total(members.map((member) => talliesOf(bodyOf(member))));
  const slices = [...new Set([...stored.keys(), ...counted.keys()])].sort();
  const differences = [
    ...slices.filter((slice) => !equal(stored.get(slice) ?? zero, counted.get(slice) ?? zero)),
    ...members.filter(({ body, sha256: content }) => sha256(body) !== content).map(({ school, revision }) => `${school}/${revision}`),
  ];
  const audit = follow(sql);
  return { identical: differences.length === 0, submissions: members.length, slices: slices.length, differences, audit };
}
