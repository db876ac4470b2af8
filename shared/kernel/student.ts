/**
 * t(0.975, df), the half-width factor of a 95 % interval, for whole degrees of freedom: the finite sums of the distribution (Abramowitz
 * and Stegun 26.7.3, 26.7.4), and from 500 on the expansion around the normal quantile (26.7.5), each to 12 digits.
 */

/** The normal quantile of 0.975. */
const Z = 1.959963984540054;
const MANY = 500;
/** Halvings of an angle until a double has no digit left. */
const HALVINGS = 56;

/** `undefined` below one degree of freedom. Unit: none. */
export function t975(df: number): number | undefined {
  if (!(df >= 1)) return undefined;
  return df >= MANY ? aroundNormal(df) : Math.sqrt(df) * Math.tan(angleOf(df));
}

function aroundNormal(df: number): number {
  const power = (n: number) => Z ** n;
  const terms = [
    (power(3) + Z) / 4,
    (5 * power(5) + 16 * power(3) + 3 * Z) / 96,
    (3 * power(7) + 19 * power(5) + 17 * power(3) - 15 * Z) / 384,
    (79 * power(9) + 776 * power(7) + 1482 * power(5) - 1920 * power(3) - 945 * Z) / 92160,
  ];
  return terms.reduceRight((sum, term) => (sum + term) / df, 0) + Z;
}

/** The angle θ, tan θ = t ÷ √df, within which 95 % lie. */
function angleOf(df: number): number {
  let [low, high] = [0, Math.PI / 2];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (within(middle, df) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How much lies between -θ and θ. */
function within(angle: number, df: number): number {
  const odd = df % 2 === 1;
  const squared = Math.cos(angle) ** 2;
  let term = odd ? Math.cos(angle) : 1;
  let sum = df === 1 ? 0 : term;
  for (let n = odd ? 3 : 2; n < df; n += 2) {
    term *= (squared * (n - 1)) / n;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}
