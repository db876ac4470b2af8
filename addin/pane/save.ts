/** What a browser calls a workbook, a Word file and plain rows. */
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const CSV = "text/csv";

/** Hands a text or bytes over as a file, as a browser does: into the downloads, or wherever the person says. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the address up after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
