/** The line under the grid: which cell is selected, and where it holds an error, why. */
import type { FUniver } from "@univerjs/core/facade";
import { type Language, language, onLanguage } from "../language.ts";
import { messageOf } from "./executor.ts";

const HINT: Readonly<Record<Language, string>> = {
  "zh-CN": "在空单元格里输入 =QUALITY. 试试；选中出错的单元格，这里说明原因。",
  en: "Type =QUALITY. into an empty cell to try it; select a cell with an error and the reason stands here.",
};

/** An error that no QUALITY function gave. */
const OTHER: Readonly<Record<Language, string>> = {
  "zh-CN": "错误来自公式本身，或来自它引用的单元格。",
  en: "The error comes from the formula itself, or from a cell it refers to.",
};

/** A table that has no room: the engine says no more than the code. */
const NO_ROOM: Readonly<Record<Language, string>> = {
  "zh-CN": "公式的结果要占右面和下面的空单元格，其中有的已有内容（或是另一个公式的结果）。请清空它们，或把公式移到空白处。",
  en: "The result takes the empty cells to the right and below, and some are filled, or hold another formula's result. Clear them, or move the formula to an empty place.",
};

export function showMessages(univerAPI: FUniver, line: HTMLElement): void {
  let shown = "";
  const show = () => {
    const { address, code, reason } = selected(univerAPI);
    const text = code === "" ? HINT[language()] : reason;
    const key = [code === "" ? "" : address, code, text].join(" ");
    if (key === shown) return; // said once, not at every key press
    shown = key;
    if (code === "") line.replaceChildren(text);
    else line.replaceChildren(part("b", address), " ", part("span", code, "wrong"), " ", part("span", reason, "reason"));
  };
  univerAPI.addEvent(univerAPI.Event.SelectionChanged, show);
  univerAPI.addEvent(univerAPI.Event.ActiveSheetChanged, show);
  univerAPI.addEvent(univerAPI.Event.SheetValueChanged, show);
  univerAPI.getFormula().calculationEnd(show);
  onLanguage(show);
  show();
}

function selected(univerAPI: FUniver): { address: string; code: string; reason: string } {
  const cell = univerAPI.getActiveWorkbook()?.getActiveCell();
  const value = cell?.getRawValue();
  if (!cell || typeof value !== "string" || !/^#[A-Z/0]+[!?]?$/.test(value)) return { address: "", code: "", reason: "" };
  return { address: cell.getA1Notation(), code: value, reason: reasonOf(cell.getCellData(), value) };
}

function reasonOf(cell: Parameters<typeof messageOf>[0], code: string): string {
  return messageOf(cell, code) ?? (code === "#SPILL!" ? NO_ROOM : OTHER)[language()];
}

function part(tag: string, text: string, className = ""): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  return element;
}
