/** What is said around pictures, in each language. What stands inside them: shared/pictures/words.ts. */
import type { Language } from "../language.ts";
import { useLanguage } from "../pane/say.ts";

const zh = {
  distribution: (title: string) => `${title}成绩分布`,
  line: (name: string) => `${name}线`,
  schools: "各校分布",
  trend: "历次变化",
  unread: "没有读到",
  table: "数据表",
  actions: "图片",
  copy: "复制图片",
  insert: "插入工作簿",
  png: "下载 PNG",
  svg: "下载 SVG",
  copied: "图片已复制，可以粘贴到 Word、WPS 或微信里。",
  inserted: (address: string) => `图片已插入 ${address}。`,
  saved: (name: string) => `已下载“${name}”。`,
  failed: "没有做成图片：请改用“下载 SVG”。",
};

const en: typeof zh = {
  distribution: (title) => `Distribution of marks, ${title}`,
  line: (name) => `${name} line`,
  schools: "Schools",
  trend: "Over the collections",
  unread: "not read",
  table: "Data table",
  actions: "Image",
  copy: "Copy image",
  insert: "Insert into workbook",
  png: "Download PNG",
  svg: "Download SVG",
  copied: "The image is copied and can be pasted into a document.",
  inserted: (address) => `The image was inserted at ${address}.`,
  saved: (name) => `“${name}” was downloaded.`,
  failed: "No image could be made: use “Download SVG” instead.",
};

const pictureWords: Readonly<Record<Language, typeof zh>> = { "zh-CN": zh, en };

export function usePictureWords(): typeof zh {
  return pictureWords[useLanguage()];
}
