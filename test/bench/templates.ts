/** How long 300 templates in one archive take, and how much memory, with what they have in common compressed once. */
import { writeAll } from "../../addin/template/all.ts";
import type { Collection, Paper } from "../../shared/contract.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { demoOverview } from "../tools/demo-templates.ts";

const SUBJECTS = ["语文", "数学", "英语", "物理", "化学", "生物", "历史", "地理", "道德与法治"];

export async function templateTimes(
  schools: number,
): Promise<{ readonly seconds: number; readonly megabytes: number; readonly most: number }> {
  const demo = demoOverview.collections[0] as Collection;
  const [paper] = (demo.exam?.papers ?? []) as [Paper];
  const papers = [7, 8, 9].flatMap((grade) => SUBJECTS.map((subject) => ({ ...paper, grade, subject })));
  const collection = { ...demo, exam: { name: "期末", papers } };
  const asked = Array.from({ length: schools }, (_, at) => ({
    school: `S${at}`,
    name: `第${at}中学`,
    stages: ["junior" as const],
    type: null,
  }));
  const rules = rulesOf(shipped, collection.definitions);
  let [bytes, most] = [0, 0];
  const [began, before] = [performance.now(), process.memoryUsage().heapUsed];
  await writeAll(
    { region: demoOverview, collection, rules, targets: demoOverview.targets, made: "2025-06-01", schools: asked },
    (piece) => {
      bytes += piece.length;
    },
    () => {
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    },
  );
  return { seconds: (performance.now() - began) / 1000, megabytes: bytes / 1e6, most: most / 1e6 };
}
