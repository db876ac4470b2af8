/**
 * The number nearest to an exact fraction: rounded once, so the same fraction gives the same bits
 * whether it was counted in a cell, added up over schools or written on another grid of marks.
 * Shape: two whole numbers, denominator not 0. Unit: numerator's over denominator's.
 */
export function quotient(numerator: bigint | number, denominator: bigint | number): number {
  if (typeof numerator === "number" && typeof denominator === "number") {
    // Both are whole numbers below 2^53, where IEEE division already rounds once.
    if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)) return numerator / denominator;
    throw new RangeError("quotient takes whole numbers");
  }
  const top = BigInt(numerator);
  const bottom = BigInt(denominator);
  if (bottom === 0n) throw new RangeError("quotient needs a denominator");
  if (top === 0n) return 0;
  const negative = top < 0n !== bottom < 0n;
  const size = divide(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
  return negative ? -size : size;
}

/** Keeps at least 64 bits of the quotient and marks in the last bit whether anything was cut; Number() then rounds once. */
function divide(top: bigint, bottom: bigint): number {
  const shift = Math.max(0, 64 - (bits(top) - bits(bottom)));
  const scaled = top << BigInt(shift);
  const whole = scaled / bottom;
  const sticky = whole * bottom === scaled ? whole : whole | 1n;
  // In two steps, because 2 ** shift alone is infinite for quotients below 1e-290.
  const half = shift >> 1;
  return Number(sticky) / 2 ** half / 2 ** (shift - half);
}

function bits(value: bigint): number {
  return value.toString(16).length * 4;
}
