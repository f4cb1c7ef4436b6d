import {
  changedResources,
  keptResources,
  type StandingResource,
  standingResources,
} from "#evidence/directory/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import { HOTLINES } from "#foundation/hotlines/public.ts";
import {
  changedOrganisations,
  getOrganisations,
  listOrganisations,
  type Organisation,
} from "#foundation/organisations/public.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { isUuid } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Fact, Standing } from "./fact.schema.ts";

const MOST_CHOICES = 300;
const MOST_ENTRIES = 100;

const ofOrganisation = (one: Organisation, today: PlainDate): Standing => ({
  source: "organisation",
  sourceId: one.id,
  label: one.name,
  fields:
    one.validTo && one.validTo < today
      ? {}
      : { name: one.name, phone: one.phone, fax: one.fax, address: one.address, website: one.website },
});

const ofEntry = (one: StandingResource): Standing => ({
  source: "entry",
  sourceId: one.id,
  label: one.name,
  fields: one.ended
    ? {}
    : { name: one.name, phone: one.phone, hours: one.hours, address: one.address, website: one.website },
});

const hotlines: readonly Standing[] = HOTLINES.map(({ key, name, number, hours }) => ({
  ...{ source: "hotline", sourceId: key, label: name },
  fields: { name, phone: number, hours },
}));

/** What stands now of all that these facts were printed from, as far as it is in reach. */
export async function standingOf(
  work: Work,
  facts: readonly Pick<Fact, "areaId" | "source" | "sourceId">[],
): Promise<Standing[]> {
  const entries = facts.filter(({ source, sourceId }) => source === "entry" && isUuid(sourceId));
  const keys = new Map(entries.map(({ areaId, sourceId: id }) => [id, { areaId, id }]));
  const ids = facts.filter(({ source, sourceId }) => source === "organisation" && isUuid(sourceId));
  const organisations = await getOrganisations(work, [
    ...new Set(ids.map(({ sourceId }) => sourceId as OrganisationId)),
  ]);
  const today = work.clock.today();
  const named = new Set(facts.map(({ source, sourceId }) => `${source}:${sourceId}`));
  return [
    ...[...organisations.values()].map((one) => ofOrganisation(one, today)),
    ...(await standingResources(work, [...keys.values()])).map(ofEntry),
    ...hotlines.filter(({ source, sourceId }) => named.has(`${source}:${sourceId}`)),
    // A hotline that is in the list no more has ended.
    ...facts
      .filter(({ source, sourceId }) => source === "hotline" && !HOTLINES.some(({ key }) => key === sourceId))
      .map(({ source, sourceId }) => ({ source, sourceId, label: "", fields: {} })),
  ];
}

/** Of what the ids of a source changed since then; the hotlines change with the house itself. */
export async function changedSources(work: Work, since: Date) {
  return {
    organisation: (await changedOrganisations(work, since)) as string[],
    entry: await changedResources(work, since),
  } as const;
}

/** What can be printed in an area: its published offices, the hotlines, and entries of the directory. */
export async function printable(work: Work, area: AreaId): Promise<Standing[]> {
  const today = work.clock.today();
  const offices = await listOrganisations(work, { area, activeOn: today, limit: MOST_CHOICES });
  return [
    ...offices.filter((one) => one.published).map((one) => ofOrganisation(one, today)),
    ...hotlines,
    ...(await keptResources(work, area, MOST_ENTRIES)).map(ofEntry),
  ];
}
