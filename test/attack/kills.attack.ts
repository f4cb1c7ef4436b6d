import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clusterPasswords } from "#platform/db/cluster-keys.ts";
import { isRunning, postmasterOf } from "../processes/people.ts";
import { freePort, processesUnder, type Service, signIn, startService } from "./service.ts";
import { startWriting, type Writers } from "./writers.ts";

/** Longer than PostgreSQL takes to recover on a busy machine. */
const ENGINE_AGAIN_MS = 30_000;
/** After the database is up, on top of what a write took before. */
const SERVICE_AGAIN_MS = 1_000;

/** Fifty rounds: what is killed, and how often. The app is started again as the unit of systemd does it. */
const ROUNDS: readonly (readonly [what: string, times: number, title?: RegExp])[] = [
  ["a connection of a request", 8, /: yui_app yui \[local\]/],
  ["the connection of the jobs", 4, /: yui_jobs yui \[local\]/],
  ["the connection that tells of our presence", 4, /: yui_presence postgres \[local\]/],
  ["the writer of the log of changes", 8, /: walwriter/],
  ["the checkpointer", 8, /: checkpointer/],
  ["a reader of files", 2, /: io worker/],
  ["the server of the database", 8],
  ["the app", 6],
  ["the app and the server of the database", 2],
];

let service: Service;
let cookie: string;
let writers: Writers;
const environment: Record<string, string> = {};
const measured: [what: string, ms: number][] = [];

beforeAll(async () => {
  environment.PORT = String(await freePort());
  service = await startService(environment);
  environment.YUI_DATA = service.dataFolder;
  cookie = await signIn(service.origin, "jimukyoku@hamada");
  writers = startWriting(service.origin, cookie);
});
afterAll(async () => {
  await writers?.stop();
  for (const [what] of ROUNDS) {
    const own = measured.filter(([one]) => one === what).map(([, ms]) => Math.round(ms));
    process.stdout.write(`${what}: ${own.join(", ")} ms after it was up\n`);
  }
  await service?.gone();
});

/** Somebody else's connection: it ends when the database does, and comes back when that is up. */
async function connection(): Promise<pg.Client> {
  const password = clusterPasswords(service.dataFolder)("yui_app");
  const host = join(service.dataFolder, "pg");
  const client = new pg.Client({ host, user: "yui_app", password, database: "yui" });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function databaseUp(): Promise<void> {
  const tries = async () => (await connection()).end().then(() => true);
  await expect.poll(() => tries().catch(() => false), { timeout: ENGINE_AGAIN_MS, interval: 10 }).toBe(true);
}

async function killed(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  await expect.poll(() => isRunning(pid), { interval: 5 }).toBe(false);
}

async function killDatabase(title: RegExp | undefined): Promise<void> {
  const victim = () =>
    title === undefined
      ? postmasterOf(service.dataFolder)
      : processesUnder(postmasterOf(service.dataFolder)!).find((one) => title.test(one.title))?.pid;
  await expect.poll(victim, { timeout: ENGINE_AGAIN_MS, interval: 20 }).toBeTypeOf("number");
  const client = await connection();
  const ended = new Promise((resolve) => client.once("end", resolve));
  process.kill(victim()!, "SIGKILL");
  await ended;
  await databaseUp();
}

async function killApp(withDatabase: boolean): Promise<void> {
  const postmaster = postmasterOf(service.dataFolder)!;
  await killed(service.process.pid!);
  if (withDatabase) await killed(postmaster);
  service = await startService(environment);
}

it.each(ROUNDS.flatMap(([what, times, title]) => Array.from({ length: times }, () => ({ what, title }))))(
  "killed: $what; the service goes on by itself",
  async ({ what, title }) => {
    // Under load, as it should be.
    await writers.nextAcknowledged();
    const usual = writers.slowest();
    if (what.startsWith("the app")) await killApp(what !== "the app");
    else await killDatabase(title);
    const again = await writers.nextAcknowledged();
    measured.push([what, again]);
    expect(service.process.exitCode, service.output()).toBeNull();
    expect(again).toBeLessThan(SERVICE_AGAIN_MS + usual);
  },
);

it("was answered with nothing but yes, or that it did not work, and lost or doubled nothing", async () => {
  await writers.stop();
  const ANSWERS = [302, 500, 503, "ECONNREFUSED", "ECONNRESET", "UND_ERR_SOCKET"];
  expect([...writers.statuses.keys()].filter((status) => !ANSWERS.includes(status))).toEqual([]);
  expect(writers.acknowledged.length).toBeGreaterThan(100);
  const client = await connection();
  await client.query("set yui.areas = '*'");
  const { rows } = await client.query<{ title: string; times: number }>(
    "select title, count(*)::int as times from plan_pillar group by title",
  );
  await client.end();
  const kept = new Map(rows.map(({ title, times }) => [title, times]));
  expect(writers.acknowledged.filter((title) => kept.get(title) !== 1)).toEqual([]);
  process.stdout.write(
    `${writers.acknowledged.length} acknowledged, answers ${JSON.stringify([...writers.statuses])}\n`,
  );
});
