/** What the pane says of a template that is chosen as a file. */
import type { Language } from "../../language.ts";
import { useLanguage } from "../say.ts";

const zh = {
  choose: "选择文件…（模板或成绩表）",
  another: "换一个文件…",
  back: "改读打开的表格",
  file: (name: string) => `文件“${name}”是教育局的模板，整个文件一起检查。`,
  goThere: "到“填报”里检查、提交或导出。",
  checkFile: "重新检查",
  changed: "改动请在文件里做，保存后再选一次。",
  other: (own: string, chosen: string) => `这份模板是“${own}”的，这里选的是“${chosen}”。要替“${own}”提交，请先改选。`,
  change: (own: string) => `改选 ${own}`,
};

const en: typeof zh = {
  choose: "Choose file… (template or list of marks)",
  another: "Another file…",
  back: "Read the open workbook",
  file: (name) => `${name} is a template of the bureau: the whole file is checked together.`,
  goThere: "It is checked, submitted and exported under Submit.",
  checkFile: "Check again",
  changed: "Change it in the file, save it, and choose it again.",
  other: (own, chosen) => `This template is of ${own}; chosen here is ${chosen}. To submit for ${own}, choose it first.`,
  change: (own) => `Change to ${own}`,
};

const words: Readonly<Record<Language, typeof zh>> = { "zh-CN": zh, en };

export function useTemplateWords(): typeof zh {
  return words[useLanguage()];
}
