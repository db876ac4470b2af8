/** What /templates says beside what the making of templates says. */
import type { Language } from "../language.ts";
import { useLanguage } from "../pane/say.ts";

const zh = {
  title: "填报模板",
  page: "填报模板 · QUALITY",
  home: "试用表格",
  offline: "离线版",
  language: "English",
  heading: "给每所学校一个模板",
  headingOwn: "本校的填报模板",
  hint: "模板是普通的 .xlsx：学校在 Excel、WPS 或 LibreOffice 里填，里面有填表说明、下拉选项和自动校验。全部在这个浏览器里生成，不经过别处。",
  back: "填好以后：在任务窗格的“填报”里选这个文件提交；没有网络的，把文件交给教育局。",
  viewer: "查看者不填报，这里没有可下载的模板。要模板请找教育局；学校请用本校的令牌连接。",
  nothing: "还没有采集。教育局发布采集以后，这里就有模板。",
  noSchools: "还没有登记学校。",
  how: "用教育局给的令牌连接，就能下载模板。",
  tryAgain: "重试",
  disconnect: "断开连接",
};

const en: typeof zh = {
  title: "Templates",
  page: "Templates · QUALITY",
  home: "Playground",
  offline: "Offline page",
  language: "中文",
  heading: "A template for each school",
  headingOwn: "Your school's template",
  hint: "A template is an ordinary .xlsx: schools fill it in with Excel, WPS or LibreOffice; guide, lists and checks are inside. All are made in this browser and pass through nowhere else.",
  back: "Once filled in: choose the file under Submit in the task pane and send it; where there is no network, give the file to the bureau.",
  viewer: "Viewers fill nothing in, so there is no template here. Ask the bureau for one; a school connects with its own token.",
  nothing: "There is no collection yet. Templates are here as soon as the bureau sets one up.",
  noSchools: "No school is registered yet.",
  how: "Connect with the token the bureau gave you, and download the templates.",
  tryAgain: "Try again",
  disconnect: "Disconnect",
};

const dictionaries: Readonly<Record<Language, typeof zh>> = { "zh-CN": zh, en };

export function usePageWords(): typeof zh {
  return dictionaries[useLanguage()];
}
