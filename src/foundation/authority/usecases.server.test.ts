import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { type Actor, service, VISITOR } from "#foundation/actors/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import type { AreaId, UserId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { act, authorise, type Policy } from "./public.ts";

const app = testApp();
const HERE = "sma-32-05" as AreaId;

const policy: Policy<"note.read" | "note.write" | "fact.read"> = {
  may: (actor, action) =>
    action === "fact.read" ? "anyone" : actor.kind === "person" ? "coordinator" : undefined,
  quiet: ["fact.read"],
};

const nurse = (reach: readonly AreaId[]): Actor => ({
  kind: "person",
  userId: "nurse" as UserId,
  name: "n",
  memberships: [],
  reach,
});

async function entries() {
  return withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    db(tx).selectFrom("audit_entry").selectAll().orderBy("at").execute(),
  );
}

describe("act and authorise", () => {
  it("writes an entry for what was granted and commits with it", async () => {
    const before = (await entries()).length;
    const result = await act(app, nurse([HERE]), async (unit) => {
      const permit = await authorise(unit, policy, "note.read", {
        type: "note",
        id: "1",
        area: HERE,
        person: "p",
      });
      return permit.ok ? ok(permit.value.action) : permit;
    });
    expect(result).toEqual({ ok: true, value: "note.read" });
    const after = await entries();
    expect(after.slice(before)).toMatchObject([
      {
        actor: "nurse",
        grounds: "coordinator",
        action: "note.read",
        subject_id: "1",
        person: "p",
        outcome: "granted",
      },
    ]);
  });

  it("keeps the entry of a refusal though the transaction rolls back", async () => {
    const before = (await entries()).length;
    const result = await act(app, VISITOR, async (unit) =>
      authorise(unit, policy, "note.write", { type: "note", area: HERE }),
    );
    expect(result).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    expect((await entries()).slice(before)).toMatchObject([
      { actor: "<visitor>", outcome: "refused", action: "note.write" },
    ]);
  });

  it("leaves no entry for a quiet action", async () => {
    const before = (await entries()).length;
    await act(app, VISITOR, async (unit) =>
      authorise(unit, policy, "fact.read", { type: "fact", area: HERE }),
    );
    expect((await entries()).length).toBe(before);
  });

  it("shows no entry of an area out of reach, whatever the code asks for", async () => {
    const rows = await withRows(app.db, { actor: "nurse", areas: ["13"] }, (tx) =>
      db(tx).selectFrom("audit_entry").selectAll().execute(),
    );
    expect(rows).toEqual([]);
  });

  it("lets the app neither change nor delete an entry", async () => {
    for (const statement of ["update audit_entry set action = 'x'", "delete from audit_entry"]) {
      await expect(
        act(app, service("test"), async (unit) => ok(await sql.raw(statement).execute(db(unit)))),
      ).rejects.toThrow(/permission denied/);
    }
  });
});
