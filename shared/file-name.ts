/** Names of files that every system takes, from texts that people chose. */

/**
 * The parts joined by underlines, without an ending. What Windows, macOS or Linux refuse in a name is an underline; a part is cut after 36
 * characters, so that three of Chinese stay within the 255 bytes a name has on Linux.
 */
export function fileName(...parts: readonly string[]): string {
  return parts.map((part) => [...part.trim().replaceAll(REFUSED, "_")].slice(0, 36).join("")).join("_");
}

/** Also characters nobody sees: they would make two names look alike. */
const REFUSED = /[\\/:*?"<>|\s\p{Cc}\p{Cf}\p{Cs}]/gu;
