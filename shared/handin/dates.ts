/** Dates as spreadsheets count them: days since the eve of 1900, with a 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1). */

/** Days that a book counting from 1904 is behind one counting from 1900. */
export const FROM_1904 = 1462;

const DAY = 86_400_000;
/** 31 December 9999. */
const LAST = 2_958_465;

/** A date as a text: "2026-09-01", "2026-09-01 08:30", "08:30" for a time alone; the number where there is no such date. */
export function dateText(serial: number): string {
  // Times are shown to the second; a day that is nearly over is over.
  const seconds = Math.round(serial * 86_400);
  const [day, second] = [Math.floor(seconds / 86_400), ((seconds % 86_400) + 86_400) % 86_400];
  if (day < 0 || day > LAST) return String(serial);
  const time = second === 0 ? "" : clockText(second);
  if (day === 0) return time === "" ? "00:00" : time;
  return time === "" ? dayText(day) : `${dayText(day)} ${time}`;
}

function dayText(day: number): string {
  if (day === 60) return "1900-02-29";
  return new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY).toISOString().slice(0, 10);
}

function clockText(second: number): string {
  const two = (count: number) => String(count).padStart(2, "0");
  const [h, m, s] = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return `${two(h)}:${two(m)}${s === 0 ? "" : `:${two(s)}`}`;
}

const ISO = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?Z?$/;

/** The serial number of an ISO 8601 date, time, or both, as cells of type "d" hold them; `undefined` where it is none. */
export function serialOf(iso: string): number | undefined {
  const parts = ISO.exec(iso);
  if (!parts || (parts[1] === undefined && parts[4] === undefined)) return undefined;
  const [year, month, day, h, m, s] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (h > 23 || m > 59 || s > 59) return undefined;
  const time = (h * 3600 + m * 60 + s + Number(`0.${parts[7] ?? "0"}`)) / 86_400;
  if (parts[1] === undefined) return time;
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || year < 1900) return undefined;
  const days = Math.round((at.getTime() - Date.UTC(1899, 11, 30)) / DAY);
  return (days <= 60 ? days - 1 : days) + time;
}
