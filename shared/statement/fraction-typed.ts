/** A target of less than one per cent was hardly meant: 0.9 is taken as 0.9 %, and 90 % is written 90. Asked beside the field, and nothing is changed. */
import { limitDigits } from "../display.ts";
import type { Unit } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import { plainText } from "../scores.ts";

export function fractionTyped(written: string, unit: Unit | undefined): Words | null {
  const plain = plainText(written).trim();
  if (unit !== "rate" || !/^0\.\d{1,12}$/.test(plain) || Number(plain) === 0) return null;
  const meant = limitDigits(Number(plain), unit);
  return { zh: `${plain} %？若是 ${meant} % 请填 ${meant}。`, en: `${plain} %? For ${meant} % enter ${meant}.` };
}
