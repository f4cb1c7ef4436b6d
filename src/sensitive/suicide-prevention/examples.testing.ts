import type { Actor, Role } from "#foundation/actors/public.ts";
import type { ExamplePlace } from "#foundation/authority/testing.ts";
import { makeOrganisation } from "#foundation/organisations/testing.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { makeBody, makeMember } from "#programmes/councils/testing.ts";
import { makeEvent } from "#programmes/events/testing.ts";
import { addConference } from "./conferences/conference.usecases.server.ts";
import { figureCsv, fileOf, townCounts } from "./figures/figure.testing.ts";
import { importFigures } from "./figures/figure.usecases.server.ts";

type Place = Pick<ExamplePlace, "app" | "area" | "organisation" | "secretariat">;

/** Somebody with that role at an office. */
export const staffAt = (
  { app, area }: Readonly<{ app: App; area: AreaId }>,
  organisationId: OrganisationId,
  role: Role,
  name: string = role,
): Actor => ({
  ...{ kind: "person", userId: `example-${name}-${organisationId}` as UserId, name },
  memberships: [{ organisationId, role, areas: [area] }],
  ...{ reach: [area], provenAt: app.clock.now() },
});

/** The towns of the matrix' areas, and of the sample area. */
const TOWNS: Readonly<Record<string, readonly string[]>> = {
  "sma-32-02": ["32202", "32207"],
  "sma-32-04": ["32204", "32501", "32505"],
};
export const townsIn = (area: AreaId): readonly string[] => TOWNS[area] ?? [area];

export const TABLE = { countedBy: "residence", standing: "fixed", quarter: "", sex: "total" };
export const figuresOf = (towns: readonly string[], year: string, total = 12) => ({
  ...{ ...TABLE, year },
  file: fileOf(figureCsv(towns.map((code) => ({ code, counts: townCounts(total) })))),
});

/** Five years of an area, both sexes. */
export async function takeFiveYears(
  app: App,
  actor: Actor,
  area: AreaId,
  towns: readonly string[],
  total = 12,
  from = 2022,
): Promise<void> {
  for (let year = from; year < from + 5; year += 1)
    for (const sex of ["male", "female", "total"])
      expectOk(await importFigures(app, actor, { area }, { ...figuresOf(towns, String(year), total), sex }));
}

/** A liaison meeting with a seat. */
export async function liaisonAt({ app, area, secretariat }: Place): Promise<string> {
  const body = { kind: "suicide_prevention_liaison", name: "見本の連絡会議" };
  return makeMember(app, secretariat, area, await makeBody(app, secretariat, area, body));
}

export const CONFERENCE = {
  ...{ heldOn: "2026-11-10", pledgedOn: "2026-11-10", cases: "2", themes: ["linking"] },
  ...{ measures: "夜間の相談窓口の案内を配布する。", lesson: "" },
};

export async function conferenceAt(place: Place) {
  const seat = await liaisonAt(place);
  const { app, organisation } = place;
  const target = { organisation, conference: newId() as string };
  const writer = staffAt(place, organisation, "coordinator", "writer");
  expectOk(await addConference(app, writer, target, { ...CONFERENCE, seats: [seat] }));
  return target;
}

export const SLIP = { what: "begin", on: "2026-11-01", leafletOn: "2026-10-20" };

export const groupAt = (place: Place) =>
  makeOrganisation(place, { name: `わかち合いの会${newId()}`, sector: "bereaved_group", published: "yes" });

export const trainingAt = ({ app, area, secretariat }: Place): Promise<string> =>
  makeEvent(app, {
    ...{ area, by: secretariat, kind: "welfare_training", theme: "suicide_prevention" },
    ...{ title: "民生委員の研修会", "sessions.0.day": "2026-06-10" },
  });
