/**
 * A number as the person typed it: digits x 10^-places, exact.
 * For: marks, lines and limits, which are decimals on paper although a computer keeps them in binary.
 * The digits are the shortest ones that give the same number back (ECMAScript Number::toString), so 0.1 is one tenth.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** The decimal a finite number stands for. */
export function decimal(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a decimal`);
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

/** The digits of a decimal when written with so many places (not fewer than it has): 1.5 at 2 places is 150. */
export function digitsAt(value: Decimal, places: number): bigint {
  return value.digits * 10n ** BigInt(places - value.places);
}

/** Exact product: digits multiply, places add. */
export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, places: a.places + b.places };
}

/** The number nearest to a decimal. */
export function toNumber(value: Decimal): number {
  const sign = value.digits < 0n ? "-" : "";
  const size = value.digits < 0n ? -value.digits : value.digits;
  return Number(`${sign}${size}e-${value.places}`);
}

/** Smallest whole number that is not below decimal x factor. */
export function ceilTimes(value: Decimal, factor: number): number {
  const scaled = value.digits * BigInt(factor);
  const unit = 10n ** BigInt(value.places);
  const whole = scaled / unit;
  return Number(whole * unit < scaled ? whole + 1n : whole);
}

/** A mark as a whole number on a grid, or `undefined` where it lies off the grid: nothing is rounded onto it. */
export function onGrid(mark: number, grid: number): number | undefined {
  const scaled = Math.round(mark * grid);
  return scaled / grid === mark ? scaled : undefined;
}

/** Numbers as whole numbers of one common unit, 1/unit: what sums are made of where nothing may be rounded. */
export function onCommonUnit(values: Iterable<number>): { readonly unit: bigint; readonly whole: (value: number) => bigint } {
  const decimals = new Map<number, Decimal>();
  for (const value of values) if (!decimals.has(value)) decimals.set(value, decimal(value));
  let places = 0;
  for (const own of decimals.values()) places = Math.max(places, own.places);
  const wholes = new Map([...decimals].map(([value, own]) => [value, digitsAt(own, places)]));
  return { unit: 10n ** BigInt(places), whole: (value) => wholes.get(value) as bigint };
}
