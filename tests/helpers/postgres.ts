import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** Set where the tests must not pass without PostgreSQL. */
const REQUIRED = process.env.KHABAR_TEST_POSTGRES === "required";
const FOLDERS = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

/** The folder of the newest PostgreSQL's programs; undefined when there is none, and a message says so. */
export const postgresPrograms: string | undefined = findPrograms();

function findPrograms(): string | undefined {
  const folders = FOLDERS.filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, "bin")))
    .filter((bin) => existsSync(join(bin, "initdb")))
    .sort(
      (a, b) =>
        Number.parseInt(/(\d+)\/bin$/.exec(b)?.[1] ?? "0", 10) -
        Number.parseInt(/(\d+)\/bin$/.exec(a)?.[1] ?? "0", 10),
    );
  if (folders.length === 0 && REQUIRED) throw new Error(`no PostgreSQL in ${FOLDERS.join(", ")}`);
  if (folders.length === 0) process.stderr.write("skipped: tests with PostgreSQL, which is not installed\n");
  return folders[0];
}

/** A PostgreSQL server of the tests' own. */
export interface PostgresServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server on an empty folder, reached through a socket in it. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "khabar-pg-"));
  const user = serverUser();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
  const data = join(folder, "data");
  const options = { ...user, cwd: folder };
  const initdb = join(postgresPrograms!, "initdb");
  execFileSync(initdb, ["-D", data, "-U", "khabar", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], {
    ...options,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const settings = [
    "listen_addresses=",
    `unix_socket_directories=${folder}`,
    "fsync=off",
    "log_min_messages=fatal",
  ];
  const server = spawn(
    join(postgresPrograms!, "postgres"),
    ["-D", data, ...settings.flatMap((s) => ["-c", s])],
    {
      ...options,
      stdio: "ignore",
    },
  );
  const kill = (): boolean => server.kill("SIGQUIT");
  process.once("exit", kill);
  await ready(server, folder);
  return {
    url: `postgres://khabar@/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      process.off("exit", kill);
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: the tests then run it as the user of Debian's package. */
function serverUser(): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {};
  const number = (option: string): number =>
    Number(execFileSync("id", [option, "postgres"], { encoding: "utf8" }));
  return { uid: number("-u"), gid: number("-g") };
}

async function ready(server: ChildProcess, folder: string): Promise<void> {
  const isready = join(postgresPrograms!, "pg_isready");
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`);
    try {
      execFileSync(isready, ["-q", "-h", folder]);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error("PostgreSQL did not start");
}
