/** What the questions across schools, sheets and periods say, in each language. */
import type { Language } from "../language.ts";
import { useLanguage } from "../pane/say.ts";

const zh = {
  title: "请核对",
  found: (n: number) => `请核对：${n} 处`,
  none: "没有需要核对的：各校之间、各表之间、与上次相比，没有不寻常的数。",
  count: "与其他学校、其他表或上次相比不寻常的数。都照常计入汇总；请向学校核实，属实的请说明原因。",
  explained: (note: string) => `学校说明：${note}`,
  more: (n: number) => `再显示 ${n} 处`,
  settings: "按什么问",
  reading: "正在核对各校填报…",
  failed: "没有核对成，请再试一次。",
  again: "重试",
  cancel: "取消",
};

const en: typeof zh = {
  title: "To be checked",
  found: (n) => `To be checked: ${n}`,
  none: "Nothing to be checked: no number is unusual beside other schools, other sheets or last time.",
  count:
    "Numbers that are unusual beside other schools, other sheets or last time. All of them count; ask the school, or note why they are right.",
  explained: (note) => `Explained: ${note}`,
  more: (n) => `Show ${n} more`,
  settings: "What is asked by",
  reading: "Checking what the schools have sent…",
  failed: "It could not be checked; please try again.",
  again: "Try again",
  cancel: "Cancel",
};

const dictionaries: Readonly<Record<Language, typeof zh>> = { "zh-CN": zh, en };

export const useQuestionWords = () => dictionaries[useLanguage()];
