/**
 * Exact fractions for oracles: written apart from the product's kernel, so a mistake there is not repeated here.
 * A double is taken apart by its bits, a decimal by its text; nothing is rounded until `toNumber`.
 */
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint | number, bottom: bigint | number = 1n) {
    const [a, b] = [BigInt(top), BigInt(bottom)];
    if (b === 0n) throw new RangeError("a fraction needs a denominator");
    const sign = b < 0n ? -1n : 1n;
    const common = gcd(a < 0n ? -a : a, b < 0n ? -b : b) * sign;
    this.top = a / common;
    this.bottom = b / common;
  }

  /** The exact value of a double. */
  static ofDouble(value: number): Fraction {
    if (!Number.isFinite(value)) throw new RangeError(`${value} is no fraction`);
    const bits = new DataView(new ArrayBuffer(8));
    bits.setFloat64(0, value);
    const word = bits.getBigUint64(0);
    const exponent = Number((word >> 52n) & 0x7ffn);
    const mantissa = (word & 0xfffffffffffffn) | (exponent === 0 ? 0n : 1n << 52n);
    const signed = word >> 63n ? -mantissa : mantissa;
    const power = BigInt(Math.max(exponent, 1) - 1075);
    return power >= 0n ? new Fraction(signed << power) : new Fraction(signed, 1n << -power);
  }

  /** The exact value of a decimal text such as "-12.5" or "60". */
  static ofText(text: string): Fraction {
    const found = /^(-?)(\d*)\.?(\d*)$/.exec(text);
    if (!found || (found[2] === "" && found[3] === "")) throw new RangeError(`"${text}" is no decimal`);
    const [, sign, whole = "", places = ""] = found;
    const top = BigInt(whole + places);
    return new Fraction(sign === "-" ? -top : top, 10n ** BigInt(places.length));
  }

  add(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  minus(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom - other.top * this.bottom, this.bottom * other.bottom);
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.top * other.top, this.bottom * other.bottom);
  }

  over(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom, this.bottom * other.top);
  }

  compare(other: Fraction): number {
    const [left, right] = [this.top * other.bottom, other.top * this.bottom];
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /** A double within one unit in the last place of the fraction. */
  toNumber(): number {
    if (this.top === 0n) return 0;
    const size = this.top < 0n ? -this.top : this.top;
    const places = 25 + String(this.bottom).length - String(size).length;
    const scaled = places >= 0 ? (size * 10n ** BigInt(places)) / this.bottom : size / (this.bottom * 10n ** BigInt(-places));
    return Number(`${this.top < 0n ? "-" : ""}${scaled}e${-places}`);
  }

  /** The square root, to 30 decimals more than the fraction has. */
  root(): Fraction {
    const unit = 10n ** BigInt(30 + String(this.bottom).length);
    return new Fraction(isqrt((this.top * unit * unit) / this.bottom), unit);
  }
}

/** Sum of fractions; over one common denominator where they share it, so long columns stay quick. */
export function total(fractions: readonly Fraction[]): Fraction {
  let bottom = 1n;
  for (const one of fractions) bottom = (bottom / gcd(bottom, one.bottom)) * one.bottom;
  let top = 0n;
  for (const one of fractions) top += one.top * (bottom / one.bottom);
  return new Fraction(top, bottom);
}

export function mean(fractions: readonly Fraction[]): Fraction {
  return total(fractions).over(new Fraction(fractions.length));
}

/** Sum of squared distances from the mean. */
export function squares(fractions: readonly Fraction[]): Fraction {
  const centre = mean(fractions);
  return total(fractions.map((one) => one.minus(centre)).map((one) => one.times(one)));
}

/** Is a double the nearest one to a fraction (ties to even, as IEEE 754 rounds)? Compared with the midpoints to its neighbours. */
export function isNearest(value: number, exact: Fraction): boolean {
  const own = Fraction.ofDouble(value);
  const even = lastBit(value) === 0;
  const half = new Fraction(1, 2);
  const above = own.add(Fraction.ofDouble(nextUp(value))).times(half);
  const below = own.add(Fraction.ofDouble(-nextUp(-value))).times(half);
  const [high, low] = [exact.compare(above), exact.compare(below)];
  return even ? high <= 0 && low >= 0 : high < 0 && low > 0;
}

/** Correct digits of a number, as NIST counts them: -log10 of the relative error. */
export function digits(value: number, certified: Fraction | number): number {
  const exact = typeof certified === "number" ? Fraction.ofText(String(certified)) : certified;
  const error = Fraction.ofDouble(value).minus(exact).over(exact).toNumber();
  return error === 0 ? 17 : -Math.log10(Math.abs(error));
}

function lastBit(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  return bits.getUint8(7) & 1;
}

function nextUp(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value === 0 ? 0 : value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value >= 0 ? 1n : -1n));
  return bits.getFloat64(0);
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

function isqrt(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  while (true) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
