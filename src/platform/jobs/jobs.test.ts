import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import pg from "pg";
import { afterEach, expect, inject, it } from "vitest";
import { JOBS } from "#platform/db/roles.ts";
import { testApp } from "#test/app.ts";
import { connectionTo } from "#test/setup/server.ts";
import { askFor, type JobKind, type RunningJobs, startJobs } from "./jobs.ts";

const app = testApp();

type Job = { word: string };
let jobs: RunningJobs | undefined;
let wire: Awaited<ReturnType<typeof wireToDatabase>> | undefined;
afterEach(async () => {
  wire?.mend();
  await jobs?.stop();
  await wire?.close();
});

/** A wire between jobs and their database that can be cut. */
async function wireToDatabase() {
  const { rows } = await app.pool.query<{ name: string }>("select current_database() as name");
  const { host, port, user, password, database } = new pg.Client(
    connectionTo(inject("server"), rows[0]!.name),
  );
  let cut = false;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    if (cut) return near.destroy();
    const far = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const one of [near, far]) {
      open.add(one);
      one.on("error", () => undefined);
      one.on("close", () => {
        near.destroy();
        far.destroy();
        open.delete(one);
      });
    }
    near.pipe(far).pipe(near);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    connection: {
      ...{ host: "127.0.0.1", port: (server.address() as AddressInfo).port, user, database },
      ...{ password: password ?? undefined, options: `-c role=${JOBS}` },
    },
    cut() {
      cut = true;
      for (const one of open) one.destroy();
    },
    mend() {
      cut = false;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

it("goes on, and ends what it had begun, where the database was away in the middle of a job", async () => {
  wire = await wireToDatabase();
  const begun: string[] = [];
  const done: string[] = [];
  const kind: JobKind<Job> = {
    name: "test.job",
    async run(_app, { word }) {
      begun.push(word);
      if (begun.length === 1) {
        wire!.cut();
        setTimeout(wire!.mend, 1500);
        throw new Error("the database is away");
      }
      if (begun.length === 2) wire!.cut();
      done.push(word);
    },
  };
  jobs = await startJobs(app, wire.connection, [kind]);
  await askFor(app, kind, { word: "first" });
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(["first"]);
  wire.mend();
  await askFor(app, kind, { word: "second" });
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(["first", "second"]);
}, 30_000);
