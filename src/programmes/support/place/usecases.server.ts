import { type Actor, service } from "#foundation/actors/public.ts";
import { type Area, findAreaBySlug, municipalitiesOf } from "#foundation/areas/public.ts";
import { act } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { type SupportAction, supportPolicy } from "../access.ts";

/** The area that an address names; anyone may know of it. */
export function findPlace(app: App, slug: string): Promise<Result<{ area: Area }>> {
  return act(app, service("ask"), async (unit) => {
    const area = await findAreaBySlug(unit, slug);
    return area ? ok({ area }) : notFound("area");
  });
}

/** Its towns, to choose from. The nation's are many and slow to find: ask for those of an area that has requests. */
export const townsOf = async (app: App, area: AreaId): Promise<{ value: string; label: string }[]> =>
  expectOk(
    await act(app, service("ask"), async (permit) =>
      ok((await municipalitiesOf(permit, area)).map(({ id, name }) => ({ value: id, label: name }))),
    ),
  );

/** Whether a button for that action makes sense; the use-case asks again. */
export const mayIn = (actor: Actor, area: Area, action: SupportAction): boolean =>
  supportPolicy.may(actor, action, { type: "request", area: area.id }) !== undefined;
