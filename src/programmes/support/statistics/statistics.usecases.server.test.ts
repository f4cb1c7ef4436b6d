import { loadSolver } from "@yui/healthstats";
import { beforeAll, describe, expect, it } from "vitest";
import { listEditions, makeEdition, withdrawEdition } from "#evidence/publication/public.ts";
import { scopeOf, service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { makeOffer, partOf } from "../examples/offer.testing.ts";
import { enter } from "../examples/request.testing.ts";
import { answerEnquiry } from "../requests/answer.commands.server.ts";
import { askAround } from "../requests/enquiry.commands.server.ts";
import { reportVisit } from "../requests/report.commands.server.ts";
import { refuseRequest } from "../requests/request-ending.commands.server.ts";
import { readRequest } from "../requests/request-view.queries.server.ts";
import { SUMMARY } from "./statistics.messages.ts";
import { presentYear } from "./statistics.present.ts";
import { countsOf, periodOf, REQUEST_STATISTICS } from "./statistics.rules.ts";
import { publishDueStatistics, publishStatistics, readStatistics } from "./statistics.usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();

const wishes = [{ day: "2026-12-02", from: "10:00", to: "11:00" }];
const request = async (workplace: string, topics: string[], rest: object = {}) =>
  (await enter(app, STAFF, AREA, { workplace, topics, people: 3, wishes, heardFrom: "leaflet", ...rest })).id;

beforeAll(async () => {
  await loadReferenceAreas(app);
  const offer = await makeOffer(app, STAFF, AREA, { parts: [partOf("歯科衛生士会")] });
  const met = await request("石見窯業所", ["dental"]);
  const asking = { offer: [offer], mode: "together", decidedBy: "first_come" } as const;
  expectOk(await askAround(app, STAFF, { area: AREA, id: met }, asking));
  const [asked] = expectOk(await readRequest(app, STAFF, { area: AREA, id: met })).enquiries;
  expectOk(
    await answerEnquiry(app, STAFF, { area: AREA, id: met, enquiry: asked!.id }, { answers: ["yes"] }),
  );
  expectOk(
    await refuseRequest(
      app,
      STAFF,
      { area: AREA, id: await request("石見窯業所", ["dental", "heat"]) },
      { reason: "full" },
    ),
  );
  expectOk(
    await refuseRequest(
      app,
      STAFF,
      { area: AREA, id: await request("浜田水産", ["heat"], { size: 3 }) },
      { reason: "no_offer" },
    ),
  );
  await request("江津建設", ["heat"], { size: 60, industry: "construction", heardFrom: "" });
});

describe("the statistics of a year", () => {
  it("tell the secretariat what was asked, what became of it, and what was lacking", async () => {
    const { full, years } = expectOk(await readStatistics(app, STAFF, AREA, null));
    expect(years[0]).toBe(2026);
    const { facts, byYear } = full!;
    expect(facts.sums).toEqual({
      ...{ year: 2026, requests: 4, first: 3, workplaces: 3, newWorkplaces: 3, held: 0, unmet: 2, open: 2 },
      // One is decided, and has not taken place.
      ...{ fixed: 0, median: null, ninety: null, consultations: 0 },
    });
    expect(byYear).toEqual([facts.sums]);
    expect(SUMMARY.became(facts.sums)).toBe(
      "実施した 0件・対応できなかった 2件・対応中 2件・取り下げなど 0件",
    );
    expect(facts.bySizeAndIndustry).toContainEqual({ size: "5-29", industry: "ceramics", count: 2 });
    expect(facts.byHeardFrom).toContainEqual({ key: "", count: 1 });
    expect(facts.byTopic).toContainEqual({ topic: "heat", requests: 3, unmet: 2 });
    expect(facts.byTopicAndReason).toContainEqual({ topic: "dental", reason: "full", count: 1 });
    expect(facts.byTopicAndReason).toContainEqual({ topic: "heat", reason: "no_offer", count: 1 });
    expect(facts.bySupporter).toEqual([
      { name: "歯科衛生士会", asked: 1, answered: 1, willing: 1, came: 0, days: 0 },
    ]);
  });

  it("tell everybody else of finished years alone, and nothing as it is", async () => {
    const now = expectOk(await readStatistics(app, STAFF, AREA, null));
    expect(presentYear(now.shown).empty).toBe(false);
    await publishDueStatistics(app);
    const { full, years, year, shown } = expectOk(await readStatistics(app, VISITOR, AREA, "2026"));
    expect([full, years[0], year]).toEqual([undefined, 2025, 2025]);
    expect(presentYear(shown).empty).toBe(true);

    // When the year is over, what was asked in it is told as far as it may be, once that was made public.
    const after = { ...app, clock: fixedClock("2027-04-01T01:00:00Z") };
    const published = async () => expectOk(await readStatistics(after, VISITOR, AREA, "2026"));
    expect((await published()).years[0]).toBe(2025);
    await publishDueStatistics(after);
    const counts = countsOf(now.full!.facts);
    const made = makeEdition(REQUEST_STATISTICS, periodOf(2026), counts, [], await loadSolver());
    expect((await published()).shown).toEqual(JSON.parse(JSON.stringify(made)));
    const newcomers = (await published()).shown.tables.find(({ key }) => key === "newcomers")!;
    expect(newcomers.cells).toEqual(["hidden", "hidden", "hidden"]);
  });

  it("make no new edition while nothing changes, and are gone from the page once they are withdrawn", async () => {
    const day = (date: string) => ({ ...app, clock: fixedClock(`${date}T01:00:00Z`) });
    const editions = async () => expectOk(await listEditions(app, VISITOR, { area: AREA }));
    await publishDueStatistics(day("2027-04-02"));
    expect((await editions()).map(({ period, number }) => [period, number])).toEqual([["2026", 1]]);
    const name = { area: AREA, publication: "requests", period: "2026", number: "1" };
    expectOk(await withdrawEdition(app, STAFF, name, { reason: "数え直します" }));
    await publishDueStatistics(day("2027-04-03"));
    expect(await editions()).toHaveLength(1);
    const { withdrawnFor, shown } = expectOk(await readStatistics(day("2027-04-03"), VISITOR, AREA, "2026"));
    expect([withdrawnFor, presentYear(shown).empty]).toEqual(["数え直します", true]);
  });

  it("are made public by the round alone, once a day", async () => {
    for (const actor of [STAFF, VISITOR, service("cli")])
      expect(await publishStatistics(app, actor, { area: AREA })).toMatchObject({
        error: { kind: "forbidden" },
      });
    const entries = () =>
      withRows(app.db, scopeOf(service("support")), (access) =>
        db(access).selectFrom("audit_entry").where("action", "=", "statistics.publish").selectAll().execute(),
      );
    const before = (await entries()).length;
    await publishDueStatistics(app);
    expect(await entries()).toHaveLength(before);
  });
});

it("counts the days to the day on which it took place, as it was reported, and tells no share of few", async () => {
  const id = await request("三隅水産", ["dental"]);
  const offer = await makeOffer(app, STAFF, AREA, { parts: [partOf("浜田市")] });
  expectOk(await askAround(app, STAFF, { area: AREA, id }, { offer: [offer], decidedBy: "first_come" }));
  const [asked] = expectOk(await readRequest(app, STAFF, { area: AREA, id })).enquiries;
  const target = { area: AREA, id, enquiry: asked!.id };
  expectOk(await answerEnquiry(app, STAFF, target, { answers: ["yes"] }));
  const heldOn = addDays(app.clock.today(), 3);
  const then = { ...app, clock: fixedClock(`${heldOn}T12:00:00+09:00`) };
  expectOk(await reportVisit(then, STAFF, target, { heldOn, people: "3", content: "講話" }));
  const { full } = expectOk(await readStatistics(app, STAFF, AREA, null));
  expect(full!.facts.sums).toMatchObject({ fixed: 1, median: 3, ninety: 3, held: 1 });
  expect(SUMMARY.days(full!.facts.sums)).toBe("中央値 3日（1件）");
  expect(SUMMARY.days({ ...full!.facts.sums, fixed: 10 })).toBe("中央値 3日（9割が3日以内、10件）");
});
