import { createHash } from "node:crypto";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import type pg from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { entryMac } from "#foundation/authority/public.ts";
import { readConfig } from "#platform/config/config.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { stampOf } from "#platform/sealing/secret.ts";
import { NOW, testApp } from "#test/app.ts";
import { auditLog } from "#test/audit-log.ts";
import { keepSealed, seal } from "./chain.commands.server.ts";
import { GENESIS, linkHash } from "./chain.rules.ts";
import { noteHeads } from "./noted-head.commands.server.ts";
import { verify as verifyAs } from "./verification.commands.server.ts";

const app = testApp();
const log = auditLog(app, NOW);
const { headsFile, setClock, write } = log;
let superuser: pg.Client;
beforeAll(() => {
  superuser = log.superuser;
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

const kinds = async (heads?: string[]) => (await verify(heads)).findings.map((finding) => finding.kind);

describe("the chain", () => {
  it("binds every entry once, area by area, also when many seal at once", async () => {
    await write("32", 7);
    await write("14150", 3);
    const runs = await Promise.all(Array.from({ length: 6 }, () => seal(app)));
    expect(runs.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(10);
    await write("32", 2);
    expect(await seal(app)).toEqual({ sealed: 2, areas: ["32"] });
    const result = await verify();
    expect(result).toMatchObject({ unbroken: true, entries: 12, late: 0, findings: [] });
    expect(result.heads).toMatchObject([
      { areaId: "14150", seq: 3 },
      { areaId: "32", seq: 9 },
    ]);
  });

  it("hashes the documented forms", () => {
    const entry = {
      areaId: "32" as never,
      id: "i",
      at: "2026-11-22T01:00:00.000000Z",
      actor: "<cli>",
      grounds: "service" as const,
      action: "note.read",
      subjectType: "note",
      subjectId: null,
      person: "浜田",
      outcome: "granted" as const,
      shown: ["note:1"],
      mac: "m",
    };
    const link = { previousHash: GENESIS, seq: 1, sealedAt: "2026-11-22T01:00:05.000000Z" };
    const text = (version: number) =>
      `["yui-audit-${version}","${GENESIS}",1,"2026-11-22T01:00:05.000000Z","32","i","2026-11-22T01:00:00.000000Z","<cli>","service","note.read","note",null,"浜田","granted"`;
    const stamp = (said: string) => `stamped ${said}`;
    expect(linkHash(stamp, { ...link, version: 1 }, entry)).toBe(
      createHash("sha256")
        .update(`${text(1)}]`)
        .digest("hex"),
    );
    expect(linkHash(stamp, { ...link, version: 2 }, entry)).toBe(`stamped ${text(2)},["note:1"],"m"]`);
  });

  it("follows arrival, whatever the clock says: set back by years, or forward", async () => {
    await write("32", 1);
    setClock(60 * 24 * 365 * 19);
    await write("32", 1);
    await seal(app);
    setClock(10);
    await write("32", 2);
    setClock(-60 * 24 * 365 * 7);
    await write("32", 1);
    expect((await seal(app)).sealed).toBe(3);
    setClock(20);
    expect(await verify()).toMatchObject({ unbroken: true, entries: 5, ahead: 1 });
  });

  it("seals by itself while the server runs, and once more at its end, and notes the heads", async () => {
    await write("32", 1);
    const sealing = keepSealed(app, 3_600_000);
    await write("32", 1);
    await sealing.stop();
    setClock(60);
    expect(await verify()).toMatchObject({ unbroken: true, entries: 2, noted: 1 });
    const lines = readFileSync(headsFile, "utf8").trim().split("\n");
    expect(JSON.parse(lines.at(-1)!).heads).toMatchObject([
      ["32", 2, expect.stringMatching(/^[0-9a-f]{64}$/)],
    ]);
  });

  it("takes nothing out of the line under another key, and binds it once the right one is back", async () => {
    await write("32", 3);
    const { stamp } = app;
    Object.assign(app, {
      stamp: stampOf(readConfig({ YUI_SECRET: "a guess that is long enough to be one" })),
    });
    expect((await seal(app)).sealed).toBe(0);
    expect((await verify()).findings.map(({ kind }) => kind)).toEqual(["forged", "forged", "forged"]);
    Object.assign(app, { stamp });
    await superuser.query("delete from audit_entry where area_id = 'jp'");
    await superuser.query("delete from audit_chain where area_id = 'jp'");
    expect(await verify()).toMatchObject({ unbroken: true, entries: 3 });
  });

  it("goes on from a chain of the first version, and takes no step back to it", async () => {
    await write("32", 2);
    await superuser.query("truncate audit_waiting");
    const { rows } = await superuser.query("select * from audit_entry order by id");
    let previous = GENESIS;
    for (const [index, row] of rows.entries()) {
      const sealedAt = "2026-11-22T01:00:05.000000Z";
      const hash = linkHash(
        app.stamp,
        { version: 1, previousHash: previous, seq: index + 1, sealedAt },
        {
          ...row,
          areaId: row.area_id,
          at: "2026-11-22T01:00:00.000000Z",
          subjectType: row.subject_type,
          subjectId: row.subject_id,
        },
      );
      await superuser.query("insert into audit_chain values ($1, $2, $3, $4, $5, $6, 1)", [
        "32",
        index + 1,
        row.id,
        sealedAt,
        previous,
        hash,
      ]);
      previous = hash;
    }
    await write("32", 1);
    expect(await verify()).toMatchObject({ unbroken: true, entries: 3 });
    await superuser.query("update audit_chain set version = 1 where seq = 3");
    expect(await kinds()).toEqual(["changed"]);
    await superuser.query("update audit_chain set version = 2 where seq in (1, 3)");
    expect(await kinds()).toEqual(["changed", "rebound"]);
  });
});

describe("tampering by the owner of the database", () => {
  beforeEach(async () => {
    await write("32", 5);
    await seal(app);
  });
  const third = "(select entry_id from audit_chain where area_id = '32' and seq = 3)";
  const copyOfThird = (changes: string) =>
    `insert into audit_entry select area_id, gen_random_uuid(), ${changes}, actor, grounds, action, subject_type, subject_id, person, outcome, shown, mac from audit_entry where id = ${third}`;

  it.each([
    ["actor", "'somebody else'"],
    ["action", "'note.write'"],
    ["grounds", "'auditor'"],
    ["subject_id", "null"],
    ["person", "'p'"],
    ["outcome", "'refused'"],
    ["at", "at + interval '1 microsecond'"],
    ["shown", "array['note:2']"],
    ["mac", "null"],
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

  it.each(["at - interval '1 day'", "at", "now()", "'9999-01-01'"])(
    "shows an entry inserted with the time %s, also as one that waits, and goes on sealing",
    async (time) => {
      await superuser.query(copyOfThird(time));
      await superuser.query(
        "insert into audit_waiting select area_id, id from audit_entry on conflict do nothing",
      );
      await write("32", 2);
      await seal(app);
      expect(await kinds()).toEqual(["forged"]);
      // It does not become true by being looked at.
      expect(await kinds()).toEqual(["forged"]);
      expect(await verify()).toMatchObject({ entries: 7 });
    },
  );

  it("shows an entry that the app wrote and that was taken out of those that wait", async () => {
    await write("32", 1);
    await superuser.query("truncate audit_waiting");
    expect(await kinds()).toEqual(["unsealed"]);
  });

  it("shows a chain computed anew without the key, by another key, or by its old form", async () => {
    await noteHeads(app, ["32"]);
    const { rows } = await superuser.query(
      "select id, area_id from audit_entry where area_id = '32' order by id",
    );
    for (const version of [1, 2]) {
      await superuser.query("delete from audit_chain where area_id = '32'");
      const other = stampOf(readConfig({ YUI_SECRET: "a guess that is long enough to be one" }));
      let previous = GENESIS;
      for (const [index, row] of rows.entries()) {
        const sealedAt = "2026-11-22T01:00:05.000000Z";
        const { rows: found } = await superuser.query(
          `select *, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as text from audit_entry where id = $1`,
          [row.id],
        );
        const one = {
          ...found[0],
          areaId: found[0].area_id,
          at: found[0].text,
          subjectType: found[0].subject_type,
          subjectId: found[0].subject_id,
        };
        await superuser.query("update audit_entry set mac = $2 where id = $1", [
          row.id,
          entryMac(other, one),
        ]);
        const hash = linkHash(other, { version, previousHash: previous, seq: index + 1, sealedAt }, one);
        await superuser.query("insert into audit_chain values ('32', $1, $2, $3, $4, $5, $6)", [
          index + 1,
          row.id,
          sealedAt,
          previous,
          hash,
          version,
        ]);
        previous = hash;
      }
      // The old form needs no key: that it was computed anew shows by the noted heads alone.
      expect([...new Set(await kinds())]).toEqual(version === 1 ? ["lost-head"] : ["changed", "lost-head"]);
    }
  });

  it("shows a cut tail, a dropped area and a chain computed anew, against the heads that the app has noted", async () => {
    await write("14150", 2);
    await seal(app);
    await noteHeads(app, ["32", "14150"]);
    expect(await kinds()).toEqual([]);
    await superuser.query(
      "delete from audit_entry where id in (select entry_id from audit_chain where area_id = '32' and seq > 3)",
    );
    await superuser.query("delete from audit_chain where area_id = '32' and seq > 3");
    expect((await verify()).findings).toEqual([{ kind: "lost-head", areaId: "32", seq: 5 }]);
    await superuser.query("delete from audit_chain where area_id = '14150'");
    await superuser.query("delete from audit_entry where area_id = '14150'");
    expect((await verify()).findings).toEqual([
      { kind: "lost-head", areaId: "14150", seq: 2 },
      { kind: "lost-head", areaId: "32", seq: 5 },
    ]);
    // A backup that was put back begins anew, and says so.
    await noteHeads(app, [], true);
    expect(await kinds()).toEqual([]);
  });

  it("shows a file of heads that was changed or cut in the middle", async () => {
    await noteHeads(app, ["32"]);
    await write("32", 1);
    await seal(app);
    await noteHeads(app, ["32"]);
    const lines = readFileSync(headsFile, "utf8").trim().split("\n");
    expect(lines).toHaveLength(2);
    for (const changed of [lines.slice(1), [lines[0]!.replace('"32",5', '"32",4'), lines[1]!]]) {
      writeFileSync(headsFile, `${changed.join("\n")}\n`);
      expect(await kinds()).toContain("heads-changed");
    }
    writeFileSync(headsFile, `${lines.join("\n")}\n`);
    appendFileSync(headsFile, "something else\n");
    expect(await kinds()).toEqual(["heads-changed"]);
  });

  it("holds heads of an earlier run that were noted by hand against the chains", async () => {
    const noted = (await verify()).heads.map((head) => head.hash);
    expect(await kinds(noted)).toEqual([]);
    await superuser.query("delete from audit_entry; delete from audit_chain");
    expect(await kinds(noted)).toEqual(["lost-head"]);
  });

  it("is out of the app's own reach", async () => {
    for (const statement of [
      "update audit_chain set hash = ''",
      "delete from audit_chain",
      "update audit_entry set person = ''",
      "delete from audit_entry",
    ])
      await expect(app.pool.query(statement)).rejects.toThrow(/permission denied/);
  });
});
