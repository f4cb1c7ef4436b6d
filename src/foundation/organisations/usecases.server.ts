import { z } from "zod";
import { areasWithin, getAreas, reachOf } from "#foundation/areas/public.ts";
import { type Permit, query, type Work } from "#foundation/authority/public.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { type ListPage, listTarget, pageOf } from "#platform/lists/list.ts";
import { listIn, organisationPolicy, subjectOf } from "./access.ts";
import { ORGANISATION_LIST } from "./list/present.ts";
import { ERRORS, PAGE } from "./messages.ts";
import { type OrganisationRow, present } from "./present.ts";
import { differences, statusOn } from "./rules.ts";
import { insertOrganisation, updateOrganisation } from "./saving/store.server.ts";
import type { Draft, Organisation } from "./schema.ts";
import {
  findSubject,
  listOrganisationRows,
  type OrganisationFilter,
  type Origin,
  selectByName,
  selectChangedSince,
  selectOrganisations,
  selectServedAreas,
} from "./store.server.ts";

/** The organisation of that id, in reach of the transaction; a missing one is a bug and throws. */
export async function getOrganisation(permit: Work, id: OrganisationId): Promise<Organisation> {
  const [organisation] = await selectOrganisations(permit, [id]);
  if (!organisation) throw new Error(`no organisation ${id} in reach`);
  return organisation;
}

/** The organisations of these ids that are in reach, by id. */
export async function getOrganisations(
  permit: Work,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, Organisation>> {
  return new Map((await selectOrganisations(permit, ids)).map((one) => [one.id, one]));
}

/** The ids of organisations in reach that were changed since then. */
export const changedOrganisations = (permit: Work, since: Date): Promise<OrganisationId[]> =>
  selectChangedSince(permit, since);

/** The areas that these organisations serve, as far as they are in reach; without those where they are at home. */
export async function servedAreasOf(
  permit: Work,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, readonly AreaId[]>> {
  const served = Map.groupBy(await selectServedAreas(permit, ids), (one) => one.organisationId);
  return new Map([...served].map(([id, rows]) => [id, rows.map((row) => row.areaId)]));
}

/** The organisation of that name at home in that area. */
export const findOrganisation = (
  permit: Work,
  area: AreaId,
  name: string,
): Promise<Organisation | undefined> => selectByName(permit, area, name);

/**
 * Organisations in reach: by sector, by a part of name or reading, and by area: those that are at home there or
 * serve it, also as a part of a larger one. Ordered by reading, or as a list asks.
 */
export async function listOrganisations(
  permit: Work,
  { area, ...filter }: Omit<OrganisationFilter, "areas"> & { area?: AreaId | undefined } = {},
): Promise<Organisation[]> {
  if (!area) return listOrganisationRows(permit, filter);
  const home = [area, ...(await areasWithin(permit, area)).map((inner) => inner.id)];
  return listOrganisationRows(permit, { ...filter, areas: { home, served: await reachOf(permit, [area]) } });
}

/** What a list asks for, and the area that was typed. */
export const AskedList = z.object({ area: areaId.optional(), list: listTarget(ORGANISATION_LIST) });
type AskedList = z.output<typeof AskedList>;

/** One page of the list as this actor may see it, and where the next one begins. */
export const browseOrganisations = query({
  name: "organisation.list",
  policy: organisationPolicy,
  target: AskedList,
  subject: (_find, { area }) => listIn(area),
  run: async (permit, asked) => ok(await pageFor(permit, asked)),
});

export async function pageFor(permit: Work, { area, list }: AskedList): Promise<ListPage<OrganisationRow>> {
  const { q: text, sector, ended } = list.filter;
  const activeOn = ended ? undefined : permit.clock.today();
  const found = await listOrganisations(permit, { area, text, sector, activeOn, list });
  return pageOf(ORGANISATION_LIST, list, await presentFor(permit, found));
}

/** The id of an address. */
export const ofOrganisation = z.object({ id: rowId<OrganisationId>() });

/** The organisation as a subject; undefined where it is not in reach. */
export async function organisationSubject(
  find: Parameters<typeof findSubject>[0],
  { id }: z.output<typeof ofOrganisation>,
) {
  const found = await findSubject(find, id);
  return found && subjectOf(found);
}

/** One organisation as this actor may see it. */
export const readOrganisation = query({
  name: "organisation.read",
  policy: organisationPolicy,
  target: ofOrganisation,
  subject: organisationSubject,
  async run(permit, { id }) {
    const organisation = await getOrganisation(permit, id);
    const [shown] = await presentFor(permit, [organisation]);
    const { actor } = permit;
    const writable = organisationPolicy.may(actor, "organisation.change", permit.subject) !== undefined;
    return ok({ organisation: shown!, writable });
  },
});

/** The organisations as the actor of the permit may see each. */
export async function presentFor(
  permit: Work,
  organisations: readonly Organisation[],
): Promise<OrganisationRow[]> {
  const areas = await areasNamedBy(permit, organisations);
  const nameOf = (id: AreaId) => areas.get(id)?.name ?? id;
  return organisations.map((one) => {
    const colleague = organisationPolicy.may(permit.actor, "organisation.see-all", subjectOf(one));
    return present(one, colleague ? "colleague" : "public", {
      status: statusOn(one, permit.clock.today()),
      homeName: nameOf(one.areaId),
      servedNames: one.servedAreas.map(nameOf),
    });
  });
}

const areasNamedBy = (permit: Work, organisations: readonly Organisation[]) =>
  getAreas(permit, [...new Set(organisations.flatMap((one) => [one.areaId, ...one.servedAreas]))]);

/** Adds an organisation; the permit is for its home area. `by` is who asked, where a service does the work. */
export async function addDraft(
  permit: Permit<"organisation.add">,
  id: OrganisationId,
  draft: Draft,
  origin: Origin,
  by?: string,
): Promise<Result<undefined>> {
  const namesake = await selectByName(permit, draft.areaId, draft.name);
  const done = !namesake && (await insertOrganisation(permit, id, draft, origin, by));
  return done ? ok(undefined) : invalid({ name: [ERRORS.sameName] }, PAGE.invalid);
}

/** Writes what differs of an organisation. Its home area stays: it is the first part of every key that points here. */
export async function changeDraft(
  permit: Permit<"organisation.change">,
  stored: Organisation,
  draft: Draft,
  by?: string,
): Promise<Result<undefined>> {
  if (differences(stored, draft).length === 0) return ok(undefined);
  if (stored.areaId !== draft.areaId) return invalid({ areaId: [ERRORS.fixedArea] }, PAGE.invalid);
  const namesake = await selectByName(permit, draft.areaId, draft.name);
  if (namesake && namesake.id !== stored.id) return invalid({ name: [ERRORS.sameName] }, PAGE.invalid);
  const done = await updateOrganisation(permit, stored, draft, by);
  return done ? ok(undefined) : conflict(PAGE.changed);
}
