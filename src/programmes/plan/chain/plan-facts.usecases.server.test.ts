import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { loadDemonstrationProfile, readProfile } from "#evidence/indicators/public.ts";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { fileWith } from "#test/file.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import {
  enterActivity,
  listActivities,
  recordActivity,
  saveActivity,
  yearTable,
} from "../activities/activity.usecases.server.ts";
import { removePart, restorePart } from "../deleting/plan-part.usecases.server.ts";
import { importActivities } from "../import/activity-import.usecases.server.ts";
import { publishPlan } from "../publishing/published-plan.usecases.server.ts";
import { loadDemonstrationPlan } from "../system/plan-demonstration.commands.server.ts";
import { createGoal, saveGoal } from "./goal.usecases.server.ts";
import { countWhatCame } from "./plan-facts.usecases.server.ts";
import { createTarget, saveTarget } from "./target.usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const clerkOf = (area: AreaId): Actor => person("coordinator", area);
const clerk = clerkOf(HERE);
const on = (day: string): App => ({ ...app, clock: fixedClock(`${day}T03:00:00Z`) });
const profile = async (area: AreaId, actor: Actor = clerkOf(area)) =>
  expectOk(await readProfile(app, actor, { area })).profile;
const counts = async (area: AreaId) =>
  (await profile(area)).activities.flatMap((year) =>
    year.counts.map((one) => [year.fiscal_year, one.kind, one.sessions, one.participants]),
  );
const activity = (change: object = {}) => ({
  kind: "training",
  title: "研修会",
  from: "2026-06-10",
  host: "保健所",
  sessions: "1",
  participants: "24",
  ...change,
});

const importTable = async (area: AreaId, { table, host }: Readonly<{ table: string; host: string }>) =>
  importActivities(app, clerkOf(area), {
    area,
    path: await fileWith(table),
    name: "活動.csv",
    choices: { forAll: { host } },
    wish: "take",
  });

beforeAll(async () => {
  await loadReferenceAreas(app);
});

describe("targets of the plan in the profile", () => {
  it("follow each change in the same stroke, and are public once the plan is", async () => {
    const inHere = { area: HERE };
    const { id: goalId } = expectOk(await createGoal(app, clerk, inHere, { title: "関心が持てる" }));
    const input = {
      goalId,
      item: "取り組む必要があると思う事業主",
      direction: "at_least",
      baselineYear: 2024,
      baselineValue: "74.1",
      targetYear: 2029,
      targetValue: "87",
      source: "実態調査",
    };
    const shown = async (actor?: Actor) =>
      (await profile(HERE, actor)).targets.map((one) => [one.goal, one.target_value, one.source]);
    const { id } = expectOk(await createTarget(app, clerk, inHere, input));
    const target = { area: HERE, id };
    const goal = { area: HERE, id: goalId };
    expect(await shown()).toEqual([["関心が持てる", 87, "実態調査"]]);
    expectOk(await saveTarget(app, clerk, target, { ...input, targetValue: "90" }));
    expectOk(await saveGoal(app, clerk, goal, { title: "続けられる" }));
    expect(await shown()).toEqual([["続けられる", 90, "実態調査"]]);
    expectOk(await removePart(app, clerk, { ...target, kind: "target" }));
    expect(await shown()).toEqual([]);
    expect(await saveTarget(app, clerk, target, input)).toMatchObject({ error: { kind: "not-found" } });
    expectOk(await restorePart(app, clerk, { ...target, kind: "target" }));
    expectOk(await removePart(app, clerk, { ...goal, kind: "goal" }));
    expect(await saveGoal(app, clerk, goal, { title: "消えた目標" })).toMatchObject({
      error: { kind: "not-found" },
    });
    expect(await shown()).toEqual([["", 90, "実態調査"]]);
    expect(await shown(VISITOR)).toEqual([]);
    expectOk(await publishPlan(app, clerk, inHere));
    expect(await shown(VISITOR)).toEqual([["", 90, "実態調査"]]);
    // Telling the same again changes nothing; what is changed is public when it is published again.
    expectOk(await saveTarget(app, clerk, target, { ...input, goalId: null, targetValue: "90" }));
    expect(await shown(VISITOR)).toEqual([["", 90, "実態調査"]]);
    expectOk(await saveTarget(app, clerk, target, { ...input, goalId: null, targetValue: "95" }));
    expect(await shown(VISITOR)).toEqual([]);
    expectOk(await publishPlan(app, clerk, inHere));
    expect(await shown(VISITOR)).toEqual([["", 95, "実態調査"]]);
  });
});

describe("activities of the plan in the profile", () => {
  it("follow entering, changing, deleting and bringing back", async () => {
    const area = "sma-32-04" as AreaId;
    const once = "form-1";
    const clerk = clerkOf(area);
    expectOk(await enterActivity(app, clerk, { area }, activity({ from: "2025-06-10", once })));
    const { id } = expectOk(await enterActivity(app, clerk, { area }, activity({ once })));
    const one = { area, id, kind: "activity" } as const;
    expect(await counts(area)).toEqual([[2026, "training", 1, 24]]);
    const moved = activity({ from: "2026-02-10", participants: "30", sure: true });
    expectOk(await saveActivity(app, clerk, one, moved));
    expect(await counts(area)).toEqual([[2025, "training", 1, 30]]);
    expectOk(await removePart(app, clerk, one));
    expect(await counts(area)).toEqual([]);
    expectOk(await restorePart(app, clerk, one));
    expect(await counts(area)).toEqual([[2025, "training", 1, 30]]);
  });

  it("follow two who move one activity into other years in the same moment", async () => {
    const area = "sma-32-01" as AreaId;
    const clerk = clerkOf(area);
    const { id } = expectOk(await enterActivity(app, clerk, { area }, activity({ from: "2023-06-10" })));
    const move = (from: string) => saveActivity(app, clerk, { area, id }, activity({ from, sure: true }));
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([move(`${2024 - (round % 2)}-06-10`), move("2025-06-10"), move("2026-06-10")]);
      expect(await counts(area)).toHaveLength(1);
    }
  });

  it("follow what another module counts, also into another year, and hide few people", async () => {
    const area = "sma-32-05" as AreaId;
    const push = (from: string, participants: number) =>
      withPermit(
        app,
        person("provider", area),
        (work) =>
          recordActivity(work, area, {
            source: "support",
            sourceKey: "request-1",
            initiativeId: null,
            kind: "outreach_lecture",
            title: "出前講座",
            from: plainDate(from),
            to: plainDate(from),
            place: "",
            online: false,
            host: "保健所",
            hostOrganisationId: null,
            partners: "",
            sessions: 1,
            participants,
            men: null,
            women: null,
            workplaces: 1,
            fee: "free",
            result: "",
          }),
        area,
      );
    expectOk(await push("2026-05-01", 7));
    expect(await counts(area)).toEqual([[2026, "outreach_lecture", 1, "suppressed"]]);
    expectOk(await push("2026-03-01", 12));
    expect(await counts(area)).toEqual([[2025, "outreach_lecture", 1, 12]]);
  });

  it("count everything where two save at once", async () => {
    const area = "sma-32-06" as AreaId;
    const all = Array.from({ length: 8 }, (_, index) =>
      enterActivity(app, clerkOf(area), { area }, activity({ participants: String(10 + index) })),
    );
    for (const saved of await Promise.all(all)) expectOk(saved);
    expect(await counts(area)).toEqual([[2026, "training", 8, 108]]);
  });

  it("count a planned activity once its day has come", async () => {
    const area = "sma-32-07" as AreaId;
    expectOk(await enterActivity(app, clerkOf(area), { area }, activity({ from: "2026-12-03" })));
    await countWhatCame(on("2026-12-02"));
    expect(await counts(area)).toEqual([]);
    await countWhatCame(on("2026-12-03"));
    await countWhatCame(on("2026-12-04"));
    expect(await counts(area)).toEqual([[2026, "training", 1, 24]]);
  });

  it("follow an activity of a table that somebody moved to another year, when the table is sent again", async () => {
    const area = "sma-33-01" as AreaId;
    const sent = { table: "日付,種類,参加者数\n2009-06-12,研修会,24\n", host: "保健所" };
    expectOk(await importTable(area, sent));
    const [held] = expectOk(await listActivities(app, clerkOf(area), { area })).page.rows;
    const moved = { ...held, from: "2010-06-12", to: "2010-06-12" };
    expectOk(await saveActivity(app, clerkOf(area), { area, id: held!.id }, moved));
    expect(await counts(area)).toEqual([[2010, "training", null, 24]]);
    expectOk(await importTable(area, sent));
    expect(await counts(area)).toEqual([[2009, "training", null, 24]]);
  });

  it("are told once for a table of 5,000 rows", async () => {
    const area = "sma-32-02" as AreaId;
    const rows = Array.from({ length: 5000 }, (_, index) => {
      const day = `${2016 + (index % 10)}-${String(4 + (index % 9)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`;
      return `${day},研修会,第${index}回,1,20`;
    });
    const table = `日付,種類,名称,回数,参加者数\n${rows.join("\n")}\n`;
    const sent = { table, host: "保健所" };
    expect(expectOk(await importTable(area, sent)).counts.added).toBe(5000);
    const told = await counts(area);
    expect(told).toHaveLength(10);
    const own = expectOk(await yearTable(app, clerkOf(area), { area, from: 2016, to: 2026 }));
    expect(told).toEqual(own.map((one) => [one.fiscalYear, one.kind, one.sessions, one.participants]));
    expect(told.reduce((sum, [, , sessions]) => sum + Number(sessions), 0)).toBe(5000);
  }, 60_000);
});

describe("the demonstration", () => {
  it("shows Sagamihara's targets and activities of the source once each, to anyone", async () => {
    for (let time = 0; time < 2; time += 1) {
      await loadDemonstrationProfile(app);
      await loadDemonstrationPlan(app);
    }
    const lines = (name: string): Record<string, string>[] =>
      parse(readFileSync(new URL(`../../../../reference/councils/${name}.csv`, import.meta.url), "utf8"), {
        columns: true,
        comment: "#",
      });
    const number = (text: string | undefined) => (text ? Number(text) : null);
    const { targets, activities } = await profile("14150" as AreaId, VISITOR);
    expect(
      targets.map((one) => [one.goal, one.item, one.baseline_value, one.target_value, one.target_year]),
    ).toEqual([
      ...lines("targets").map((line) => [
        line.goal,
        line.item,
        number(line.baseline_value),
        number(line.target_value),
        number(line.target_year),
      ]),
      // Set by others: of the citizens, not of this council.
      ["", "男性の肥満の割合を減らす", 24, 15, null],
    ]);
    const cells = activities.flatMap((year) =>
      year.counts.map((one) => [year.fiscal_year, one.kind, one.sessions, one.participants]),
    );
    const wanted = lines("activities").map((line) => [
      number(line.fiscal_year),
      line.kind,
      number(line.sessions),
      number(line.participants),
    ]);
    expect(cells).toHaveLength(wanted.length);
    expect(cells).toEqual(expect.arrayContaining(wanted));
  });
});
