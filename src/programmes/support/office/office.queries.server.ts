import { z } from "zod";
import { VISITOR } from "#foundation/actors/public.ts";
import { AREA_KINDS, type Area, areasContaining, getArea, getAreas } from "#foundation/areas/public.ts";
import { type Finder, query } from "#foundation/authority/public.ts";
import { secretariatOf, secretariats } from "#foundation/identity/public.ts";
import { areaOfLink } from "#foundation/links/public.ts";
import { getOrganisations, type Organisation } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { type SupportPermit, supportPolicy } from "../access.ts";
import type { Language } from "../model/offer.messages.ts";
import { aboutAll } from "../support-target.usecases.server.ts";
import { OFFICE } from "./office.messages.ts";
import { type Office, officeFrom } from "./office.present.ts";

// What anybody may know of who receives requests is asked as anybody, whoever it is that asks.

const ofArea = z.object({ area: areaId });
const officeIn = (_find: Finder, { area }: { area: AreaId }) => ({ type: "office", area });

const readOffices = query({
  name: "office.read",
  policy: supportPolicy,
  target: ofArea,
  subject: officeIn,
  async run(permit, { area }) {
    const { slug } = await getArea(permit, area);
    return ok({ area: slug, offices: await officesOf(permit, area), areas: [] });
  },
});

/** The published entries of the organisations that are the area's secretariat. */
export const officesIn = async (app: App, area: AreaId): Promise<readonly Office[]> =>
  (await elsewhereIn(app, area)).offices;

/** Whom to telephone, in words. */
export async function telephoneOf(permit: SupportPermit, area: AreaId, language: Language): Promise<string> {
  const office = (await officesOf(permit, area)).find(({ phone }) => phone);
  return office ? `${office.name} ${office.phone}` : OFFICE[language].title;
}

/** The published entries of an area's secretariat. */
export async function officesOf(permit: SupportPermit, area: AreaId): Promise<readonly Office[]> {
  const ids = await secretariatOf(permit, area);
  const known = await getOrganisations(permit, ids);
  const today = permit.clock.today();
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

const readReceivers = query({
  name: "office.receivers",
  policy: supportPolicy,
  target: ofArea,
  subject: officeIn,
  async run(permit, { area }) {
    const ids = await openAreas(permit);
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
  },
});

export const receiversFor = async (app: App, area: AreaId): Promise<Receivers> =>
  expectOk(await readReceivers(app, VISITOR, { area }));

/** As `here` of `receiversFor`, within a use-case that is under way. */
export const isReceived = async (permit: SupportPermit, area: AreaId): Promise<boolean> =>
  (await openAreas(permit)).includes(area);

/** The areas whose secretariat can be telephoned: one that can't may not open its window. */
async function openAreas(permit: SupportPermit): Promise<AreaId[]> {
  const seats = await secretariats(permit);
  const known = await getOrganisations(
    permit,
    seats.map(({ organisationId }) => organisationId),
  );
  const today = permit.clock.today();
  const open = seats.filter(({ organisationId }) => isReached(known.get(organisationId), today));
  return [...new Set(open.map(({ areaId }) => areaId))];
}

const isReached = (one: Organisation | undefined, today: PlainDate): boolean =>
  one?.published === true && one.phone !== "" && (one.validTo === null || one.validTo >= today);

const listReceiving = query({
  name: "office.list",
  ...aboutAll("office"),
  run: async (permit) => ok(await receiving(permit)),
});

/** The areas in which a workplace may ask. */
export const receivingAreas = async (app: App): Promise<Named[]> =>
  expectOk(await listReceiving(app, VISITOR, {}));

async function receiving(permit: SupportPermit): Promise<Named[]> {
  const areas = await getAreas(permit, await openAreas(permit));
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
export async function elsewhereFrom(
  app: App,
  token: string,
  purpose: "receipt" | "answer",
): Promise<Elsewhere> {
  const area = await areaOfLink(app, token, purpose);
  return area ? elsewhereIn(app, area) : { area: undefined, offices: [], areas: await receivingAreas(app) };
}

/** The same for whoever is signed in, whose pages name the area. */
export const elsewhereIn = async (app: App, area: AreaId): Promise<Elsewhere> =>
  expectOk(await readOffices(app, VISITOR, { area }));
