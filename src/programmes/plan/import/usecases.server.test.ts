import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { Actor } from "#foundation/identity/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { yearTable } from "../activities/usecases.server.ts";
import { importActivities } from "./usecases.server.ts";

const app = testApp();
const clerkOf = (area: AreaId): Actor => ({
  kind: "person",
  userId: "u-clerk" as UserId,
  name: "clerk",
  memberships: [
    {
      organisationId: "0198f2a0-0000-7000-8000-000000000001" as OrganisationId,
      role: "coordinator",
      areas: [area],
    },
  ],
  reach: [area],
});

beforeAll(async () => {
  await loadReferenceAreas(app);
});

describe("past years by CSV", () => {
  it("takes over a table of past years once, and nothing of one with an error", async () => {
    const area = "sma-32-05" as AreaId;
    const clerk = clerkOf(area);
    const send = (text: string, onlyLook = false) =>
      importActivities(app, clerk, area, { file: Buffer.from(text), host: "保健所", onlyLook });
    const table = "年度,種類,回数,参加者数\n2008,研修会,3,50\n2009,研修会,1,24\n";
    expect(expectOk(await send(`${table}2009,宴会,1,1\n`)).problems).toHaveLength(1);
    expect(expectOk(await send(table, true)).rows).toHaveLength(2);
    expect(expectOk(await yearTable(app, clerk, area, { from: 2000, to: 2026 }))).toEqual([]);
    expectOk(await send(table));
    expectOk(await send(table.replace("1,24", "1,25")));
    expect(expectOk(await yearTable(app, clerk, area, { from: 2009, to: 2009 }))).toMatchObject([
      { sessions: 1, participants: 25, activities: 1 },
    ]);
  });
});
