import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { command, definePolicy, services } from "#foundation/authority/public.ts";
import { type Clock, fixedClock } from "#platform/kernel/clock.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { NOW, testApp } from "#test/app.ts";
import { connectionTo } from "#test/setup/server.ts";
import { GENESIS, linkHash } from "./rules.ts";
import { keepSealed, seal, verify as verifyAs } from "./usecases.server.ts";

const app = testApp();
let superuser: pg.Client;
const noteRead = command({
  name: "note.read",
  policy: definePolicy({ "note.read": services("notes") }),
  target: z.object({ area: areaId, id: z.string() }),
  subject: (_find, { area, id }) => ({ type: "note", id, area }),
  run: () => ok(null),
});
/** What is found of all chains but the log's own, which tells of each verification. */
async function verify(heads?: string[]) {
  const all = expectOk(await verifyAs(app, service("cli"), heads));
  const own = all.heads.find(({ areaId }) => areaId === "jp");
  return {
    ...all,
    entries: all.entries - (own?.seq ?? 0),
    heads: all.heads.filter((head) => head !== own),
  };
}

beforeAll(async () => {
  const { rows } = await app.pool.query<{ name: string }>("select current_database() as name");
  superuser = new pg.Client(connectionTo(inject("server"), rows[0]!.name));
  await superuser.connect();
});
afterAll(() => superuser.end());

const at = (minutes: number): Clock => fixedClock(new Date(Date.parse(NOW) + minutes * 60_000).toISOString());
const setClock = (minutes: number) => Object.assign(app, { clock: at(minutes) });

beforeEach(async () => {
  await superuser.query("truncate audit_entry, audit_chain");
  setClock(0);
});

const write = async (area: string, count: number) => {
  for (let n = 0; n < count; n++) expectOk(await noteRead(app, service("notes"), { area, id: `${n}` }));
};
const kinds = async (heads?: string[]) => (await verify(heads)).findings.map((finding) => finding.kind);

describe("the chain", () => {
  it("binds every entry once, area by area, also when many seal at once", async () => {
    await write("32", 7);
    await write("14150", 3);
    const sealed = await Promise.all(Array.from({ length: 6 }, () => seal(app)));
    expect(sealed.reduce((a, b) => a + b)).toBe(10);
    await write("32", 2);
    expect(await seal(app)).toBe(2);
    const result = await verify();
    expect(result).toMatchObject({ unbroken: true, entries: 12, late: 0, findings: [] });
    expect(result.heads).toMatchObject([
      { areaId: "14150", seq: 3 },
      { areaId: "32", seq: 9 },
    ]);
  });

  it("hashes the documented form", () => {
    const entry = {
      areaId: "32",
      id: "i",
      at: "2026-11-22T01:00:00.000000Z",
      actor: "<cli>",
      grounds: "service",
      action: "note.read",
      subjectType: "note",
      subjectId: null,
      person: "浜田",
      outcome: "granted",
    };
    const text = `["yui-audit-1","${GENESIS}",1,"2026-11-22T01:00:05.000000Z","32","i","2026-11-22T01:00:00.000000Z","<cli>","service","note.read","note",null,"浜田","granted"]`;
    expect(linkHash(GENESIS, 1, "2026-11-22T01:00:05.000000Z", entry)).toBe(
      createHash("sha256").update(text).digest("hex"),
    );
  });

  it("takes in an entry whose transaction ended after later ones were sealed", async () => {
    await write("32", 1);
    setClock(10);
    await write("32", 1);
    await superuser.query(
      "insert into audit_entry select area_id, gen_random_uuid(), at - interval '30 minutes', actor, grounds, action, subject_type, subject_id, person, outcome from audit_entry order by at desc limit 1",
    );
    await seal(app);
    expect(await verify()).toMatchObject({ unbroken: true, entries: 3, late: 2 });
  });

  it("seals by itself while the server runs, and once more at its end", async () => {
    await write("32", 1);
    const sealing = keepSealed(app, 3_600_000);
    await write("32", 1);
    await sealing.stop();
    setClock(60);
    expect(await verify()).toMatchObject({ unbroken: true, entries: 2 });
  });
});

describe("tampering by the owner of the database", () => {
  beforeEach(async () => {
    await write("32", 5);
    await seal(app);
  });
  const third = "(select entry_id from audit_chain where area_id = '32' and seq = 3)";

  it.each([
    ["actor", "'somebody else'"],
    ["action", "'note.write'"],
    ["grounds", "'auditor'"],
    ["subject_id", "null"],
    ["person", "'p'"],
    ["outcome", "'refused'"],
    ["at", "at + interval '1 microsecond'"],
  ])("shows a changed %s", async (column, value) => {
    await superuser.query(`update audit_entry set ${column} = ${value} where id = ${third}`);
    expect((await verify()).findings).toMatchObject([{ kind: "changed", areaId: "32", seq: 3 }]);
  });

  it("shows a removed entry", async () => {
    await superuser.query(`delete from audit_entry where id = ${third}`);
    expect((await verify()).findings).toMatchObject([{ kind: "removed", seq: 3 }]);
  });

  it("shows an entry removed together with its link", async () => {
    await superuser.query(`delete from audit_entry where id = ${third}`);
    await superuser.query("delete from audit_chain where seq = 3");
    expect(await kinds()).toEqual(["gap"]);
  });

  it("shows a link written anew", async () => {
    await superuser.query("update audit_chain set hash = repeat('a', 64) where seq = 3");
    expect(await kinds()).toEqual(["changed", "rebound"]);
  });

  it("shows an entry inserted with an earlier time", async () => {
    await superuser.query(
      `insert into audit_entry select area_id, gen_random_uuid(), at - interval '1 day', actor, grounds, action, subject_type, subject_id, person, outcome from audit_entry where id = ${third}`,
    );
    expect(await kinds()).toEqual(["unsealed"]);
    // It does not become true by being looked at.
    expect(await kinds()).toEqual(["unsealed"]);
  });

  it("shows an entry that nobody sealed in time", async () => {
    await write("32", 1);
    setClock(6);
    expect(await kinds()).toEqual(["unsealed"]);
    expect(await verify()).toMatchObject({ unbroken: true, late: 1 });
  });

  it("shows a cut tail, and a chain computed anew, against a head noted elsewhere", async () => {
    const { heads } = await verify();
    const noted = heads.map((head) => head.hash);
    expect(await kinds(noted)).toEqual([]);
    await superuser.query(
      "delete from audit_entry where id in (select entry_id from audit_chain where seq > 3)",
    );
    await superuser.query("delete from audit_chain where seq > 3");
    expect(await kinds()).toEqual([]);
    expect(await kinds(noted)).toEqual(["lost-head"]);
    await superuser.query("delete from audit_chain");
    expect(await kinds()).toEqual([]);
    expect(await kinds(noted)).toEqual(["lost-head"]);
  });

  it("is out of the app's own reach", async () => {
    for (const statement of ["update audit_chain set hash = ''", "delete from audit_chain"])
      await expect(app.pool.query(statement)).rejects.toThrow(/permission denied/);
  });
});
