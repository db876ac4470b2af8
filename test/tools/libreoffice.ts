/**
 * LibreOffice, the tests' second engine for formulas: SOFFICE_PATH, or one where machines usually keep it; else one that is
 * installed here. It works in a profile of its own that is thrown away, so nobody's settings bend the results.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { aptInstall, findProgram } from "./programs.ts";

const names = ["soffice", "libreoffice", "soffice.com"];
const places = [
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  join(process.env.PROGRAMFILES ?? "C:\\Program Files", "LibreOffice/program/soffice.com"),
];

export const howToGetLibreOffice =
  "没有 LibreOffice:请安装(Debian:libreoffice-calc-nogui libreoffice-writer-nogui),或用 SOFFICE_PATH 指明 soffice。No LibreOffice: install it (Debian: libreoffice-calc-nogui libreoffice-writer-nogui), or name soffice in SOFFICE_PATH.";

export function findLibreOffice(): string | undefined {
  return findProgram(process.env.SOFFICE_PATH, names, places);
}

/** Installs it from the distribution, where we are root and it is a Debian. */
export function installLibreOffice(): string | undefined {
  console.error("正在安装 LibreOffice…… Installing LibreOffice…");
  aptInstall("--no-install-recommends", "libreoffice-calc-nogui", "libreoffice-writer-nogui");
  return findLibreOffice();
}

/** Its part for texts, which a Debian keeps apart; elsewhere it is always there. */
export function hasWriter(): boolean {
  const program = findLibreOffice();
  if (!program || process.platform !== "linux") return program !== undefined;
  return readdirSync(dirname(realpathSync(program))).some((name) => name.startsWith("libswlo"));
}

/** Whether tests that need that part are skipped, likewise. */
export const withoutWriter = !hasWriter() && !process.env.CI;

/** For `describe.skipIf`: whether tests that need LibreOffice are skipped. Where nothing may be skipped silently they run, and fail. */
export const withoutLibreOffice = !findLibreOffice() && !process.env.CI;

/** Formulas are computed on loading whatever the file says they are, and numbers and texts are read the same on every machine. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>en-US</value></prop></item>
</oor:items>
`;

/** Commas, quotes, UTF-8, from line 1; numbers recognised (8), formulas computed (13). */
const commaSeparated = "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true";

/**
 * Opens a workbook (.xlsx) in LibreOffice, which computes every formula anew, and returns what it saves: an .xls, where numbers are
 * doubles bit by bit (in its .xlsx and .ods they have 15 digits). Costs one start, one to five seconds. Rejects when there is no
 * LibreOffice, or with what it said when it did not save. As `xlsx` it saves that, which keeps names and rules. A .csv in UTF-8 is opened
 * by somebody who lets it compute formulas.
 */
export async function computed(
  workbook: Uint8Array,
  as: "xls" | "xlsx" | "pdf" = "xls",
  from: "xlsx" | "csv" = "xlsx",
): Promise<Uint8Array> {
  const program = findLibreOffice();
  if (!program) throw new Error(howToGetLibreOffice);
  const folder = mkdtempSync(join(tmpdir(), "quality-libreoffice-"));
  try {
    const [profile, opened, saved] = [join(folder, "profile"), join(folder, `opened.${from}`), join(folder, `out/opened.${as}`)];
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user/registrymodifications.xcu"), settings);
    writeFileSync(opened, workbook);
    const filter = { xls: "xls:MS Excel 97", xlsx: "xlsx:Calc MS Excel 2007 XML", pdf: "pdf" }[as];
    const opening = from === "csv" ? [commaSeparated] : [];
    const convert = [...opening, "--convert-to", filter, "--outdir", join(folder, "out"), opened];
    const said = await run(program, [`-env:UserInstallation=${pathToFileURL(profile)}`, "--headless", "--norestore", ...convert]);
    if (!existsSync(saved)) throw new Error(`LibreOffice did not save the workbook: ${said.trim() || "it said nothing"}`);
    return readFileSync(saved);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Opens a Word file in LibreOffice and returns what it saves: the text as UTF-8, or the pages as a PDF. Rejects as `computed` does. */
export async function written(word: Uint8Array, as: "txt" | "pdf"): Promise<Uint8Array> {
  const program = findLibreOffice();
  if (!program) throw new Error(howToGetLibreOffice);
  const folder = mkdtempSync(join(tmpdir(), "quality-libreoffice-"));
  try {
    const [opened, saved] = [join(folder, "opened.docx"), join(folder, `out/opened.${as}`)];
    writeFileSync(opened, word);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const filter = { txt: "txt:Text (encoded):UTF8", pdf: "pdf" }[as];
    const said = await run(program, [
      profile,
      "--headless",
      "--norestore",
      "--convert-to",
      filter,
      "--outdir",
      join(folder, "out"),
      opened,
    ]);
    if (!existsSync(saved)) throw new Error(`LibreOffice did not save the text: ${said.trim() || "it said nothing"}`);
    return readFileSync(saved);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs it to its end, for 100 seconds at most, and tells what it said. What it starts is killed with it. */
function run(program: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const windows = process.platform === "win32";
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], detached: !windows });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }
    const late = setTimeout(() => {
      said += "\nit took more than 100 seconds";
      if (windows || child.pid === undefined) child.kill("SIGKILL");
      else process.kill(-child.pid, "SIGKILL");
    }, 100_000);
    child.on("error", reject);
    child.on("close", () => {
      clearTimeout(late);
      resolve(said);
    });
  });
}
