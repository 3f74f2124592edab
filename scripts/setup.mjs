// Installs the pinned dependencies when they are missing or older than the lock file. Needs Node and npm only.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

const installed = "node_modules/.package-lock.json";
const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs;
if (!fresh) {
  // Not `npm ci`: it wants the binaries of every platform in the lock file, and asks for those of others, too.
  const { status } = spawnSync("npm", ["install", "--no-fund", "--no-audit"], {
    stdio: ["ignore", process.stderr, process.stderr],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
