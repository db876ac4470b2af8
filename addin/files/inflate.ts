/** The bytes of one part, piece by piece: never more than a piece of it is held, and its size and checksum must be what was said. */
import { Inflate } from "fflate";
import type { Budget } from "./limits.ts";
import { damagedPart } from "./refusals.ts";
import type { Entry } from "./zip.ts";

/** Gives the next piece, `undefined` at the end. */
export type Pieces = () => Uint8Array | undefined;

/** Compressed bytes taken at a time: a piece grows to 16 MB at the very most (deflate makes at most 1,032 of one). */
const TAKEN = 16_384;

/** Bytes given at a time, so that the clock is looked at often. */
const GIVEN = 65_536;

/** Opens a part. Pieces may be empty. Refuses as soon as more comes out than was said, or when size or checksum are wrong at the end. */
export function piecesOf(entry: Entry, budget: Budget): Pieces {
  const { name, data, size } = entry;
  let [taken, came, crc] = [0, 0, -1];
  let rest = EMPTY;
  const inflate = new Inflate((piece) => {
    rest = piece;
  });
  const wrong = () => damagedPart(name, "内容与校验和不符", "its content does not match its checksum");

  const take = (): void => {
    const piece = data.subarray(taken, taken + TAKEN);
    taken += piece.length;
    try {
      if (entry.deflated) inflate.push(piece, taken === data.length);
      else rest = piece;
    } catch {
      throw damagedPart(name, "压缩数据损坏", "its compressed data is broken");
    }
    came += rest.length;
    if (came > size) throw wrong();
    budget.bytes(rest.length);
    crc = crcOf(rest, crc);
  };

  return () => {
    budget.time();
    if (rest.length === 0) {
      if (taken === data.length) {
        if (came !== size || ~crc >>> 0 !== entry.crc) throw wrong();
        return undefined;
      }
      take();
    }
    const given = rest.subarray(0, GIVEN);
    rest = rest.subarray(GIVEN);
    return given;
  };
}

const EMPTY: Uint8Array = new Uint8Array(0);

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 as in .zip, before its last inversion; begins with -1. */
export function crcOf(bytes: Uint8Array, before = -1): number {
  let crc = before;
  for (let at = 0; at < bytes.length; at++) crc = (TABLE[(crc ^ (bytes[at] as number)) & 255] as number) ^ (crc >>> 8);
  return crc;
}
