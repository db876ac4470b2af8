/**
 * Univer renews its list of function names 300 ms after the last key, and until then Enter and Tab would put a name from the old
 * list in place of what was typed: QUARTILE for QUALITY, say. Here they take a name only while the list is about what stands there.
 */
import type { Injector } from "@univerjs/core";
import { IEditorService, type IShortcutItem, IShortcutService, KeyCode } from "@univerjs/preset-sheets-core";

const LIST = "sheet.formula-embedding-editor.search_function.";
const TAKING = new Set<unknown>([KeyCode.ENTER, KeyCode.TAB]);

export function guardSuggestions(injector: Injector): void {
  const shortcuts = injector.get(IShortcutService);
  const register = shortcuts.registerShortcut.bind(shortcuts);
  shortcuts.registerShortcut = (item: IShortcutItem) =>
    register(
      item.id.startsWith(LIST) && TAKING.has(item.binding) ? { ...item, preconditions: () => isAboutWhatStandsThere(injector) } : item,
    );
}

function isAboutWhatStandsThere(injector: Injector): boolean {
  const editor = injector.get(IEditorService).getFocusEditor();
  const caret = editor?.getSelectionRanges()[0]?.startOffset;
  const typed =
    editor
      ?.getDocumentData()
      .body?.dataStream.slice(0, caret)
      .match(/[\p{L}\d_.]*$/u)?.[0] ?? "";
  // the list prints the letters it was made for apart from the rest of the name
  const listed = document.querySelector('ul[data-u-comp="sheets-formula-editor"] li span span')?.textContent ?? "";
  return typed !== "" && typed.toUpperCase() === listed.toUpperCase();
}
