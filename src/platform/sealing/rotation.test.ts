import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "#platform/config/config.ts";
import { type RowAccess, withRows } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { testApp } from "#test/app.ts";
import { otherKeyring, testKeyring } from "#test/keys.ts";
import { ERASED, type KeyHolder } from "./data-keys.ts";
import { addTo } from "./key-files.ts";
import { keyLine, keyring, newMasterKey, readKeys, setKeyring } from "./keyring.ts";
import { openKeys } from "./open-keys.ts";
import { abandonKeys, keyUse, rewrapKeys } from "./rotation.ts";
import { open, seal } from "./seal.ts";
import { forgetSecret, keyedHash, refuseLostSecret, secretOf } from "./secret.ts";

const app = testApp();
const folder = mkdtempSync(join(tmpdir(), "yui-keys-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => setKeyring(testKeyring()));

const upkeep = <T>(work: (access: RowAccess) => Promise<T>) =>
  withRows(app.db, { actor: "<sealing>", areas: [] }, work);
const config = (more: Record<string, string> = {}) =>
  readConfig({ YUI_DATA: join(folder, newId(), "data"), ...more });

async function sealedFor(count: number) {
  const holders = Array.from({ length: count }, (): KeyHolder => ({ kind: "person", id: newId() }));
  const sealed = await withRows(app.db, { actor: "<visitor>", areas: [] }, async (access) => {
    const all: Buffer[] = [];
    for (const holder of holders) all.push((await seal(access, holder, "a.b", "r", holder.id)).toPostgres());
    return all;
  });
  return () =>
    withRows(app.db, { actor: "<visitor>", areas: [] }, async (access) => {
      for (const [at, holder] of holders.entries())
        expect(await open(access, holder, "a.b", "r", sealed[at]!)).toBe(holder.id);
    });
}

describe("the first key file", () => {
  it("is made at the first start, outside the data folder, for its owner alone, with a loud word", async () => {
    const mine = config();
    expect((await keyUse(app.db)).masters).toEqual([]);
    const words = await openKeys(mine, app.db);
    const file = join(mine.keysFolder, "master.key");
    expect(mine.keysFolder).toBe(`${mine.dataFolder}.keys`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(words.join()).toMatch(/lost, for everybody, for ever[\s\S]*NOT where backups/);
    expect(await openKeys(mine, app.db)).toEqual([]);
  });
});

describe("a rotation", () => {
  it("wraps every key anew and changes nothing that is sealed", async () => {
    const opens = await sealedFor(3);
    const next = newMasterKey();
    setKeyring(testKeyring(next));
    await opens();
    expect(await rewrapKeys(app)).toBeGreaterThanOrEqual(3);
    expect(await rewrapKeys(app)).toBe(0);
    expect((await keyUse(app.db)).masters.map(({ id }) => id)).toEqual([next.id]);
    await opens();
    // And back, for the tests that follow.
    const old = testKeyring().current();
    setKeyring({ ...testKeyring(next), current: () => old });
    await rewrapKeys(app);
  });

  it("killed in the middle leaves every key openable, and goes on where it was", async () => {
    const opens = await sealedFor(450);
    const next = newMasterKey();
    const ring = testKeyring(next);
    let asked = 0;
    setKeyring({
      ...ring,
      // As if the process died: at this key of the second transaction.
      find: (id) => {
        if (++asked === 600) throw new Error("killed");
        return ring.find(id);
      },
    });
    await expect(rewrapKeys(app)).rejects.toThrow("killed");
    const half = (await keyUse(app.db)).masters;
    expect(half.map(({ keys }) => keys > 0)).toEqual([true, true]);
    setKeyring(ring);
    await opens();
    expect(await rewrapKeys(app)).toBe(half.find(({ id }) => id !== next.id)!.keys);
    await opens();
    setKeyring({ ...ring, current: () => testKeyring().current() });
    await rewrapKeys(app);
  });

  it("gives up what a lost key wraps only when it is told to", async () => {
    const lost = otherKeyring();
    setKeyring({
      ...testKeyring(),
      current: lost.current,
      find: (id) => lost.find(id) ?? testKeyring().find(id),
    });
    const holder: KeyHolder = { kind: "organisation", id: newId() };
    const sealed = await upkeep((access) => seal(access, holder, "a.b", "r", "x"));
    setKeyring(testKeyring());
    await expect(rewrapKeys(app)).rejects.toThrow("is gone");
    expect(await abandonKeys(app.db, lost.current().id)).toBe(1);
    expect(await upkeep((access) => open(access, holder, "a.b", "r", sealed.toPostgres()))).toBe(ERASED);
    await rewrapKeys(app);
  });
});

describe("the key file", () => {
  it("gone, or without the key that something was sealed with, refuses the start with a sentence", async () => {
    await sealedFor(1);
    const without = config();
    await expect(openKeys(without, app.db)).rejects.toThrow(ConfigError);
    await expect(openKeys(without, app.db)).rejects.toThrow(
      /master key [0-9a-f]{16} is not in .*put it back from your copy/,
    );
    const file = join(folder, "other.key");
    writeFileSync(file, keyLine(newMasterKey()));
    await expect(openKeys(config({ YUI_KEY_FILE: file }), app.db)).rejects.toThrow(
      /1 sealed holder|sealed holders/,
    );
    addTo(file, keyLine(testKeyring().current()));
    expect(await openKeys(config({ YUI_KEY_FILE: file }), app.db)).toEqual([]);
    expect(keyring().current().id).toBe(testKeyring().current().id);
    const command = config({ YUI_KEY_COMMAND: `cat '${file}'` });
    expect(await openKeys(command, app.db)).toEqual([]);
    await expect(openKeys(config({ YUI_KEY_COMMAND: "echo secret; exit 3" }), app.db)).rejects.toThrow(
      /^YUI_KEY_COMMAND did not print the keys \(exit code 3\)\.$/,
    );
  });

  it("with a line that was changed is refused, without showing the line", () => {
    const line = keyLine(newMasterKey());
    const changed = line.replace(/ ([A-Za-z0-9+/])/g, (_all, sign: string) => ` ${sign === "0" ? "1" : "0"}`);
    expect(() => readKeys(`# a\n\n${changed}`, "the file")).toThrow("Line 3 of the file is no key");
    expect(() => readKeys("# nothing\n", "the file")).toThrow("holds no key");
  });
});

describe("the secret", () => {
  it("moves out of the data folder at the start, with a word, and stays the same", async () => {
    const file = join(folder, "known.key");
    writeFileSync(file, keyLine(testKeyring().current()));
    const mine = config({ YUI_KEY_FILE: file });
    mkdirSync(mine.dataFolder, { recursive: true });
    writeFileSync(join(mine.dataFolder, "secret"), "the secret of before\n");
    const words = await openKeys(mine, app.db);
    expect(words.join()).toMatch(/^The secret moved from .*apart from backups/);
    expect(readFileSync(join(mine.keysFolder, "secret"), "utf8")).toBe("the secret of before\n");
    expect(secretOf(mine)).toBe("the secret of before");
    expect(await openKeys(mine, app.db)).toEqual([]);
  });

  it("gone or changed refuses the start as long as something depends on it", async () => {
    const [first, second] = [config({ YUI_SECRET: "a".repeat(32) }), config({ YUI_SECRET: "b".repeat(32) })];
    const nothing = async () => undefined;
    const factors = async () => "2 second factors depend on it";
    await refuseLostSecret(first, app.db, factors);
    await refuseLostSecret(first, app.db, factors);
    await expect(refuseLostSecret(second, app.db, factors)).rejects.toThrow(
      /YUI_SECRET is another one than before, and 2 second factors depend on it: put it back/,
    );
    await expect(refuseLostSecret(config(), app.db, factors)).rejects.toThrow(/secret is gone/);
    await refuseLostSecret(second, app.db, nothing);
    await expect(refuseLostSecret(first, app.db, factors)).rejects.toThrow(ConfigError);
    await forgetSecret(app.db);
    await refuseLostSecret(first, app.db, factors);
    await refuseLostSecret(first, app.db, factors);
  });

  it("and the master key are made silently by no production on a server of somebody else's", async () => {
    const served = { YUI_MODE: "production", DATABASE_URL: "postgresql://yui@127.0.0.1/yui" };
    const bare = config(served);
    expect(() => secretOf(bare)).toThrow(ConfigError);
    await expect(openKeys(bare, app.db)).rejects.toThrow(ConfigError);
  });

  it("keys hashes also where it is the file's, each purpose by a key of its own", () => {
    const mine = config();
    const hash = keyedHash(mine, "sender", "192.0.2.1", "2026-11-22");
    expect(keyedHash(mine, "sender", "192.0.2.1", "2026-11-22")).toBe(hash);
    expect(keyedHash(config(), "sender", "192.0.2.1", "2026-11-22")).not.toBe(hash);
    expect(keyedHash(mine, "other", "192.0.2.1", "2026-11-22")).not.toBe(hash);
  });
});
