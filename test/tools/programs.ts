/** Programs of the machine that the tests use: where they are, and the distribution's packages for those that are missing. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export const asRoot = process.getuid?.() === 0;

/** The first of the named files that is there: `names` are looked for on the PATH, after `first` and before `last`. */
export function findProgram(first: string | undefined, names: readonly string[], last: readonly string[]): string | undefined {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [first, ...onPath, ...last].find((file) => file && existsSync(file));
}

/** Runs a command without a word; whether it ended well within ten minutes. */
export function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "ignore"], timeout: 600_000, env }).status === 0;
}

/** Installs packages (and options) with apt-get, for root and where there is one; whether that went well. */
export function aptInstall(...packages: readonly string[]): boolean {
  return asRoot && run("apt-get", ["update"]) && run("apt-get", ["install", "-y", ...packages]);
}
