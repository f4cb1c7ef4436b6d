import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { fileWith } from "#test/file.ts";
import { person } from "#test/person.ts";
import { listActivities, saveActivity, yearTable } from "../activities/activity.usecases.server.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { createInitiative } from "../initiatives/initiative.usecases.server.ts";
import { importActivities } from "./activity-import.usecases.server.ts";

const app = testApp();
const clerkOf = (area: AreaId) => person("coordinator", area);
const send = async (area: AreaId, table: string, onlyLook = false) => {
  const path = await fileWith(table);
  const wish = onlyLook ? "check" : "take";
  const choices = { forAll: { host: "保健所" } };
  return importActivities(app, clerkOf(area), { area, path, name: "活動.csv", choices, wish });
};
const sent = async (area: AreaId, table: string, onlyLook = false) => {
  const { rejected, added, changed, unchanged } = expectOk(await send(area, table, onlyLook)).counts;
  return { problems: rejected, added, changed, same: unchanged };
};
const years = async (area: AreaId) =>
  expectOk(await yearTable(app, clerkOf(area), { area, from: 2000, to: 2026 }));
const HEAD = "年度,種類,回数,参加者数\n";

beforeAll(async () => {
  await loadReferenceAreas(app);
});

describe("past years by CSV", () => {
  it("are taken over once, and nothing of a table with an error", async () => {
    const area = "sma-32-05" as AreaId;
    const table = `${HEAD}2008,研修会,3,50\n2009,研修会,1,24\n`;
    expect(await sent(area, `${table}2009,宴会,1,1\n`)).toMatchObject({ problems: 1, added: 2 });
    expect(await sent(area, table, true)).toEqual({ problems: 0, added: 2, changed: 0, same: 0 });
    expect(await years(area)).toEqual([]);
    expect(await sent(area, table)).toMatchObject({ added: 2 });
    expect(await sent(area, table)).toEqual({ problems: 0, added: 0, changed: 0, same: 2 });
    expect(await sent(area, table.replace("1,24", "1,25"))).toMatchObject({ changed: 1, same: 1 });
    expect(await years(area)).toMatchObject([
      { fiscalYear: 2008, sessions: 3, participants: 50 },
      { fiscalYear: 2009, sessions: 1, participants: 25, activities: 1 },
    ]);
  });

  it("are counted once where two send them at once", async () => {
    const area = "sma-32-06" as AreaId;
    const table = HEAD + Array.from({ length: 40 }, (_, index) => `${1980 + index},研修会,1,24\n`).join("");
    const both = await Promise.all([sent(area, table), sent(area, table)]);
    expect(both.map(({ added }) => added).toSorted((a, b) => a - b)).toEqual([0, 40]);
    expect((await years(area)).every((year) => year.activities === 1 && year.participants === 24)).toBe(true);
  });

  it("leave alone what a table that is sent again does not tell", async () => {
    const area = "sma-32-07" as AreaId;
    const clerk = clerkOf(area);
    const table = "日付,種類,名称,参加者数\n2009-06-12,研修会,心の健康,24\n";
    await sent(area, table);
    const initiative = { title: "研修", fineKind: "training" };
    const { id: initiativeId } = expectOk(await createInitiative(app, clerk, { area }, initiative));
    const find = async () => expectOk(await listActivities(app, clerk, { area })).page.rows[0]!;
    const held = await find();
    const moved = { ...held, initiativeId, place: "市民会館", from: "2010-06-12", to: "2010-06-12" };
    expectOk(await saveActivity(app, clerk, { area, id: held.id }, { ...moved, sure: true }));
    expect(await sent(area, table)).toMatchObject({ changed: 1 });
    expect(await find()).toMatchObject({ initiativeId, place: "市民会館", from: "2009-06-12" });
    expectOk(await removePart(app, clerk, { area, kind: "activity", id: held.id }));
    expect(await sent(area, table)).toMatchObject({ added: 1, changed: 0, same: 0 });
    expect(await find()).toMatchObject({ id: held.id, initiativeId });
  });

  it("are taken over whole, however many statements they need", async () => {
    const area = "sma-32-04" as AreaId;
    const lines = Array.from({ length: 2500 }, (_, index) => `2009-06-12,研修会,第${index}回,1,24`);
    const table = `日付,種類,名称,回数,参加者数\n${lines.join("\n")}\n`;
    expect(await sent(area, table)).toMatchObject({ problems: 0, added: 2500 });
    expect(await years(area)).toMatchObject([{ activities: 2500, sessions: 2500, participants: 60_000 }]);
  });
});
