import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Actor, service, VISITOR } from "#foundation/actors/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { type AreaId, newId, type UserId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { anyone, services } from "./policy.rules.ts";
import { command, definePolicy, type Finder, onTarget, query, signedIn } from "./public.ts";

const app = testApp();
const HERE = "sma-32-02" as AreaId;

const policy = definePolicy(
  {
    "note.look": signedIn,
    "note.save": signedIn,
    "note.list": signedIn,
    "note.sweep": services("sweeper"),
    "fact.look": anyone,
  },
  { quiet: ["fact.look", "note.list"] },
);
const target = z.object({ area: areaId, id: z.string().max(5) });
const subject = (_find: Finder, { area, id }: { area: AreaId; id: string }) =>
  id === "none" ? undefined : { type: "note", id, area, person: "p" };
const declared = { policy, target, subject };

/** What stands, and how often it was written. */
let text = "first";
let written = 0;
beforeEach(() => {
  text = "first";
  written = 0;
});

const look = query({ ...declared, name: "note.look", run: (permit) => ok(permit.grounds) });
const fact = query({ ...declared, name: "fact.look", run: () => ok("known") });
const list = query({
  ...declared,
  name: "note.list",
  target: target.extend({ found: z.array(z.string()) }),
  run: (_permit, { found }) => ok(found),
  shows: (found) => found.map((id) => `note:${id}`),
});
const sweep = command({ ...declared, name: "note.sweep", hides: true, run: () => ok(undefined) });
const save = command({
  ...declared,
  name: "note.save",
  input: z.object({
    text: z.string().trim().min(1, { error: "入力してください。" }),
    area: z.string().optional(),
  }),
  once: true,
  seen: async () => ({ text }),
  values: (typed) => ({ text: typed.text }),
  async run(_permit, typed) {
    text = typed.text;
    written += 1;
    return ok({ area: typed.area, written });
  },
});

const nurse = (reach: readonly AreaId[]): Actor => ({
  ...{ kind: "person", userId: "nurse" as UserId, name: "n", memberships: [], reach },
});
const here = { area: HERE, id: "1" };
const entries = () =>
  withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    db(tx).selectFrom("audit_entry").selectAll().orderBy("at").orderBy("id").execute(),
  );
/** What the log got by the work. */
async function logged(work: () => Promise<unknown>) {
  const before = (await entries()).length;
  await work();
  return (await entries()).slice(before);
}

describe("the log of a declared use-case", () => {
  it("has an entry for what was granted, with the action's own name", async () => {
    expect(await logged(() => look(app, nurse([HERE]), here))).toMatchObject([
      {
        ...{ actor: "nurse", grounds: "oneself", action: "note.look", subject_id: "1" },
        ...{ person: "p", outcome: "granted", area_id: HERE },
      },
    ]);
  });

  it("holds whom a look showed, once each, and none where it showed nobody", async () => {
    expect(await logged(() => list(app, nurse([HERE]), { ...here, found: ["1", "2", "1"] }))).toMatchObject([
      { action: "note.list", outcome: "granted", shown: ["note:1", "note:2"] },
    ]);
    expect(await logged(() => list(app, nurse([HERE]), { ...here, found: [] }))).toEqual([]);
    expect(await logged(() => list(app, VISITOR, { ...here, found: ["1"] }))).toMatchObject([
      { action: "note.list", outcome: "refused", shown: null },
    ]);
  });

  it("keeps the entry of a refusal though the transaction rolls back", async () => {
    const refused = await logged(async () =>
      expect(await look(app, VISITOR, here)).toMatchObject({ error: { kind: "forbidden" } }),
    );
    expect(refused).toMatchObject([{ actor: "<visitor>", outcome: "refused", action: "note.look" }]);
  });

  it("has none for a quiet action, for what does not exist, and for a rehearsal", async () => {
    expect(await logged(() => fact(app, VISITOR, here))).toEqual([]);
    const absent = { area: HERE, id: "none" };
    expect(await look(app, nurse([HERE]), absent)).toMatchObject({ error: { kind: "not-found" } });
    expect(await logged(() => look(app, nurse([HERE]), absent))).toEqual([]);
    const rehearsal = { ...app, rehearsing: true };
    const tried = async () => [
      await look(rehearsal, nurse([HERE]), here),
      await look(rehearsal, VISITOR, here),
    ];
    expect(await logged(tried)).toEqual([]);
  });

  it("shows no entry of an area out of reach, and lets nobody change one", async () => {
    await look(app, nurse([HERE]), here);
    const elsewhere = nurse(["13" as AreaId]);
    const seen = withPermit(app, elsewhere, (work) =>
      db(work).selectFrom("audit_entry").selectAll().execute(),
    );
    expect(await seen).toEqual([]);
    for (const statement of ["update audit_entry set action = 'x'", "delete from audit_entry"])
      await expect(
        withPermit(app, service("sweeper"), (work) => sql.raw(statement).execute(db(work))),
      ).rejects.toThrow(/permission denied/);
  });
});

describe("a declared use-case", () => {
  it("is nothing where the address names nothing, or where it hides from who may not", async () => {
    const gone = { ok: false, error: { kind: "not-found" } };
    expect(await look(app, nurse([HERE]), { area: "<x>", id: "1" })).toMatchObject(gone);
    expect(await sweep(app, nurse([HERE]), here)).toMatchObject(gone);
    expect(await sweep(app, service("another"), here)).toMatchObject(gone);
    expect(await sweep(app, service("sweeper"), here)).toEqual({ ok: true, value: undefined });
  });

  it("asks its policy before it tells what is wrong with the input, and takes the target from the address alone", async () => {
    expect(await save(app, VISITOR, here, { text: "" })).toMatchObject({ error: { kind: "forbidden" } });
    expect(await save(app, nurse([HERE]), here, { text: " " })).toMatchObject({
      error: { kind: "invalid", fields: { text: ["入力してください。"] } },
    });
    const other = { text: "second", area: "14150" };
    expect(await save(app, nurse([HERE]), here, other)).toMatchObject({ value: { area: HERE } });
  });

  it("acts once for a form that is sent fifty times at once, and answers each alike", async () => {
    const once = newId();
    const sent = await Promise.all(
      Array.from({ length: 50 }, () => save(app, nurse([HERE]), here, { text: "second", once })),
    );
    expect(written).toBe(1);
    for (const answer of sent) expect(answer).toEqual({ ok: true, value: { area: HERE, written: 1 } });
    expect(await save(app, nurse([HERE]), here, { text: "changed after going back", once })).toMatchObject({
      error: { kind: "conflict" },
    });
    const somebodyElse = { ...nurse([HERE]), userId: "other" as UserId } as Actor;
    expect(await save(app, somebodyElse, here, { text: "third", once })).toMatchObject({
      error: { kind: "conflict" },
    });
  });

  it("tells the second of two editors what stands, and takes what they have seen", async () => {
    const seen = fingerprintOf({ text: "first" });
    expect(await save(app, nurse([HERE]), here, { text: "mine", seen })).toMatchObject({ ok: true });
    expect(await save(app, nurse([HERE]), here, { text: "theirs", seen })).toEqual({
      ok: false,
      error: { kind: "overtaken", now: { text: "mine" } },
    });
    expect(await save(app, nurse([HERE]), here, { text: "mine", seen })).toMatchObject({ ok: true });
    const now = fingerprintOf({ text: "mine" });
    expect(await save(app, nurse([HERE]), here, { text: "both", seen: now })).toMatchObject({ ok: true });
    expect(text).toBe("both");
  });

  it("can't be declared twice, and is offered to forms by its name", () => {
    const again = () => query({ ...declared, name: "note.look", run: () => ok(1) });
    expect(again).toThrow("two use-cases are called note.look");
    expect(onTarget(app, VISITOR, here)(save, () => "/").name).toBe("note.save");
  });
});
