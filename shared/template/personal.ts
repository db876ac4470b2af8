/**
 * Numbers that tell who somebody is, as native formulas see them: a mobile number of 11 digits, an identity card of 15 or 18, plainly written.
 * shared/collecting/personal.ts knows more ways of writing them and has the last word when the file is read. Only inside array formulas.
 */

/** Is a text nothing but so many digits? What is read as a number and written out again must be the same; 15 digits are what a number has. */
const digits = (text: string, many: number) => `(TEXT(--${text},"${"0".repeat(many)}")=${text})`;

/** Of each cell of a range, 1 where all of it is a mobile number or an old identity card's. */
export function isNumberOfPerson(range: string): string {
  const text = `(${range}&"")`;
  const mobile = `(LEN${text}=11)*(LEFT${text}="1")*(MID(${range}&"",2,1)>="3")*${digits(text, 11)}`;
  return `(IFERROR(${mobile},0)+IFERROR((LEN${text}=15)*${digits(text, 15)},0)>0)`;
}

/** Of each cell of a column of notes and each place in it, 1 where such a number begins: no digit before it and none behind. */
export function numbersHeld(notes: string, places: string): string {
  const text = `("x"&${notes}&"xx")`;
  const part = (from: number, many: number) => `MID(${text},${places}+${from},${many})`;
  const noDigit = (from: number) => `ISERROR(--${part(from, 1)})`;
  const mobile = `${noDigit(0)}*(${part(1, 1)}="1")*(${part(2, 1)}>="3")*${digits(part(1, 11), 11)}*${noDigit(12)}`;
  const card = `${noDigit(0)}*${digits(part(1, 9), 9)}*${digits(part(10, 8), 8)}*${noDigit(19)}`;
  const old = `${noDigit(0)}*${digits(part(1, 15), 15)}*${noDigit(16)}`;
  return `(IFERROR(${mobile},0)+IFERROR(${card},0)+IFERROR(${old},0))`;
}
