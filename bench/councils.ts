import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { actorOf } from "#foundation/actors/public.ts";
import { alsoDo, command, definePolicy, signedIn } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { stampBy } from "#platform/config/stamp.ts";
import { openConfigured } from "#platform/db/open.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { addDays, plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { openLog } from "#platform/log.ts";
import { openKeys } from "#platform/sealing/open-keys.ts";
import { createInitiative, recordActivity } from "#programmes/plan/public.ts";

/**
 * How long a page takes while requests come at a steady pace, whether the earlier ones are answered or not. Beside it
 * what the same server, client and machine take in the same minute where nothing is to be done, at the same pace.
 */
export type CouncilsBench = Readonly<{
  page: string;
  median_ms: number;
  p95_ms: number;
  idle_p95_ms: number;
}>;

const AREA = "sma-32-02" as AreaId;
const INITIATIVES = 500;
const ACTIVITIES = 5_000;
const PER_SECOND = 50;
const SECONDS = 10;
const ROUNDS = 3;
const NOTHING_TO_DO = "/healthz";
const PORT = 3261;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const CLIENT = new Agent({ keepAlive: true });
const ACCOUNT = { email: "jimukyoku@hamada-hokenjo.example", password: "Temiyage-Kotatsu-47" };
const REPORT = "/areas/hamada/council/report.pdf";
const PDF_ROUNDS = 5;
/** A server runs for weeks; for its first few hundred pages the engine still compiles, and they take twice as long. */
const WARMING = 500;

/** Board of all areas, plan of an area with 500 initiatives and 5,000 activities, and its report as PDF, over HTTP. */
export async function benchCouncils(): Promise<CouncilsBench[]> {
  const folder = mkdtempSync(join(tmpdir(), "yui-bench-councils-"));
  const environment = { YUI_DATA: join(folder, "data"), PORT: String(PORT) };
  const server = spawn(process.execPath, ["src/cli.ts", "start"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...environment, NODE_ENV: "production", DATABASE_URL: "", SMTP_URL: "" },
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  try {
    await new Promise<void>((resolve) => {
      server.stdout.on("data", (text: Buffer) => String(text).includes(ORIGIN) && resolve());
    });
    await fill(environment);
    const cookie = await signIn();
    const results: CouncilsBench[] = [];
    for (const page of ["/councils", "/areas/hamada/plan"]) {
      for (let warming = 0; warming < WARMING; warming += 1) await timed(page, cookie);
      for (let round = 1; round <= ROUNDS; round += 1) {
        const idle = await atPace(NOTHING_TO_DO, cookie);
        const times = await atPace(page, cookie);
        const name = `${page} at ${PER_SECOND} requests a second, round ${round}`;
        results.push({ page: name, ...summary(times), idle_p95_ms: summary(idle).p95_ms });
      }
    }
    const pdf: number[] = [];
    const idle: number[] = [];
    for (let round = 0; round < PDF_ROUNDS; round += 1) {
      idle.push(await timed(NOTHING_TO_DO, cookie));
      pdf.push(await timed(REPORT, cookie));
    }
    results.push({ page: REPORT, ...summary(pdf), idle_p95_ms: summary(idle).p95_ms });
    return results;
  } finally {
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
    CLIENT.destroy();
  }
}

const CLERK = actorOf({
  userId: "bench" as UserId,
  name: "bench",
  memberships: [{ organisationId: "bench" as OrganisationId, role: "coordinator", areaId: AREA }],
  reach: [AREA],
});

/** All of it in one transaction: a plan of many years at once. */
const fillPlan = command({
  name: "bench.fill",
  policy: definePolicy({ "bench.fill": signedIn }),
  target: z.object({}),
  subject: () => ({ type: "bench", area: AREA }),
  async run(permit, _input, app) {
    const ids: string[] = [];
    for (let index = 0; index < INITIATIVES; index += 1) {
      const input = {
        title: `事業 ${index}`,
        fineKind: "outreach_lecture",
        lead: "保健所",
        partners: "地域産業保健センター\n商工会議所",
        status: "running",
      };
      ids.push(expectOk(await alsoDo(permit, createInitiative, { area: AREA }, input, app)).id);
    }
    const today = permit.clock.today();
    for (let index = 0; index < ACTIVITIES; index += 1) {
      const day = addDays(plainDate(today), -(index % 1500) - 1);
      expectOk(
        await recordActivity(permit, AREA, {
          source: "bench",
          sourceKey: String(index),
          initiativeId: ids[index % ids.length]!,
          kind: "outreach_lecture",
          title: `出前講座 ${index}`,
          from: day,
          to: day,
          place: "",
          online: false,
          host: "保健所",
          hostOrganisationId: null,
          partners: "",
          sessions: 1,
          participants: 5 + (index % 40),
          men: null,
          women: null,
          workplaces: 1,
          fee: "free",
          result: "",
        }),
      );
    }
    return ok(undefined);
  },
});

async function fill(environment: Readonly<Record<string, string>>): Promise<void> {
  const config = readConfig(environment);
  const opened = await openConfigured(config);
  await openKeys(config, opened.db);
  const app: App = {
    config,
    db: opened.db,
    pool: opened.pool,
    clock: systemClock,
    log: openLog("error"),
    stamp: stampBy("for the bench", "audit"),
    sensitive: opened.sensitive,
  };
  try {
    expectOk(await fillPlan(app, CLERK, {}));
    await app.pool.query("select 1");
  } finally {
    await opened.close();
  }
}

async function signIn(): Promise<string> {
  const response = await fetch(`${ORIGIN}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(ACCOUNT),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  if (cookie === "") throw new Error(`could not sign in: ${response.status}`);
  return cookie;
}

/** Asks as a browser does, packed, but leaves the answer packed: `fetch` would take a fifth of a core for that, of the two. */
function timed(page: string, cookie: string): Promise<number> {
  const start = performance.now();
  const headers = { cookie, "accept-encoding": "gzip, deflate" };
  return new Promise((resolve, reject) => {
    const request = get(ORIGIN + page, { agent: CLIENT, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${page}: ${response.statusCode}`));
      response.once("error", reject).once("end", () => resolve(performance.now() - start));
      response.resume();
    });
    request.once("error", reject);
  });
}

/** A new request each 20 ms, answered or not: a slow page makes a queue, and the queue shows. */
function atPace(page: string, cookie: string): Promise<number[]> {
  const under: Promise<number>[] = [];
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      under.push(timed(page, cookie));
      if (under.length < PER_SECOND * SECONDS) return;
      clearInterval(timer);
      Promise.all(under).then(resolve, reject);
    }, 1000 / PER_SECOND);
  });
}

function summary(times: readonly number[]): Pick<CouncilsBench, "median_ms" | "p95_ms"> {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { median_ms: at(0.5), p95_ms: at(0.95) };
}
