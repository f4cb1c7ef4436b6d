import { inspect } from "node:util";
import fc from "fast-check";
import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { db, type RowAccess, withRows } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { testApp } from "#test/app.ts";
import { otherKeyring, testKeyring } from "#test/keys.ts";
import { destroyKey, ERASED, type KeyHolder } from "./data-keys.ts";
import { setKeyring } from "./keyring.ts";
import { open, seal, sealOf, sealsOf, searchHashes } from "./seal.ts";
import { disclose, enclose, SealBroken } from "./sealed.ts";

const app = testApp();
const RUN = { numRuns: 200, seed: 20261122 };
const COLUMN = "consultation.note";
const ROW = "0198f2a0-0000-7000-8000-00000000000a";
const key = Buffer.alloc(32, 7);
const place = { holder: "person:p", column: COLUMN, row: ROW };

const newHolder = (): KeyHolder => ({ kind: "person", id: newId() });
const within = <T>(work: (access: RowAccess) => Promise<T>) =>
  withRows(app.db, { actor: "<visitor>", areas: [] }, work);
const bytesOf = (sealed: { toPostgres(): Buffer }) => sealed.toPostgres();
const sealed = async (holder: KeyHolder, text: string, row = ROW) =>
  bytesOf(await within((access) => seal(access, holder, COLUMN, row, text)));
const opened = (holder: KeyHolder, bytes: Uint8Array, row = ROW, column: "a.b" | typeof COLUMN = COLUMN) =>
  within((access) => open(access, holder, column, row, bytes));

afterEach(() => setKeyring(testKeyring()));

describe("a sealed value", () => {
  it("opens to the very text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const bytes = enclose(key, place, Buffer.from(text));
        expect(disclose(key, place, bytes).toString()).toBe(Buffer.from(text).toString());
        expect(bytes[0]).toBe(1);
      }),
      RUN,
    );
  });

  it("breaks where any bit of it is changed, or where it was cut", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.integer({ min: 0, max: 7 }), (text, at, bit) => {
        const bytes = enclose(key, place, Buffer.from(text));
        const changed = Buffer.from(bytes);
        changed[at % bytes.length]! ^= 1 << bit;
        expect(() => disclose(key, place, changed)).toThrow(SealBroken);
        expect(() => disclose(key, place, bytes.subarray(0, at % bytes.length))).toThrow(SealBroken);
      }),
      RUN,
    );
  });

  it("opens in no other place, and with no other key", () => {
    const part = fc.string({ minLength: 1, maxLength: 8 });
    const anyPlace = fc.record({ holder: part, column: part, row: part });
    fc.assert(
      fc.property(anyPlace, anyPlace, (here, there) => {
        fc.pre(JSON.stringify(here) !== JSON.stringify(there));
        const bytes = enclose(key, here, Buffer.from("x"));
        expect(() => disclose(key, there, bytes)).toThrow(SealBroken);
        expect(() => disclose(Buffer.alloc(32, 8), here, bytes)).toThrow(SealBroken);
      }),
      RUN,
    );
  });

  it("is another one each time, so that equal texts look unequal", () => {
    const of = () => enclose(key, place, Buffer.from("血圧")).toString("hex");
    expect(new Set(Array.from({ length: 100 }, of)).size).toBe(100);
  });

  it("shows nothing of itself in texts, JSON and logs, nor does its failure", async () => {
    const holder = newHolder();
    const one = await within((access) => seal(access, holder, COLUMN, ROW, "高血圧"));
    expect([String(one), JSON.stringify({ one }), inspect({ one })]).toEqual([
      "[sealed]",
      '{"one":"[sealed]"}',
      "{ one: [sealed] }",
    ]);
    const failure = await opened(holder, bytesOf(one), "another row").catch((error: unknown) => error);
    expect(inspect(failure)).not.toMatch(/高血圧|another row/);
    expect(String(failure)).toContain(COLUMN);
  });
});

describe("a holder's key", () => {
  it("opens what it sealed in other transactions, and nothing of another holder, row or column", async () => {
    const [holder, other] = [newHolder(), newHolder()];
    const bytes = await sealed(holder, "相談の記録");
    await sealed(other, "ほかの人");
    expect(await opened(holder, bytes)).toBe("相談の記録");
    for (const moved of [
      () => opened(other, bytes),
      () => opened(holder, bytes, newId()),
      () => opened(holder, bytes, ROW, "a.b"),
    ])
      await expect(moved()).rejects.toThrow(SealBroken);
    await expect(opened(newHolder(), bytes)).rejects.toThrow("never had a key");
  });

  it("is one, though many ask for it for the first time at the same moment", async () => {
    const holder = newHolder();
    const all = await Promise.all(Array.from({ length: 8 }, (_, at) => sealed(holder, `${at}`)));
    for (const [at, bytes] of all.entries()) expect(await opened(holder, bytes)).toBe(`${at}`);
  });

  it("is loaded once for many values of many holders", async () => {
    const holders = [newHolder(), newHolder(), newHolder()];
    await within(async (access) => {
      const of = await sealsOf(access, holders);
      const all = holders.map((holder) => bytesOf(of(holder).seal(COLUMN, ROW, holder.id)));
      // Whoever read the keys again would find none.
      await sql`set local yui.seals = ''`.execute(db(access));
      for (const [at, holder] of holders.entries())
        expect((await sealOf(access, holder)).open(COLUMN, ROW, all[at]!)).toBe(holder.id);
    });
  });

  it("destroyed, erases what it sealed, for good", async () => {
    const [holder, other] = [newHolder(), newHolder()];
    const bytes = await sealed(holder, "消す");
    const kept = await sealed(other, "残す");
    await within(async (access) => {
      expect(await open(access, holder, COLUMN, ROW, bytes)).toBe("消す");
      await destroyKey(access, holder);
      expect(await open(access, holder, COLUMN, ROW, bytes)).toBe(ERASED);
    });
    expect(await opened(holder, bytes)).toBe(ERASED);
    expect(await opened(other, kept)).toBe("残す");
    await expect(sealed(holder, "また")).rejects.toThrow("erased");
    const unborn = newHolder();
    await within((access) => destroyKey(access, unborn));
    await expect(sealed(unborn, "x")).rejects.toThrow("erased");
  });

  it("is not in the database but wrapped, and its row is seen by who names the holder alone", async () => {
    const holder = newHolder();
    const bytes = await sealed(holder, "a");
    const rows = () => within((access) => sql`select from sealing_key`.execute(db(access)));
    expect((await rows()).rows).toEqual([]);
    setKeyring(otherKeyring());
    await expect(opened(holder, bytes)).rejects.toThrow("is gone: put the key file back");
  });
});

describe("a hash to search by", () => {
  it("is the same for the same word in whatever width, kana or case, and another for each column", async () => {
    await within(async (access) => {
      const hash = await searchHashes(access);
      const same = ["ハマダ　タロウ", "ﾊﾏﾀﾞ ﾀﾛｳ", " はまだ たろう ", "はまだ  タロウ"];
      expect(new Set(same.map((text) => hash("person.kana", text))).size).toBe(1);
      expect(hash("person.mail", "Ａ＠example.jp")).toBe(hash("person.mail", "a@EXAMPLE.jp"));
      expect(hash("person.kana", "はまだ")).not.toBe(hash("person.kana", "はまた"));
      expect(hash("person.kana", "はまだ")).not.toBe(hash("person.name", "はまだ"));
    });
    const again = await within(async (access) => (await searchHashes(access))("a.b", "x"));
    expect(await within(async (access) => (await searchHashes(access))("a.b", "X"))).toBe(again);
  });
});
