import { sql } from "kysely";
import { expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { db } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { NOW, testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { addToHistory, lastDone, selectHistory } from "./history.store.server.ts";

const app = testApp();
const area = "sma-32-04" as AreaId;
const clerk = person("coordinator", area);
const thing = () => ({ area, kind: "thing", id: newId() as string });

it("keeps what happened in order, by whom, when, and tells one thing's history alone", async () => {
  const [one, other] = [thing(), thing()];
  const entries = await withPermit(app, clerk, async (permit) => {
    await addToHistory(permit, one, { action: "add", detail: { name: "減塩" } });
    await addToHistory(permit, other, { action: "add" });
    const earlier = new Date("2026-01-05T00:00:00Z");
    await addToHistory(permit, one, { action: "close", state: "closed", at: earlier, actor: "<rules>" });
    return selectHistory(permit, one);
  });
  expect(entries).toEqual([
    {
      position: 1,
      at: new Date(NOW),
      actor: `u-coordinator-${area}`,
      action: "add",
      state: null,
      detail: { name: "減塩" },
    },
    {
      position: 2,
      at: new Date("2026-01-05T00:00:00Z"),
      actor: "<rules>",
      action: "close",
      state: "closed",
      detail: {},
    },
  ]);
});

it("is read in its own area, is never changed, and says when something was last done to each thing", async () => {
  const one = thing();
  const last = await withPermit(app, clerk, async (permit) => {
    for (const [action, day] of [
      ["move", 3],
      ["move", 9],
      ["look", 20],
    ] as const)
      await addToHistory(permit, one, { action, at: new Date(Date.UTC(2026, 0, day)) });
    const asked = sql<{ last: Date }>`select ${lastDone(sql`area`, sql`id`, ["move"])} as last
      from (values (${area}, ${one.id}::uuid)) things (area, id)`;
    return (await asked.execute(db(permit))).rows[0]!.last;
  });
  expect(last).toEqual(new Date(Date.UTC(2026, 0, 9)));
  const elsewhere = person("coordinator", "14150" as AreaId);
  expect(await withPermit(app, elsewhere, (permit) => selectHistory(permit, one))).toEqual([]);
  for (const change of [sql`update history_entry set action = 'x'`, sql`delete from history_entry`])
    await expect(withPermit(app, service("test"), (permit) => change.execute(db(permit)))).rejects.toThrow(
      /permission denied/,
    );
});
