import { beforeAll, describe, expect, it } from "vitest";
import { readProfile } from "#evidence/indicators/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { db, tables, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { NOW, testApp } from "#test/app.ts";
import { fileWith } from "#test/file.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { listActivities, saveActivity, yearTable } from "../activities/activity.usecases.server.ts";
import { addActivityFiles } from "../activities/activity-file.usecases.server.ts";
import { PLAN_WORDS } from "../audit.messages.ts";
import { listDeleted, removePart, restorePart } from "../deleting/plan-part.usecases.server.ts";
import { planFacts } from "../publishing/plan-report.queries.server.ts";
import {
  getActivityImport,
  importActivities,
  listActivityImports,
  restoreActivityImport,
  withdrawActivityImport,
} from "./activity-import.usecases.server.ts";

const app = testApp();
const clerkOf = (area: AreaId) => person("coordinator", area);
/** So many minutes after the import. */
const later = (minutes: number): App => ({
  ...app,
  clock: fixedClock(new Date(Date.parse(NOW) + minutes * 60_000).toISOString()),
});
const DAY = 24 * 60;
const CORRECTABLE = ["place", "sessions", "participants", "men", "women", "workplaces", "result"] as const;
const HEAD = "日付,種類,名称,参加者数\n";
const THREE = `${HEAD}2008-06-12,研修会,血圧,20\n2009-06-12,研修会,睡眠,30\n2009-07-12,研修会,禁煙,40\n`;

const lastOf = async (area: AreaId) =>
  expectOk(await listActivityImports(app, clerkOf(area), { area })).imports[0]!.batch;
async function take(area: AreaId, table: string, minutes = 0): Promise<string> {
  const path = await fileWith(table);
  const choices = { forAll: { host: "保健所" } };
  const file = { area, path, name: "活動.csv", choices, wish: "take" } as const;
  return expectOk(await importActivities(later(minutes), clerkOf(area), file)).id;
}
const people = async (area: AreaId) => {
  const { rows: activities } = expectOk(await listActivities(app, clerkOf(area), { area })).page;
  return Object.fromEntries(activities.map(({ title, participants }) => [title, participants]));
};
const named = async (area: AreaId, title: string) =>
  expectOk(await listActivities(app, clerkOf(area), { area })).page.rows.find((one) => one.title === title)!;
const correct = async (area: AreaId, title: string, participants: string, minutes: number) => {
  const held = await named(area, title);
  const sent = { ...held, participants, sure: true };
  expectOk(await saveActivity(later(minutes), clerkOf(area), { area, id: held.id }, sent));
};
const withdraw = async (area: AreaId, id: string, minutes: number) =>
  expectOk(await withdrawActivityImport(later(minutes), clerkOf(area), { area, id }));
const restore = async (area: AreaId, id: string, minutes: number) =>
  expectOk(await restoreActivityImport(later(minutes), clerkOf(area), { area, id }));
const standing = async (area: AreaId, id: string) => {
  const { removed, reverted, kept, gone } = expectOk(
    await getActivityImport(app, clerkOf(area), { area, id }),
  ).more;
  return { removed, reverted, kept, gone };
};

beforeAll(async () => {
  await loadReferenceAreas(app);
});

describe("an import of past years", () => {
  it("is taken back in one step and brought back, in every count", async () => {
    const area = "sma-32-01" as AreaId;
    const clerk = clerkOf(area);
    const id = await take(area, THREE);
    expect(await lastOf(area)).toMatchObject({
      fileName: "活動.csv",
      createdBy: "u-coordinator-sma-32-01",
      counts: { added: 3, changed: 0 },
      changes: { from: 2008, to: 2009 },
    });
    const counts = async () => {
      const table = expectOk(await yearTable(app, clerk, { area, from: 2000, to: 2026 }));
      const report = expectOk(
        await withPermit(app, clerk, (work) => planFacts(work, area, fiscalYear(2009)), area),
      );
      const profile = expectOk(await readProfile(app, clerk, { area })).profile.activities;
      return [table, report.yearTable, profile].map((years) => years.length);
    };
    const full = await counts();
    expect(full).toEqual([2, 2, 2]);
    await withdraw(area, id, 1);
    expect(await counts()).toEqual([0, 0, 0]);
    expect(await people(area)).toEqual({});
    expect(await standing(area, id)).toEqual({ removed: 3, reverted: 0, kept: 0, gone: 0 });
    // It is one thing to bring back, not three.
    expect(expectOk(await listDeleted(app, clerk, { area }))).toEqual([]);
    await restore(area, id, 2);
    expect(await counts()).toEqual(full);
    expect(await people(area)).toEqual({ 血圧: 20, 睡眠: 30, 禁煙: 40 });
    const entries = await withRows(app.db, { actor: "<test>", areas: [area] }, (tx) =>
      db(tx).selectFrom("audit_entry").select("action").where("subject_id", "=", id).orderBy("id").execute(),
    );
    expect(entries.map(({ action }) => action)).toEqual([
      "activity-import.begin",
      "activity-import.take",
      "activity-import.run",
      "activity-import.withdraw",
      "activity-import.restore",
    ]);
    expect(Object.keys(PLAN_WORDS)).toEqual(expect.arrayContaining(entries.map(({ action }) => action)));
  });

  it("leaves what was changed by hand, given a file or deleted singly since", async () => {
    const area = "sma-32-02" as AreaId;
    const clerk = clerkOf(area);
    const id = await take(area, `${THREE}2009-08-12,研修会,歯,50\n`);
    await correct(area, "睡眠", "31", 1);
    const photo = new File([Buffer.from("ffd8ffe000104a46", "hex")], "写真.jpg");
    const smoking = { area, id: (await named(area, "禁煙")).id };
    expectOk(await addActivityFiles(later(2), clerk, smoking, { file: photo }));
    const teeth = (await named(area, "歯")).id;
    expectOk(await removePart(later(3), clerk, { area, kind: "activity", id: teeth }));
    expect(await standing(area, id)).toEqual({ removed: 1, reverted: 0, kept: 2, gone: 1 });
    await withdraw(area, id, 4);
    expect(await people(area)).toEqual({ 睡眠: 31, 禁煙: 40 });
    expect(await standing(area, id)).toEqual({ removed: 1, reverted: 0, kept: 2, gone: 1 });
    expect(expectOk(await listDeleted(app, clerk, { area }))).toMatchObject([{ id: teeth }]);
    await restore(area, id, 5);
    expect(await people(area)).toEqual({ 血圧: 20, 睡眠: 31, 禁煙: 40 });
    expectOk(await restorePart(later(6), clerk, { area, kind: "activity", id: teeth }));
    expect(await people(area)).toMatchObject({ 歯: 50 });
  });

  it("gives back what an earlier import or a hand had written", async () => {
    const area = "sma-32-03" as AreaId;
    const first = await take(area, THREE);
    await correct(area, "睡眠", "31", 1);
    const second = await take(area, `${THREE.replaceAll("0\n", "9\n")}2010-06-12,研修会,歯,59\n`, 2);
    const wrong = { 血圧: 29, 睡眠: 39, 禁煙: 49, 歯: 59 };
    expect(await people(area)).toEqual(wrong);
    expect(await standing(area, first)).toEqual({ removed: 0, reverted: 0, kept: 3, gone: 0 });
    expect(await standing(area, second)).toEqual({ removed: 1, reverted: 3, kept: 0, gone: 0 });
    await withdraw(area, second, 3);
    expect(await people(area)).toEqual({ 血圧: 20, 睡眠: 31, 禁煙: 40 });
    expect(await standing(area, second)).toEqual({ removed: 1, reverted: 3, kept: 0, gone: 0 });
    await restore(area, second, 4);
    expect(await people(area)).toEqual(wrong);
    await withdraw(area, second, 5);
    // What was changed between stays as it was changed.
    await correct(area, "血圧", "21", 6);
    await restore(area, second, 7);
    expect(await people(area)).toEqual({ ...wrong, 血圧: 21 });
    await withdraw(area, second, 8);
    await withdraw(area, first, 9);
    expect(await people(area)).toEqual({ 血圧: 21, 睡眠: 31 });
  });

  it("gives back every column that it had changed", async () => {
    const area = "sma-34-02" as AreaId;
    const whole = () =>
      withRows(app.db, { actor: "test", areas: [area] }, (tx) =>
        tables(tx).selectFrom("planActivity").selectAll().where("areaId", "=", area).execute(),
      );
    const all = "日付,終了日,種類,名称,主催,場所,回数,参加者数,男性,女性,事業所数,結果\n2009-06-12,";
    await take(area, `${all}2009-06-13,研修会,睡眠,保健所,会議室,2,30,10,20,3,よく聞かれた\n`);
    const first = await whole();
    const second = await take(
      area,
      `${all}2009-06-13,研修会,睡眠,保健所,公民館,3,41,20,21,4,質問が多い\n`,
      1,
    );
    const wrong = await whole();
    // Each column that a second file can change without speaking of another activity.
    for (const column of CORRECTABLE) expect(wrong[0]![column]).not.toEqual(first[0]![column]);
    await withdraw(area, second, 2);
    expect(await whole()).toEqual(first);
    await restore(area, second, 3);
    expect(await whole()).toEqual(wrong);
  });

  it("is gone also where a later one that had changed it is taken back after it", async () => {
    const area = "sma-33-03" as AreaId;
    const first = await take(area, THREE);
    const second = await take(area, THREE.replaceAll("0\n", "9\n"), 1);
    await withdraw(area, first, 2);
    expect(await people(area)).toEqual({ 血圧: 29, 睡眠: 39, 禁煙: 49 });
    await withdraw(area, second, 3);
    expect(await people(area)).toEqual({});
    await restore(area, second, 4);
    expect(await people(area)).toEqual({ 血圧: 29, 睡眠: 39, 禁煙: 49 });
    await withdraw(area, second, 5);
    await restore(area, first, 6);
    expect(await people(area)).toEqual({ 血圧: 20, 睡眠: 30, 禁煙: 40 });
    await restore(area, second, 7);
    expect(await people(area)).toEqual({ 血圧: 29, 睡眠: 39, 禁煙: 49 });
  });

  it("that is sent again after it was taken back stands for itself", async () => {
    const area = "sma-32-04" as AreaId;
    const first = await take(area, THREE);
    await withdraw(area, first, 1);
    const second = await take(area, THREE, 2);
    expect(second).not.toBe(first);
    await restore(area, first, 3);
    await withdraw(area, second, 4);
    expect(await people(area)).toEqual({});
    await restore(area, second, 5);
    expect(await people(area)).toEqual({ 血圧: 20, 睡眠: 30, 禁煙: 40 });
  });

  it("is taken back once, whoever sends it again, and the other is told", async () => {
    const area = "sma-32-05" as AreaId;
    const id = await take(area, THREE);
    const colleague = person("coordinator", area, { name: "colleague" });
    const both = await Promise.all(
      [clerkOf(area), colleague].map((clerk) => withdrawActivityImport(later(1), clerk, { area, id })),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const first = both[0]!.ok ? clerkOf(area) : colleague;
    const second = both[0]!.ok ? colleague : clerkOf(area);
    expectOk(await withdrawActivityImport(later(2), first, { area, id }));
    expect(await withdrawActivityImport(later(2), second, { area, id })).toMatchObject({
      error: { kind: "conflict", message: expect.stringContaining("ほかの人が先に") },
    });
    const twice = [restoreActivityImport, restoreActivityImport].map((send) =>
      send(later(3), second, { area, id }),
    );
    for (const sent of await Promise.all(twice)) expectOk(sent);
    expect(await people(area)).toEqual({ 血圧: 20, 睡眠: 30, 禁煙: 40 });
  });

  it("comes back for 30 days", async () => {
    const area = "sma-32-06" as AreaId;
    const id = await take(area, THREE);
    await withdraw(area, id, 0);
    const late = await restoreActivityImport(later(31 * DAY), clerkOf(area), { area, id });
    expect(late).toMatchObject({ error: { kind: "conflict", message: expect.stringContaining("30日") } });
    await restore(area, id, 30 * DAY);
    expect(Object.keys(await people(area))).toHaveLength(3);
  });

  it("is the matter of the area's own secretariat alone", async () => {
    const area = "sma-32-07" as AreaId;
    const other = "sma-33-01" as AreaId;
    const id = await take(area, THREE);
    for (const change of [withdrawActivityImport, restoreActivityImport, getActivityImport]) {
      for (const nobody of [person("member", area), person("administrator", area), clerkOf(other)])
        expect(await change(app, nobody, { area, id })).toMatchObject({ error: { kind: "forbidden" } });
      // Another area's import is none, also where somebody can see both.
      const reachesBoth = person("coordinator", other, { reach: [area, other] });
      expect(await change(app, reachesBoth, { area: other, id })).toMatchObject({
        error: { kind: "not-found" },
      });
    }
    expect(await listActivityImports(app, person("member", area), { area })).toMatchObject({ ok: false });
    const seen = await withRows(app.db, { actor: "<test>", areas: [other] }, (tx) =>
      tables(tx).selectFrom("importBatch").selectAll().where("id", "=", id).execute(),
    );
    expect(seen).toEqual([]);
    expectOk(await withdrawActivityImport(app, clerkOf(area), { area, id }));
    expect(await people(area)).toEqual({});
  });

  it("takes what somebody is changing this moment for changed", async () => {
    const area = "sma-33-02" as AreaId;
    const id = await take(area, THREE);
    const { id: held } = await named(area, "血圧");
    await withRows(app.db, { actor: "<test>", areas: [area] }, async (tx) => {
      await tables(tx)
        .selectFrom("planActivity")
        .select("id")
        .where("areaId", "=", area)
        .where("id", "=", held)
        .forUpdate()
        .execute();
      await withdraw(area, id, 1);
    });
    expect(await people(area)).toEqual({ 血圧: 20 });
  });
});
