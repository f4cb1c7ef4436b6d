import { beforeAll, describe, expect, it } from "vitest";
import {
  loadDemonstrationObservations,
  loadReferenceIndicators,
  readProfile,
} from "#evidence/indicators/public.ts";
import { readEdition } from "#evidence/publication/public.ts";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas, lookUpArea } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations, sampleOrganisationId } from "#foundation/organisations/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, WORK_HEALTH_CENTRE, worker } from "#test/offices.ts";
import { closeCase, openCase } from "../cases/case.commands.server.ts";
import { addContact } from "../cases/contact.commands.server.ts";
import { lastCounted } from "./count.rules.ts";
import { COUNTER, listCountedAreas, ownCounts, publishCounts } from "./count.usecases.server.ts";

const app = testApp();
const CENTRE = worker(WORK_HEALTH_CENTRE, "caseworker");
const NURSE = worker(HEALTH_CENTRE, "caseworker");
const then = () => ({ ...app, clock: fixedClock("2027-03-20T01:00:00Z") });
const later = () => ({ ...app, clock: fixedClock("2027-06-02T01:00:00Z") });

const call = (topics: readonly string[], more: object = {}) => ({
  ...{
    asker: "worker",
    source: "self",
    channel: "visit",
    openedOn: "2026-11-20",
    urgency: "usual",
    told: "x",
  },
  ...{ topics, ...more },
});
async function opened(actor: typeof CENTRE, organisation: typeof WORK_HEALTH_CENTRE, form: object) {
  const id = newId() as string;
  expectOk(await openCase(then(), actor, { organisation, id }, form));
  return { organisation, case: id };
}

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  await loadReferenceIndicators(app);
  for (let n = 0; n < 14; n++) {
    const at = await opened(CENTRE, WORK_HEALTH_CENTRE, call(n < 11 ? ["sleep"] : ["smoking"]));
    const contact = { day: "2027-01-10", channel: "telephone", content: "y" };
    expectOk(
      await addContact(then(), CENTRE, at, { ...contact, withWhom: n < 12 ? "person" : "not-reached" }),
    );
    if (n === 0)
      expectOk(await closeCase(then(), CENTRE, at, { outcome: "solved", note: "z", closedOn: "2027-02-01" }));
  }
  for (let n = 0; n < 3; n++) await opened(NURSE, HEALTH_CENTRE, call(["mood"], { source: "lecture" }));
}, 60_000);

describe("counts of consultations", () => {
  it("are of three units: counsels, persons, and cases", async () => {
    const { years } = expectOk(await ownCounts(app, CENTRE, { organisation: WORK_HEALTH_CENTRE }));
    // 14 first calls and 12 later ones in which somebody was reached, by 14 who gave no name.
    expect(years).toEqual([
      { year: 2026, label: "2026年度（令和8年度）", consultations: 26, mental: 22, persons: 14, cases: 14 },
    ]);
    expect(await ownCounts(app, NURSE, { organisation: WORK_HEALTH_CENTRE })).toMatchObject({
      error: { kind: "forbidden" },
    });
  });

  it("go out once a year, two months after its end, with small ones hidden", async () => {
    expect([lastCounted(then().clock.today()), lastCounted(later().clock.today())]).toEqual([2025, 2026]);
    expectOk(await publishCounts(then(), COUNTER, { area: HAMADA }, {}));
    expect(expectOk(await publishCounts(later(), COUNTER, { area: HAMADA }, {}))).toEqual({
      editions: ["2026年度（令和8年度）"],
    });
    expect(expectOk(await listCountedAreas(later(), COUNTER, {}))).toEqual([]);
    const { edition } = expectOk(
      await readEdition(app, VISITOR, {
        area: HAMADA,
        publication: "consultations",
        period: "2026",
        number: "1",
      }),
    );
    const table = (key: string) => edition.content.tables.find((one) => one.key === key)!.cells;
    // Of two offices one has three: neither office is shown, or the total would give it back.
    expect(table("consultations").at(-1)).toBe(29);
    expect(table("persons")).toEqual(["hidden", "hidden", 17]);
    expect(JSON.stringify(table("sources"))).not.toContain("3,");
    expect(expectOk(await publishCounts(later(), COUNTER, { area: HAMADA }, { again: true }))).toMatchObject(
      {},
    );
  });

  it("go on with the source's series by that centre's counts alone, with the break told", async () => {
    await loadDemonstrationObservations(app);
    const area = expectOk(await lookUpArea(app, VISITOR, { text: "sagamihara" }))!.id;
    const centre = sampleOrganisationId(area, "相模原地域産業保健センター");
    const office = sampleOrganisationId(area, "相模原市保健所");
    const at = (organisation: typeof centre) => worker(organisation, "caseworker");
    for (let n = 0; n < 25; n++) await opened(at(centre), centre, call(n < 12 ? ["sleep"] : ["smoking"]));
    for (let n = 0; n < 30; n++) await opened(at(office), office, call(n < 15 ? ["mood"] : ["smoking"]));
    expectOk(await publishCounts(later(), COUNTER, { area }, {}));
    const { profile } = expectOk(await readProfile(app, VISITOR, { area: "sagamihara" }));
    const years = profile.support!.years.map(({ fiscal_year, counts }) => [
      fiscal_year,
      ...counts.slice(0, 2).map(({ count }) => count),
    ]);
    expect(years).toEqual([
      [2006, 498, 82],
      [2007, 527, 171],
      [2008, 518, 125],
      [2009, 561, 130],
      [2026, 25, 12],
    ]);
    expect(profile.support!.break).toEqual({ until: 2009, from: 2026 });
  }, 60_000);

  it("are made public by nobody but the service that counts", async () => {
    for (const actor of [CENTRE, VISITOR])
      expect(await publishCounts(app, actor, { area: HAMADA }, {})).toMatchObject({
        error: { kind: "forbidden" },
      });
  });
});
