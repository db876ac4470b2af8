/** The words of what a report says in sentences, and of the chapter that it leaves to the bureau. */

const zh = {
  list: "、",
  semicolon: "；",
  furthest: (all: number, shown: number, those: readonly string[]) =>
    all === shown
      ? `按比率判定而未达标的 ${all} 项，由离目标远者起：${those.join("；")}。`
      : `按比率判定而未达标的共 ${all} 项，离目标最远的 ${shown} 项为：${those.join("；")}。`,
  oneMissed: (named: string, value: string, limit: string, behind: readonly string[]) =>
    `${named}${value}，目标 ${limit}${behind.map((one) => `，${one}`).join("")}`,
  otherMissed: (names: readonly string[]) => `不按比率判定而未达标的 ${names.length} 项：${names.join("、")}，数值见下表。`,
  undecided: (reasons: readonly (readonly [string, number])[]) =>
    `无法判定的原因：${reasons.map(([reason, count]) => `${reason}（${count} 项）`).join("；")}。`,
  extremes: (name: string, [highest, high]: readonly [string, string], [lowest, low]: readonly [string, string]) =>
    `${name}最高的是${highest}（${high}），最低的是${lowest}（${low}）`,
  alike: (name: string, value: string) => `${name}各科相同（${value}）`,
  ofSubjects: (place: string, parts: readonly string[]) => `${place}各科中，${parts.join("；")}。`,
  schoolTargets: (all: number, met: number, missing: number) =>
    missing === 0
      ? `对各校判定的目标 ${all} 项，其中所有学校都达标的 ${met} 项。`
      : `对各校判定的目标 ${all} 项，其中已填报的学校都达标的 ${met} 项；未填报的 ${missing} 所没有判定，不在下表的所数里。`,
  mostMissed: (those: readonly string[], missed: number) => `未达标学校最多的是${those.join("、")}，${missed} 所未达标。`,
  named: (name: string, place: string) => `${name}（${place}）`,
  added: (place: string, above: readonly string[], below: readonly string[], across: number) =>
    `${place}：区间全在 0 以上的学校${above.length === 0 ? "没有" : `有 ${above.length} 所：${above.join("、")}`}；全在 0 以下的学校${
      below.length === 0 ? "没有" : `有 ${below.length} 所：${below.join("、")}`
    }；区间含 0 的 ${across} 所。`,
  withoutAdded: (names: readonly string[], fewest: number) =>
    `没有列出数值的 ${names.length} 所：${names.join("、")}（没有前后两次都有成绩的学生，或实考不足 ${fewest} 人）。`,
  actions: "主要问题与改进措施",
  aboutActions: "本章由教育局撰写。以上各章只陈述由填报数据得出的事实，不说明原因，也不代拟措施。",
  problems: "（一）主要问题",
  measures: "（二）改进措施",
};

const en: typeof zh = {
  list: ", ",
  semicolon: "; ",
  furthest: (all, shown, those) =>
    all === shown
      ? `Missed targets that are rates (${all}), from the furthest off: ${those.join("; ")}.`
      : `Of the ${all} missed targets that are rates these ${shown} are the furthest off: ${those.join("; ")}.`,
  oneMissed: (named, value, limit, behind) => `${named} ${value}, target ${limit}${behind.map((one) => `, ${one}`).join("")}`,
  otherMissed: (names) => `Missed targets that are no rates (${names.length}): ${names.join(", ")}; the table has their values.`,
  undecided: (reasons) => `Undecided because: ${reasons.map(([reason, count]) => `${reason} (${count})`).join("; ")}.`,
  extremes: (name, [highest, high], [lowest, low]) => `${name} is highest in ${highest} (${high}) and lowest in ${lowest} (${low})`,
  alike: (name, value) => `${name} is the same in all subjects (${value})`,
  ofSubjects: (place, parts) => `Subjects, ${place}: ${parts.join("; ")}.`,
  schoolTargets: (all, met, missing) =>
    missing === 0
      ? `Schools are judged by ${all} targets; ${met} of them are met by every school.`
      : `Schools are judged by ${all} targets; ${met} of them are met by every school that has submitted; ${missing} that ${missing === 1 ? "has" : "have"} not are judged by none, and counted in no column below.`,
  mostMissed: (those, missed) => `Missed by most schools (${missed}): ${those.join(", ")}.`,
  named: (name, place) => `${name} (${place})`,
  added: (place, above, below, across) =>
    `${place}: schools whose interval lies wholly above 0: ${above.length === 0 ? "none" : above.join(", ")}; wholly below 0: ${
      below.length === 0 ? "none" : below.join(", ")
    }; ${across} whose interval includes 0.`,
  withoutAdded: (names, fewest) =>
    `No value is listed for ${names.join(", ")}: no pupil has marks in both exams, or fewer than ${fewest} pupils sat.`,
  actions: "Main problems and measures",
  aboutActions:
    "This chapter is for the bureau to write. The chapters above state facts of the submitted data; they name no causes and draft no measures.",
  problems: "(1) Main problems",
  measures: "(2) Measures",
};

export const FINDING_WORDS = { zh, en };
