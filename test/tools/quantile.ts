/**
 * Student's t by the finite sums of Abramowitz and Stegun (1964), 26.7.3 (odd) and 26.7.4 (even), which hold for whole degrees of freedom:
 * the probability of |T| < t. The quantile is found by bisection. Independent of the library the product takes its quantile from.
 */
export function within(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df));
  const [sine, cosine2] = [t / Math.sqrt(df + t * t), df / (df + t * t)];
  const odd = df % 2 === 1;
  let term = odd ? Math.sqrt(cosine2) : 1;
  let sum = df === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= df - 2; k += 2) {
    term *= (cosine2 * (k - 1)) / k;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/** t(0.975, df). */
export function t975(df: number): number {
  let [low, high] = [1, 20];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (within(middle, df) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
