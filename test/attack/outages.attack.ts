import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { joinEmbeddedServer, SUPERUSER } from "#platform/db/embedded.ts";
import { type Service, send, signIn, startService } from "./service.ts";
import { lost, startWriting } from "./writers.ts";

let service: Service | undefined;
const undo: (() => unknown)[] = [];
afterEach(async () => {
  await service?.gone();
  service = undefined;
  for (const step of undo.splice(0).reverse()) await step();
});

const isRoot = process.getuid?.() === 0;

it.skipIf(!isRoot)("a full disk stops what writes, not the service (skipped where not root)", async () => {
  const disk = mkdtempSync(join(tmpdir(), "yui-attack-disk-"));
  expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=400m", "tmpfs", disk]).status).toBe(0);
  undo.push(() => {
    spawnSync("umount", ["-l", disk]);
    rmSync(disk, { recursive: true, force: true });
  });
  service = await startService({ YUI_DATA: join(disk, "data") });
  const cookie = await signIn(service.origin, "jimukyoku@hamada");
  const writers = startWriting(service.origin, cookie);
  await writers.nextAcknowledged();
  const filler = join(disk, "filler");
  const { bavail, bsize } = statfsSync(disk);
  // Root may take the last block too.
  spawnSync("dd", [
    "if=/dev/zero",
    `of=${filler}`,
    "bs=1M",
    `count=${Math.ceil((bavail * bsize) / 1024 ** 2) + 1}`,
  ]);
  await expect.poll(() => writers.statuses.get(500) ?? 0, { timeout: 60_000 }).toBeGreaterThan(5);
  expect(service.process.exitCode, service.output()).toBeNull();
  rmSync(filler);
  process.stdout.write(
    `service again ${Math.round(await writers.nextAcknowledged())} ms after there was room\n`,
  );
  await writers.stop();
  expect(await lost(service.origin, cookie, writers.acknowledged)).toEqual([]);
});

/** A mail server that takes a connection and never says a word. */
async function silentServer(): Promise<{ url: string; asked: Promise<unknown> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => void sockets.add(socket)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const asked = once(server, "connection");
  undo.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, asked };
}

it("a mail server that never answers holds nobody up, and the service stops within 5 seconds", async () => {
  const mail = await silentServer();
  service = await startService({ SMTP_URL: mail.url });
  const server = await joinEmbeddedServer(service.dataFolder);
  const client = new pg.Client(server.as(SUPERUSER, "yui"));
  await client.connect();
  for (const email of ["jimukyoku@hamada-hokenjo.example", "kansa@yui.example"])
    expect((await send(service.origin, "/sign-in/reset", { email })).status).toBe(200);
  await mail.asked;
  await client.query("begin; set local lock_timeout = '1s'; update mail_outbox set subject = 'c'; rollback");
  // Whatever goes on by the clock is between two statements for a moment; a transaction that waits for mail is so for long.
  const { rows } = await client.query(
    `select count(*)::int as open from pg_stat_activity
     where datname = 'yui' and state = 'idle in transaction' and clock_timestamp() - state_change > interval '1 second'`,
  );
  expect(rows[0].open).toBe(0);
  await client.end();
  await server.leave();
  expect(await service.stops()).toBeLessThan(5_000);
  expect(service.process.exitCode).toBe(0);
});

const rss = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024;

it("refused uploads leave the memory as it was", async () => {
  service = await startService();
  const { origin } = service;
  const clerk = await signIn(origin, "jimukyoku@hamada");
  const council = await (
    await fetch(`${origin}/areas/hamada/council`, { headers: { cookie: clerk } })
  ).text();
  const path = /\/areas\/hamada\/council\/meetings\/[0-9a-f-]{36}/.exec(council)![0];
  const member = await signIn(origin, "iin@shoko-kaigisho");
  const upload = () => {
    const form = new FormData();
    form.append("do", "paper.add-file");
    form.append("file", new Blob([new Uint8Array(48 * 1024 ** 2)]), "paper.pdf");
    return send(origin, path, form, member);
  };
  const ten = () => Promise.all(Array.from({ length: 10 }, async () => (await upload()).status));
  // The first ones warm up what any upload needs, beside what a start has to do.
  await ten();
  const before = rss(service.process.pid!);
  const statuses = await ten();
  const after = rss(service.process.pid!);
  process.stdout.write(`memory ${Math.round(before)} MB before, ${Math.round(after)} MB after 480 MB\n`);
  expect(statuses).toEqual(Array(10).fill(403));
  expect(after - before).toBeLessThan(150);
});
