import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { areasWithin, getAreas, reachOf } from "#foundation/areas/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { RowAccess } from "#platform/db/rows.ts";
import { type AreaId, isUuid, type OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { organisationPolicy, subjectOf } from "./access.ts";
import { ERRORS, PAGE } from "./messages.ts";
import { type Presented, present } from "./present.ts";
import { decideSave, readDraft, type Status, statusOn } from "./rules.ts";
import { insertOrganisation, updateOrganisation } from "./saving/store.server.ts";
import type { Draft, DraftFields, Organisation } from "./schema.ts";
import {
  listOrganisationRows,
  type OrganisationFilter,
  type Origin,
  placeOf,
  selectByName,
  selectOrganisations,
  selectServedAreas,
} from "./store.server.ts";

/** The organisation of that id, in reach of the transaction; a missing one is a bug and throws. */
export async function getOrganisation(permit: RowAccess, id: OrganisationId): Promise<Organisation> {
  const [organisation] = await selectOrganisations(permit, [id]);
  if (!organisation) throw new Error(`no organisation ${id} in reach`);
  return organisation;
}

/** The organisations of these ids that are in reach, by id. */
export async function getOrganisations(
  permit: RowAccess,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, Organisation>> {
  return new Map((await selectOrganisations(permit, ids)).map((one) => [one.id, one]));
}

/** The areas that these organisations serve, as far as they are in reach; without those where they are at home. */
export async function servedAreasOf(
  permit: RowAccess,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, readonly AreaId[]>> {
  const served = Map.groupBy(await selectServedAreas(permit, ids), (one) => one.organisationId);
  return new Map([...served].map(([id, rows]) => [id, rows.map((row) => row.areaId)]));
}

/** The organisation of that name at home in that area. */
export const findOrganisation = (
  permit: RowAccess,
  area: AreaId,
  name: string,
): Promise<Organisation | undefined> => selectByName(permit, area, name);

/**
 * Organisations in reach: by sector, by a part of name or reading, and by area: those that are at home there or
 * serve it, also as a part of a larger one. Ordered by reading.
 */
export async function listOrganisations(
  permit: RowAccess,
  { area, ...filter }: Omit<OrganisationFilter, "areas"> & { area?: AreaId | undefined } = {},
): Promise<Organisation[]> {
  if (!area) return listOrganisationRows(permit, filter);
  const home = [area, ...(await areasWithin(permit, area)).map((inner) => inner.id)];
  return listOrganisationRows(permit, { ...filter, areas: { home, served: await reachOf(permit, [area]) } });
}

export type OrganisationRow = Presented &
  Readonly<{ status: Status; homeName: string; servedNames: string[] }>;

/** One page of the list as this actor may see it, and where the next one begins. */
export async function browseOrganisations(
  app: App,
  actor: Actor,
  filter: Omit<OrganisationFilter, "areas" | "activeOn"> & { area?: AreaId | undefined; ended?: boolean },
): Promise<Result<{ rows: OrganisationRow[]; after: string | undefined }>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, organisationPolicy, "organisation.list", {
      type: "organisation",
      area: filter.area ?? ("jp" as AreaId),
      published: true,
    });
    if (!permit.ok) return permit;
    const { ended, limit = 50, ...rest } = filter;
    const activeOn = ended ? undefined : unit.clock.today();
    const found = await listOrganisations(unit, { ...rest, activeOn, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return ok({
      rows: await rowsOf(unit, shown),
      after: last && placeOf(last, filter.sort ?? "name").join("\n"),
    });
  });
}

/** One organisation as this actor may see it; one that he may not see looks as if it did not exist. */
export async function readOrganisation(
  app: App,
  actor: Actor,
  id: OrganisationId,
): Promise<Result<OrganisationRow & { writable: boolean }>> {
  if (!isUuid(id)) return notFound("organisation");
  return act(app, actor, async (unit) => {
    const [organisation] = await selectOrganisations(unit, [id]);
    if (!organisation) return notFound("organisation");
    const permit = await authorise(unit, organisationPolicy, "organisation.read", subjectOf(organisation));
    if (!permit.ok) return notFound("organisation");
    const [row] = await rowsOf(unit, [organisation]);
    return ok({ ...row!, writable: may(actor, "organisation.write", organisation) });
  });
}

const may = (
  actor: Actor,
  action: Parameters<typeof organisationPolicy.may>[1],
  organisation: Pick<Organisation, "areaId" | "published">,
): boolean => organisationPolicy.may(actor, action, subjectOf(organisation)) !== undefined;

async function rowsOf(unit: Unit, organisations: readonly Organisation[]): Promise<OrganisationRow[]> {
  const ids = organisations.flatMap((one) => [one.areaId, ...one.servedAreas]);
  const areas = await getAreas(unit, [...new Set(ids)]);
  const nameOf = (id: AreaId) => areas.get(id)?.name ?? id;
  return organisations.map((organisation) => ({
    ...present(organisation, may(unit.actor, "organisation.see-all", organisation) ? "colleague" : "public"),
    status: statusOn(organisation, unit.clock.today()),
    homeName: nameOf(organisation.areaId),
    servedNames: organisation.servedAreas.map(nameOf),
  }));
}

/** Saves a new organisation (`seenVersion` undefined) or a change. The same form sent twice acts once. */
export async function saveOrganisation(
  app: App,
  actor: Actor,
  input: Readonly<{ id: OrganisationId; seenVersion: number | undefined; fields: DraftFields }>,
): Promise<Result<Organisation>> {
  return act(app, actor, async (unit) => {
    const { draft, errors } = readDraft(input.fields);
    if (!draft) return invalid(errors, PAGE.invalid);
    const saved = await saveDraft(unit, input.id, draft, input.seenVersion, "form");
    return saved.ok ? ok(await getOrganisation(unit, input.id)) : saved;
  });
}

export type Saved = "inserted" | "updated" | "unchanged";

/** One organisation saved within a unit that is under way: permit, load, decide, save. */
export async function saveDraft(
  unit: Unit,
  id: OrganisationId,
  draft: Draft,
  seenVersion: number | undefined,
  origin: Origin,
): Promise<Result<Saved>> {
  const permit = await authorise(unit, organisationPolicy, "organisation.write", subjectOf({ ...draft, id }));
  if (!permit.ok) return permit;
  const [stored] = await selectOrganisations(unit, [id]);
  const stamp = { now: unit.clock.now(), actor: scopeOf(unit.actor).actor, origin };
  switch (decideSave(stored, draft, seenVersion)) {
    case "nothing":
      return ok("unchanged");
    case "home-moved":
      return invalid({ areaId: [ERRORS.fixedArea] });
    case "conflict":
      return conflict(PAGE.changed);
    case "insert": {
      const done = await insertOrganisation(unit, id, draft, stamp);
      return done ? ok("inserted") : invalid({ name: [ERRORS.sameName] }, PAGE.invalid);
    }
    case "update": {
      const namesake = await selectByName(unit, draft.areaId, draft.name);
      if (namesake && namesake.id !== id) return invalid({ name: [ERRORS.sameName] }, PAGE.invalid);
      const done = await updateOrganisation(unit, id, draft, seenVersion!, stamp);
      return done ? ok("updated") : conflict(PAGE.changed);
    }
  }
}
