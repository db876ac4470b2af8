/**
 * A tally: whole numbers under names, which add and subtract exactly. A name that is absent counts 0 and zeros are never kept,
 * so equal tallies look equal. Counts are safe integers; sums of squares and products are bigints.
 * Kinds that are not sums (a minimum, a worst class) tally a count per value, so they add and subtract too.
 */
export type Whole = number | bigint;
export type Tally = Readonly<Record<string, Whole>>;

/** Tallies under the names of their slices. */
export type Tallies = ReadonlyMap<string, Tally>;

export const zero: Tally = {};

export function add(a: Tally, b: Tally): Tally {
  return combine(a, b, 1);
}

export function subtract(a: Tally, b: Tally): Tally {
  return combine(a, b, -1);
}

export function equal(a: Tally, b: Tally): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** The tally without its zeros; every tally made from counts passes through here. */
export function tally(entries: Iterable<readonly [string, Whole]>): Tally {
  return Object.fromEntries([...entries].filter(([, value]) => !isZero(value)));
}

function combine(a: Tally, b: Tally, sign: 1 | -1): Tally {
  const sum: Record<string, Whole> = { ...a };
  for (const name of Object.keys(b)) {
    const total = join(sum[name], b[name] as Whole, sign, name);
    if (isZero(total)) delete sum[name];
    else sum[name] = total;
  }
  return sum;
}

function isZero(value: Whole): boolean {
  return value === 0 || value === 0n;
}

function join(left: Whole | undefined, right: Whole, sign: 1 | -1, name: string): Whole {
  if (typeof right === "bigint") {
    if (typeof left === "number") throw new TypeError(`"${name}" is a count on one side and a long sum on the other`);
    return (left ?? 0n) + BigInt(sign) * right;
  }
  if (typeof left === "bigint") throw new TypeError(`"${name}" is a long sum on one side and a count on the other`);
  const total = (left ?? 0) + sign * right;
  if (!Number.isSafeInteger(total)) throw new RangeError(`"${name}" passes 2^53`);
  return total;
}

/** All members' tallies added up, slice by slice. */
export function total(members: Iterable<Tallies>): Map<string, Tally> {
  const sums = new Map<string, Tally>();
  for (const member of members) addTo(sums, member);
  return sums;
}

/** One more member in sums that are still being added up. */
export function addTo(sums: Map<string, Tally>, member: Tallies): void {
  for (const [slice, own] of member) {
    const sum = add(sums.get(slice) ?? zero, own);
    if (equal(sum, zero)) sums.delete(slice);
    else sums.set(slice, sum);
  }
}

/** A tally as JSON text: bigints as their digits followed by n. */
export function toJson(value: Tally): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part));
}

export function fromJson(text: string): Tally {
  const read = JSON.parse(text) as Record<string, number | string>;
  const entries = Object.entries(read).map(([name, part]) => [name, typeof part === "string" ? BigInt(part.slice(0, -1)) : part] as const);
  return Object.fromEntries(entries);
}
