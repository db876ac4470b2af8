/** The text of a county's file; one that is larger than any of ours is refused before it is read into memory. */
import { tooLarge } from "../../shared/handin/envelope.ts";
import { STORE_BYTES } from "../../shared/handin/store-file.ts";
import { Refusal } from "../../shared/refusal.ts";

export async function textOf(file: Pick<File, "size" | "text">): Promise<string> {
  if (file.size > STORE_BYTES) throw new Refusal("invalid", tooLarge(STORE_BYTES).words);
  return file.text();
}
