import { NATION } from "#foundation/areas/public.ts";
import { type Permit, query } from "#foundation/authority/public.ts";
import { readPlace, writePlace } from "#foundation/datasets/public.ts";
import { FhirAsked, type FhirKind, type FhirPage, type Resource } from "#foundation/fhir/public.ts";
import { isUuid } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { directoryPolicy } from "../access.ts";
import { findGoneById, selectChanged, selectGone, selectProviders } from "../out/dataset.store.server.ts";
import {
  endedLocation,
  endedService,
  healthcareServiceOf,
  locationOf,
  organizationOf,
  type Place,
  providerId,
} from "./place.present.ts";

type Shows = Readonly<{ one(place: Place): Resource; ended(id: string, at: Date): Resource }>;

/** Entries as one type of resource; asked for changes, those that ended among them. */
async function placesAs(
  permit: Permit,
  { id, after: text, since, limit }: FhirAsked,
  shows: Shows,
): Promise<Result<FhirPage>> {
  if (id !== null && !isUuid(id)) return notFound("entry");
  const after = text === null ? null : readPlace(text);
  if (after === undefined || (after && !isUuid(after.id))) return notFound("page");
  const places = await selectChanged(permit, { after, since, limit }, id ?? undefined);
  if (id !== null && places.length === 0)
    return ok({ resources: [], next: null, gone: (await findGoneById(permit, id)) !== undefined });
  const gone = since && id === null ? await selectGone(permit, since, { after, since, limit }) : [];
  const rows = [
    ...places.map((place) => ({ at: place.changedAt, id: place.id, shown: shows.one(place) })),
    ...gone.map((one) => ({ at: one.goneAt, id: one.id, shown: shows.ended(one.id, one.goneAt) })),
  ]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
  const next = id === null && rows.length === limit ? writePlace(rows.at(-1)!) : null;
  return ok({ resources: rows.map(({ shown }) => shown), next });
}

const ofDirectory = {
  policy: directoryPolicy,
  target: FhirAsked,
  subject: () => ({ type: "resource", area: NATION }),
} as const;

const listServices = query({
  ...ofDirectory,
  name: "resource.list-services",
  run: (permit, asked, app) =>
    placesAs(permit, asked, {
      one: (place) => healthcareServiceOf(app.config.origin, place),
      ended: endedService,
    }),
});

const listLocations = query({
  ...ofDirectory,
  name: "resource.list-locations",
  run: (permit, asked) => placesAs(permit, asked, { one: locationOf, ended: endedLocation }),
});

const listProviders = query({
  ...ofDirectory,
  name: "resource.list-providers",
  async run(permit, { id, after, limit }) {
    const byId = new Map((await selectProviders(permit)).map((one) => [providerId(one), one]));
    const all = [...byId.keys()].toSorted().filter((own) => (id === null ? own > (after ?? "") : own === id));
    const page = all.slice(0, limit);
    const next = all.length > limit ? page.at(-1)! : null;
    return ok<FhirPage>({ resources: page.map((own) => organizationOf(byId.get(own)!)), next });
  },
});

export const DIRECTORY_FHIR: readonly FhirKind[] = [
  { type: "HealthcareService", byTime: true, find: listServices },
  { type: "Location", byTime: true, find: listLocations },
  { type: "Organization", byTime: false, find: listProviders },
];
