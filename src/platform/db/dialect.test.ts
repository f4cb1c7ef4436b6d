import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { testApp } from "#test/app.ts";
import { connectionTo } from "#test/setup/server.ts";
import { inTransaction, openDatabase } from "./database.ts";
import { APP } from "./roles.ts";

const app = testApp();
const SCOPE = { actor: "nurse", areas: ["sma-32-02"] } as const;
let one: ReturnType<typeof openDatabase>;
let superuser: pg.Client;

beforeAll(async () => {
  const { rows } = await app.pool.query<{ name: string }>("select current_database() as name");
  const connection = connectionTo(inject("server"), rows[0]!.name);
  one = openDatabase({ ...connection, options: `-c role=${APP}`, max: 1 });
  superuser = new pg.Client(connection);
  await superuser.connect();
});

afterAll(async () => {
  await one.close();
  await superuser.end();
});

const actor = sql<{ actor: string | null }>`select current_setting('yui.actor', true) as actor`;

/** How much was sent to the server while the work was done. */
async function bytesSent(work: () => Promise<unknown>): Promise<number> {
  let stream: { bytesWritten: number } | undefined;
  one.pool.on("acquire", (client) => {
    stream = (client as unknown as { connection: { stream: { bytesWritten: number } } }).connection.stream;
  });
  await one.pool.query("select 1");
  const before = stream!.bytesWritten;
  await work();
  return stream!.bytesWritten - before;
}

describe("a transaction", () => {
  it("is not begun before it asks something", async () => {
    expect(await bytesSent(() => inTransaction(one.db, SCOPE, async () => "known"))).toBe(0);
    expect(await bytesSent(() => inTransaction(one.db, SCOPE, (tx) => actor.execute(tx)))).toBeGreaterThan(0);
  });

  it("has its scope in each question, also in two at once, and leaves none behind", async () => {
    const asked = await inTransaction(one.db, SCOPE, (tx) =>
      Promise.all([actor.execute(tx), actor.execute(tx), actor.execute(tx)]),
    );
    expect(asked.map(({ rows }) => rows[0]!.actor)).toEqual(["nurse", "nurse", "nurse"]);
    expect((await actor.execute(one.db)).rows[0]!.actor).toBe("");
  });

  it("takes a scope that changes on the way from the next question on", async () => {
    const seen = await inTransaction(one.db, SCOPE, async (tx) => {
      const first = await actor.execute(tx);
      await sql`SET LOCAL yui.actor = 'clerk'`.execute(tx);
      return [first, await actor.execute(tx)];
    });
    expect(seen.map(({ rows }) => rows[0]!.actor)).toEqual(["nurse", "clerk"]);
  });

  it("undoes all when it fails, and the next one on that connection is sound", async () => {
    const marked = (tx: Parameters<Parameters<typeof inTransaction>[2]>[0]) =>
      sql<{ mark: string | null }>`select current_setting('yui.mark', true) as mark`.execute(tx);
    await expect(
      inTransaction(one.db, SCOPE, async (tx) => {
        await sql`select set_config('yui.mark', 'set', false)`.execute(tx);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect((await inTransaction(one.db, SCOPE, marked)).rows[0]!.mark).toBe("");
    await expect(inTransaction(one.db, SCOPE, (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow(/zero/);
    expect((await inTransaction(one.db, SCOPE, (tx) => actor.execute(tx))).rows[0]!.actor).toBe("nurse");
  });
});

describe("a statement prepared before", () => {
  it("is planned anew when its table has changed", async () => {
    await superuser.query("create table changing (id int); insert into changing values (1)");
    await superuser.query("grant select on changing to public");
    const ask = () => sql`select * from changing where id = ${1}`.execute(one.db);
    expect((await ask()).rows).toEqual([{ id: 1 }]);
    await superuser.query("alter table changing add column name text default 'new'");
    await expect(ask()).rejects.toThrow(/cached plan/);
    expect((await ask()).rows).toEqual([{ id: 1, name: "new" }]);
    await superuser.query("drop table changing");
  });
});
