import { type Area, findAreaBySlug, municipalitiesOf } from "#foundation/areas/public.ts";
import { act } from "#foundation/audit/public.ts";
import { type Actor, service } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { type SupportAction, supportPolicy } from "../access.ts";

export type Place = Readonly<{ area: Area; towns: readonly { value: string; label: string }[] }>;

/** The area that an address names, with its towns; anyone may know of it. */
export function findPlace(app: App, slug: string): Promise<Result<Place>> {
  return act(app, service("ask"), async (unit) => {
    const area = await findAreaBySlug(unit.tx, slug);
    if (!area) return notFound("area");
    const towns = (await municipalitiesOf(unit.tx, area.id)).map((town) => ({
      value: town.id,
      label: town.name,
    }));
    return ok({ area, towns });
  });
}

/** Whether a button for that action makes sense; the use-case asks again. */
export const mayIn = (actor: Actor, area: Area, action: SupportAction): boolean =>
  supportPolicy.may(actor, action, { type: "request", area: area.id }) !== undefined;
