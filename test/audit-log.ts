import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { command, definePolicy, services } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { connectionTo } from "./setup/server.ts";

const noteRead = command({
  name: "note.read",
  policy: definePolicy({ "note.read": services("notes") }),
  target: z.object({ area: areaId, id: z.string() }),
  subject: (_find, { area, id }) => ({ type: "note", id, area }),
  run: () => ok(null),
});

/** An empty log before each test, with a clock to set, a file of heads, and the superuser who could change it all. */
export function auditLog(app: App, now: string) {
  const folder = mkdtempSync(join(tmpdir(), "yui-audit-"));
  const headsFile = join(folder, "heads");
  const log = {
    headsFile,
    superuser: undefined as unknown as pg.Client,
    setClock: (minutes: number) =>
      Object.assign(app, {
        clock: fixedClock(new Date(Date.parse(now) + minutes * 60_000).toISOString()),
      }),
    async write(area: string, count: number) {
      for (let n = 0; n < count; n++) expectOk(await noteRead(app, service("notes"), { area, id: `${n}` }));
    },
  };

  beforeAll(async () => {
    const { rows } = await app.pool.query<{ name: string }>("select current_database() as name");
    log.superuser = new pg.Client(connectionTo(inject("server"), rows[0]!.name));
    await log.superuser.connect();
    Object.assign(app, { config: { ...app.config, auditHeadsFile: headsFile } });
  });
  beforeEach(async () => {
    await log.superuser.query("truncate audit_entry, audit_chain, audit_waiting, audit_check");
    rmSync(headsFile, { force: true });
    log.setClock(0);
  });
  afterAll(async () => {
    await log.superuser.end();
    rmSync(folder, { recursive: true });
  });
  return log;
}
