import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { HAMADA, HEALTH_CENTRE, WORK_HEALTH_CENTRE, worker } from "#test/offices.ts";
import { CASES } from "../cases/case.present.ts";
import { listCases } from "../cases/case.queries.server.ts";
import { listReferrals } from "../referrals/referral.queries.server.ts";
import { loadDemonstrationCases } from "./demonstration-case.usecases.server.ts";

const app = testApp();

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  for (const office of [HEALTH_CENTRE, WORK_HEALTH_CENTRE]) await holds(app, "caseworker", HAMADA, office);
  await loadDemonstrationCases(app);
});

it("fills each part of the working list, and loads but once", async () => {
  const nurse = worker(HEALTH_CENTRE, "supervisor");
  const look = async () =>
    expectOk(
      await listCases(app, nurse, {
        organisation: HEALTH_CENTRE,
        list: readList(CASES, new URLSearchParams()),
      }),
    );
  const before = await look();
  for (const part of ["new", "climbed", "today", "overdue", "waiting", "silent", "open", "closed"] as const)
    expect(before.counts[part], part).toBeGreaterThan(0);
  await loadDemonstrationCases(app);
  expect((await look()).counts).toEqual(before.counts);
  expect(before.rows.map(({ who }) => who)).toContain("見本　一郎（みほん　いちろう）");
  const { received, sent } = expectOk(await listReferrals(app, nurse, { organisation: HEALTH_CENTRE }));
  expect([received.map(({ state }) => state), sent.map(({ state }) => state)]).toEqual([
    ["ongoing"],
    ["sent"],
  ]);
});
