import { z } from "zod";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { type Area, findAreaBySlug, municipalitiesOf, NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { type SupportAction, supportPolicy } from "../access.ts";
import { aboutArea } from "../support-target.usecases.server.ts";

const readPlace = query({
  name: "office.find",
  policy: supportPolicy,
  target: z.object({ slug: z.string() }),
  subject: () => ({ type: "area", area: NATION }),
  async run(permit, { slug }) {
    const area = await findAreaBySlug(permit, slug);
    return area ? ok({ area }) : notFound("area");
  },
});

const readTowns = query({
  name: "office.towns",
  ...aboutArea("area"),
  async run(permit, { area }) {
    return ok((await municipalitiesOf(permit, area)).map(({ id, name }) => ({ value: id, label: name })));
  },
});

/** The area that an address names; anyone may know of it. */
export const findPlace = (app: App, slug: string): Promise<Result<{ area: Area }>> =>
  readPlace(app, VISITOR, { slug });

/** Its towns, to choose from. The nation's are many and slow to find: ask for those of an area that has requests. */
export const townsOf = async (app: App, area: AreaId): Promise<{ value: string; label: string }[]> =>
  expectOk(await readTowns(app, VISITOR, { area }));

/** Whether a button for that action makes sense; the use-case asks again. */
export const mayIn = (actor: Actor, area: Area, action: SupportAction): boolean =>
  supportPolicy.may(actor, action, { type: "request", area: area.id }) !== undefined;
