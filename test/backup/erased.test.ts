import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { makeBackupKey } from "#platform/backup/backup-file.ts";
import { readBackupHead, restoreBackup } from "#platform/backup/restore-backup.ts";
import { writeBackup } from "#platform/backup/write-backup.ts";
import { type RowAccess, withRows } from "#platform/db/rows.ts";
import { destroyKey, type KeyHolder } from "#platform/sealing/data-keys.ts";
import { readErased, setErasedFile } from "#platform/sealing/erased.ts";
import { keyring } from "#platform/sealing/keyring.ts";
import { seal } from "#platform/sealing/seal.ts";
import { testApp } from "#test/app.ts";
import { administer, connectionTo } from "#test/setup/server.ts";

const app = testApp();
const folder = mkdtempSync(join(tmpdir(), "yui-erased-"));
const list = join(folder, "data.erased");
const target = `yui_restored_${randomUUID().replaceAll("-", "")}`;
beforeAll(() => setErasedFile(list));
afterAll(async () => {
  setErasedFile(undefined);
  await administer(inject("server"), `drop database if exists ${target} with (force)`);
  rmSync(folder, { recursive: true });
});

const rows = <T>(work: (access: RowAccess) => Promise<T>) =>
  withRows(app.db, { actor: "<visitor>", areas: [] }, work);
const person = (id: string): KeyHolder => ({ kind: "person", id });

it("who is erased after a backup stays erased when it is put back, and the others do not", async () => {
  const [gone, late, stays] = ["gone", "late", "stays"].map(person) as [KeyHolder, KeyHolder, KeyHolder];
  for (const holder of [gone, stays]) await rows((access) => seal(access, holder, "a.b", "r", "a note"));
  const server = inject("server");
  const source = connectionTo(
    server,
    (await app.pool.query("select current_database() as name")).rows[0].name,
  );
  const { identity, recipient } = await makeBackupKey();
  const wishes = { at: new Date("2026-11-30T04:00:00Z"), without: new Set<string>() };
  const before = join(folder, "before.backup");
  await writeBackup(source, before, recipient, wishes);

  // An erasure that is undone is none.
  await expect(
    rows(async (access) => {
      await destroyKey(access, stays);
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  for (const holder of [gone, late, gone]) await rows((access) => destroyKey(access, holder));
  await rows((access) => destroyKey(access, { kind: "session", id: "s" }));
  expect(readFileSync(list, "utf8")).toMatch(/^\S+Z person:gone\n\S+Z person:late\n$/);
  expect(statSync(list).mode & 0o777).toBe(0o600);

  const after = join(folder, "after.backup");
  await writeBackup(source, after, recipient, { ...wishes, erased: readErased(list), secretMark: "mark" });
  expect(await readBackupHead(after, [identity])).toMatchObject({
    erased: [{ holder: "person:gone" }, { holder: "person:late" }],
    keys: { secret: "mark", masters: [keyring().current().id] },
  });

  await administer(server, `create database ${target} template template0`);
  await restoreBackup(connectionTo(server, target), "NOLOGIN", before, [identity], readErased(list));
  const client = new pg.Client(connectionTo(server, target));
  await client.connect();
  const { rows: keys } = await client.query(
    "select holder_id as id, wrapped is null as erased from sealing_key where holder_kind = 'person' order by 1",
  );
  await client.end();
  expect(keys).toEqual([
    { id: "gone", erased: true },
    { id: "late", erased: true },
    { id: "stays", erased: false },
  ]);
}, 60_000);
