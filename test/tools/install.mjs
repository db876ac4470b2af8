// Runs before `npm start` and `npm test`, on whatever Node the machine has (18 or later), so: plain JavaScript, no packages.
// It installs only when package-lock.json is not what node_modules was installed from.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const modules = join(root, "node_modules");
const stamp = join(modules, ".installed");
const hidden = join(modules, ".package-lock.json");
const lock = readFileSync(join(root, "package-lock.json"), "utf8");
const hash = createHash("sha256").update(lock).digest("hex");

const bundled = ["linux-x64", "linux-arm64", "win32-x64"].includes(`${process.platform}-${process.arch}`);
const [major, minor] = process.versions.node.split(".").map(Number);
const modern = major > 22 || (major === 22 && minor >= 12);

/** npm writes its own copy of the lock last of all: where the two agree, somebody has run `npm ci` by hand. */
function installedByHand() {
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || (present[path] ? present[path].version === version : optional),
  );
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** The machine's own npm: without the folders npm puts in front, where the Node we are about to replace lives. */
function npm(args) {
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  const windows = process.platform === "win32";
  return spawnSync("npm", args, {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ["ignore", "ignore", 2],
    shell: windows,
  });
}

if (!bundled && !modern) {
  console.error(
    `这台电脑需要 Node 22.12 或更高版本(现为 ${process.version})。This machine needs Node 22.12 or later (found ${process.version}).`,
  );
  process.exit(1);
}
if (read(stamp) !== hash) {
  if (!installedByHand()) {
    console.error("正在安装依赖,约一分钟…… Installing dependencies, about a minute…");
    rmSync(stamp, { force: true });
    rmSync(hidden, { force: true });
    // Windows cannot delete the node.exe that is running this file, and `npm ci` begins by deleting everything.
    const locked = process.platform === "win32" && process.execPath.startsWith(modules);
    const verb = locked ? ["install", "--no-save"] : ["ci"];
    const { status, error } = npm([...verb, "--no-audit", "--no-fund", "--loglevel=error"]);
    if (error) console.error(error.message);
    if (status !== 0) process.exit(status ?? 1);
  }
  writeFileSync(stamp, hash);
}
// npm hands a signal to the shell only, so the shell must make way for the program: `exec`, which Windows does not know.
if (process.platform === "win32") writeFileSync(join(modules, ".bin/exec.cmd"), "@%*\r\n");
