/**
 * When a moment of the contract is. A date is a day in China, where there is one time zone and no summer time:
 * it begins at midnight +08:00, and what closes or expires on it does so when that whole day is over.
 */
const day = 86_400_000;

/** Milliseconds since 1970. */
export function opening(moment: string): number {
  return Date.parse(isDate(moment) ? `${moment}T00:00:00+08:00` : moment);
}

export function closing(moment: string): number {
  return isDate(moment) ? opening(moment) + day : opening(moment);
}

/** The moment as it is written in receipts and tokens. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The day in China on which a moment lies. */
export function dayOf(moment: string): string {
  return instant(opening(moment) + day / 3).slice(0, 10);
}

/** The moment as a clock in China shows it: 2026-11-28 16:05. */
export function clockOf(moment: string): string {
  return instant(opening(moment) + day / 3)
    .slice(0, 16)
    .replace("T", " ");
}

function isDate(moment: string): boolean {
  return moment.length === 10;
}
