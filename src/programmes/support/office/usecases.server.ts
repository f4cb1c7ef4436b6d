import { service } from "#foundation/actors/public.ts";
import { AREA_KINDS, type Area, areasContaining, getArea, getAreas } from "#foundation/areas/public.ts";
import { act, type Unit } from "#foundation/authority/public.ts";
import { areasWithRole, organisationsWithRole } from "#foundation/identity/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { hashOf, isToken } from "../links/rules.ts";
import { findLink, type LinkPurpose } from "../links/store.server.ts";
import { type Office, officeFrom } from "./present.ts";

/** The published entries of the organisations that coordinate the area: what anybody may know of its secretariat. */
export const officesIn = async (app: App, area: AreaId): Promise<readonly Office[]> =>
  expectOk(await act(app, service("ask"), async (unit) => ok(await officesOf(unit, area))));

async function officesOf(unit: Unit, area: AreaId): Promise<readonly Office[]> {
  const ids = await organisationsWithRole(unit, area, "coordinator");
  const known = await getOrganisations(unit, ids);
  const today = unit.clock.today();
  return ids
    .flatMap((id) => known.get(id) ?? [])
    .filter((one) => one.published && (one.validTo === null || one.validTo >= today))
    .map(officeFrom);
}

/** An area as a page leads to it. */
export type Named = Readonly<{ slug: string; name: string }>;

/** Who receives what workplaces of an area ask for. */
export type Receivers = Readonly<{
  /** Whether the area has a secretariat of its own: what is asked anywhere else nobody would see. */
  here: boolean;
  /** The areas around it that have one, the smallest kind first. */
  around: readonly Named[];
  /** All that have one. */
  all: readonly Named[];
}>;

export const receiversFor = async (app: App, area: AreaId): Promise<Receivers> =>
  expectOk(
    await act(app, service("ask"), async (permit) => {
      const ids = await areasWithRole(permit, "coordinator");
      // Nothing holds the nation, and what shares its territory is every area there is.
      const nation = (await getArea(permit, area)).kind === "nation";
      const holding = nation ? [] : await areasContaining(permit, area);
      const around = holding.filter((one) => ids.includes(one.id));
      const size = (one: Area) => -AREA_KINDS.indexOf(one.kind);
      return ok({
        here: ids.includes(area),
        around: around.sort((a, b) => size(a) - size(b) || a.id.localeCompare(b.id)).map(named),
        all: await receiving(permit),
      });
    }),
  );

/** As `here` of `receiversFor`, within a use-case that is under way. */
export const isReceived = async (unit: Unit, area: AreaId): Promise<boolean> =>
  (await areasWithRole(unit, "coordinator")).includes(area);

/** The areas in which a workplace may ask. */
export const receivingAreas = async (app: App): Promise<Named[]> =>
  expectOk(await act(app, service("ask"), async (permit) => ok(await receiving(permit))));

async function receiving(permit: Unit): Promise<Named[]> {
  const areas = await getAreas(permit, await areasWithRole(permit, "coordinator"));
  return [...areas.values()].sort((a, b) => a.id.localeCompare(b.id)).map(named);
}

const named = ({ slug, name }: Area): Named => ({ slug, name });

/** Where whoever holds a link can turn when it opens nothing any more. */
export type Elsewhere = Readonly<{
  area: string | undefined;
  offices: readonly Office[];
  /** To choose from where the area is not known: those that have a secretariat. */
  areas: readonly Named[];
}>;

/** The area from which a dead link came and its secretariat, and nothing else; of a wrong link nothing is known. */
export const elsewhereFrom = async (app: App, token: string, purpose: LinkPurpose): Promise<Elsewhere> =>
  expectOk(
    await act<Elsewhere>(app, service("ask"), async (unit) => {
      const link = isToken(token) ? await findLink(unit, hashOf(token)) : undefined;
      if (link?.purpose === purpose) return ok(await elsewhereOf(unit, link.area));
      return ok({ area: undefined, offices: [], areas: await receiving(unit) });
    }),
  );

/** The same for whoever is signed in, whose pages name the area. */
export const elsewhereIn = async (app: App, area: AreaId): Promise<Elsewhere> =>
  expectOk(await act(app, service("ask"), async (unit) => ok(await elsewhereOf(unit, area))));

async function elsewhereOf(unit: Unit, area: AreaId): Promise<Elsewhere> {
  const { slug } = await getArea(unit, area);
  return { area: slug, offices: await officesOf(unit, area), areas: [] };
}
