import { getArea } from "#foundation/areas/public.ts";
import { act, authorise } from "#foundation/audit/public.ts";
import type { Actor } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { supportPolicy } from "../../access.ts";
import { revokeLinks } from "../../links/store.server.ts";
import { byLink, makeLink } from "../../links/usecases.server.ts";
import { calendarOf } from "../present.ts";
import { selectVisits } from "./store.server.ts";

const DAYS_BACK = 90;

/** Gives an organisation a new secret address for its calendar; the one before it stops working. */
export function renewFeed(
  app: App,
  actor: Actor,
  area: AreaId,
  organisationId: OrganisationId,
): Promise<Result<string>> {
  return act(app, actor, async (unit) => {
    const subject = { type: "feed", id: organisationId, area, offering: [organisationId] };
    const permit = await authorise(unit, supportPolicy, "calendar.feed", subject);
    if (!permit.ok) return permit;
    await revokeLinks(unit.tx, area, { organisationId, purpose: "feed" }, unit.clock.now());
    return ok(await makeLink(unit, area, "feed", { organisationId }));
  });
}

/** The visits of the organisation behind a secret address: when and where to, no name and no topic. */
export const readFeed = (app: App, token: string): Promise<Result<string>> =>
  byLink(app, token, "feed", async (unit, link) => {
    const since = addDays(unit.clock.today(), -DAYS_BACK);
    const visits = await selectVisits(unit.tx, link.area, link.organisationId!, since);
    const { name } = await getArea(unit.tx, link.area);
    return ok(calendarOf(`事業所への支援 ${name}`, visits, new URL(app.config.origin).hostname));
  });
