import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Actor, service, VISITOR } from "#foundation/actors/public.ts";
import { copyInto, db, type RowAccess, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, expectOk, ok } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import {
  afterCommit,
  alsoDo,
  anyOf,
  beside,
  command,
  definePolicy,
  type Permit,
  roleHere,
  services,
} from "./public.ts";

const app = testApp();
const HERE = "sma-32-05" as AreaId;
const ELSEWHERE = "sma-32-02" as AreaId;
const JOB: Actor = service("sheet-job");

const may = anyOf(roleHere("coordinator"), services("sheet-job"));
const policy = definePolicy({ "sheet.copy": may, "sheet.work": may, "sheet.outer": may });
const common = {
  policy,
  target: z.object({}),
  subject: () => ({ type: "sheet", area: HERE }),
} as const;

/** The areas of the notes that can be seen; there is one in each of two areas. */
const notes = async (access: RowAccess) =>
  (await sql<{ area_id: string }>`select area_id from sent_once order by 1`.execute(db(access))).rows.map(
    ({ area_id }) => area_id,
  );
const note = (access: RowAccess, area: AreaId, actor: string) =>
  sql`insert into sent_once (area_id, key, command, actor, at)
    values (${area}, gen_random_uuid(), 'note', ${actor}, now())`.execute(db(access));
const entriesOf = (action: string) =>
  withRows(app.db, { actor: "<test>", areas: "all" }, (access) =>
    db(access).selectFrom("audit_entry").select(["actor", "outcome"]).where("action", "=", action).execute(),
  );

const copySheet = command({
  name: "sheet.copy",
  ...common,
  copy: true,
  async run(permit) {
    await sql`create temporary table sheet (line integer) on commit drop`.execute(db(permit));
    await copyInto(permit)("copy sheet from stdin", Buffer.from("1\n2\n3\n"));
    const { rows } = await sql<{ sum: number }>`select sum(line)::int as sum from sheet`.execute(db(permit));
    return ok(rows[0]!.sum);
  },
});

type Try = (permit: Permit<"sheet.work">) => Promise<unknown>;
const workOnSheet = command({
  name: "sheet.work",
  ...common,
  within: () => ({ areas: [HERE], facts: [ELSEWHERE] }),
  input: z.object({ work: z.custom<Try>(), fails: z.boolean().default(false) }),
  async run(permit, { work, fails }) {
    const done = await work(permit);
    return fails ? conflict("no") : ok(done);
  },
});
const work = (run: Try, fails = false) => workOnSheet(app, JOB, {}, { work: run, fails });
const setting = async (access: RowAccess, name: string) =>
  (await sql<{ value: string }>`select current_setting(${`yui.${name}`}) as value`.execute(db(access)))
    .rows[0]!.value;

describe("copy", () => {
  it("sends rows in the transaction of a command that declares it, and in no other", async () => {
    expect(expectOk(await copySheet(app, person("coordinator", HERE), {}))).toBe(6);
    expect(await copySheet(app, VISITOR, {})).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    expect((await entriesOf("sheet.copy")).map(({ outcome }) => outcome).sort()).toEqual([
      "granted",
      "refused",
    ]);
    await expect(work(async (permit) => copyInto(permit))).rejects.toThrow(/no COPY/);
  });
});

describe("within", () => {
  beforeAll(async () => {
    for (const area of [HERE, ELSEWHERE])
      await withRows(app.db, { actor: "<sheet-job>", areas: "all" }, (access) =>
        note(access, area, "<sheet-job>"),
      );
  });

  it("gives a service the reach of whoever asked, also beside, and leaves it its name", async () => {
    const seen = async (permit: RowAccess) => [
      await setting(permit, "actor"),
      (await setting(permit, "areas")).split(",").filter(Boolean),
      (await setting(permit, "facts")).split(",").filter(Boolean),
    ];
    const narrow = ["<sheet-job>", [HERE], [HERE, ELSEWHERE]];
    expect(expectOk(await work(seen))).toEqual(narrow);
    expect(expectOk(await work((permit) => beside(app, permit, seen)))).toEqual(narrow);
    expect(await entriesOf("sheet.work")).toContainEqual({ actor: "<sheet-job>", outcome: "granted" });
  });

  it("is for services alone", async () => {
    const clerk = person("coordinator", HERE);
    await expect(workOnSheet(app, clerk, {}, { work: async () => 1 })).rejects.toThrow(/of a service/);
  });

  it("needs a transaction of its own", async () => {
    const outer = command({
      name: "sheet.outer",
      ...common,
      input: z.object({ inner: z.custom<typeof copySheet>() }),
      run: (permit, { inner }, own) => alsoDo(permit, inner, {}, {}, own),
    });
    for (const inner of [copySheet, workOnSheet])
      await expect(outer(app, JOB, {}, { inner })).rejects.toThrow(/transaction of its own/);
  });
});

describe("beside", () => {
  it("stays though the long work rolls back, and opens nothing when it is over", async () => {
    let kept: RowAccess | undefined;
    const failed = await work(async (permit) => {
      await note(permit, HERE, "<sheet-job>");
      await beside(app, permit, async (own) => {
        kept = own;
        expect(await notes(own)).toHaveLength(2);
        await note(own, HERE, "<sheet-job>");
      });
    }, true);
    expect(failed).toMatchObject({ ok: false, error: { kind: "conflict" } });
    await work(async (permit) => expect(await notes(permit)).toHaveLength(3));
    expect(() => db(kept!)).toThrow(/over/);
  });
});

describe("afterCommit", () => {
  it("acts once what was done can be seen by others, and not at all where nothing was done", async () => {
    const seen: number[] = [];
    const look = async () => {
      const own = await withRows(app.db, { actor: "<sheet-job>", areas: "all" }, notes);
      seen.push(own.length);
    };
    const add: Try = async (permit) => {
      await note(permit, HERE, "<sheet-job>");
      afterCommit(permit, look);
      expect(seen).toEqual([]);
    };
    await work(add, true);
    expect(seen).toEqual([]);
    expectOk(await workOnSheet({ ...app, rehearsing: true }, JOB, {}, { work: add, fails: false }));
    expect(seen).toEqual([]);
    expectOk(await work(add));
    expect(seen).toEqual([4]);
  });
});
