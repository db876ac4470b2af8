/** A file of the disk as its bytes; one of more than any reader takes is refused by its size alone. */
import { checkSize } from "./limits.ts";

/** Refuses before more than the first bytes, which say what it is, are in memory. */
export async function bytesIn(file: Pick<File, "size" | "slice" | "arrayBuffer">): Promise<Uint8Array<ArrayBuffer>> {
  checkSize(file.size, new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  return new Uint8Array(await file.arrayBuffer());
}
