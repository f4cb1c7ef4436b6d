import type { Actor, Role } from "#foundation/actors/public.ts";
import { HOTLINES } from "#foundation/hotlines/public.ts";
import { sampleOrganisationId } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, namedId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import {
  addConference,
  listConferences,
  secondConference,
} from "../conferences/conference.usecases.server.ts";
import { MEASURES } from "../model/prevention-data.schema.ts";
import { saveStock } from "../stock/stock.usecases.server.ts";
import { checkHotline } from "../support/support.usecases.server.ts";

const HAMADA = "sma-32-02" as AreaId;
const CENTRE = sampleOrganisationId(HAMADA, "浜田保健所");
const CITY = sampleOrganisationId(HAMADA, "浜田市");

const staff = (app: App, organisationId: OrganisationId, role: Role): Actor => ({
  ...{ kind: "person", userId: `demonstration-${role}` as UserId, name: "見本", reach: [HAMADA] },
  memberships: [{ organisationId, role, areas: [HAMADA] }],
  provenAt: app.clock.now(),
});

/** What offices answered of the national lists: the first measures are done, some are planned. */
function answersOf(done: number, planned: number): Record<string, string> {
  return Object.fromEntries(
    MEASURES.measures.flatMap(({ key }, at) => {
      const answer = at < done ? "does" : at < done + planned ? "plans" : "none";
      const progress = answer === "does" ? [[`progress-${key}`, "under-way"]] : [];
      return [[`answer-${key}`, answer], ...progress];
    }),
  );
}

/**
 * The Hamada year as its source tells it: a case conference of the liaison meeting and a stock-taking. No family and no
 * figure is invented. Once, and never again.
 */
export async function loadDemonstrationPrevention(app: App): Promise<{ conferences: number }> {
  const secretariat = staff(app, CENTRE, "coordinator");
  const { conferences, seats } = expectOk(await listConferences(app, secretariat, { organisation: CENTRE }));
  if (conferences.length > 0 || seats.length === 0) return { conferences: 0 };
  const conference = namedId("case conference", HAMADA, "1") as string;
  const there = { organisation: CENTRE, conference };
  const heldOn = addDays(app.clock.today(), -40);
  expectOk(
    await addConference(app, secretariat, there, {
      ...{ heldOn, pledgedOn: heldOn, cases: "2", themes: ["linking", "work"] },
      measures: "地域産業保健センターと保健所が、本人の同意を得て相談を引き継ぐ手順を確かめる。",
      lesson: "夜間に相談できる窓口の案内を、事業所にも配布する。",
      seats: seats.slice(0, 6).map(({ value }) => value),
    }),
  );
  expectOk(await secondConference(app, staff(app, CENTRE, "supervisor"), there, { verdict: "stands" }));
  const year = fiscalYearOf(app.clock.today());
  for (const [office, done, planned] of [
    [CENTRE, 5, 2],
    [CITY, 3, 4],
  ] as const)
    expectOk(
      await saveStock(
        app,
        staff(app, office, "provider"),
        { organisation: office, year },
        answersOf(done, planned),
      ),
    );
  for (const { key } of HOTLINES.slice(0, 3))
    expectOk(await checkHotline(app, secretariat, { area: HAMADA }, { hotline: key }));
  return { conferences: 1 };
}
